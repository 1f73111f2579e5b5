package org.docaudit.analysis;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long an engine took for batches, in nanoseconds of its threads.
 *
 * @param whole of the calls as a whole, documents in memory to facts in memory
 * @param parts what is known of their parts, which need not add up to the whole
 */
public record KernelTimes(long whole, Map<AnalysisPart, Long> parts) implements Serializable {

  public static final KernelTimes ZERO = new KernelTimes(0, Map.of());

  public KernelTimes {
    // An EnumMap, unlike Map.copyOf, has the same order in every JVM.
    EnumMap<AnalysisPart, Long> ordered = new EnumMap<>(AnalysisPart.class);
    ordered.putAll(parts);
    parts = Collections.unmodifiableMap(ordered);
  }

  /** Both together. */
  public KernelTimes plus(KernelTimes other) {
    EnumMap<AnalysisPart, Long> sum = new EnumMap<>(AnalysisPart.class);
    sum.putAll(parts);
    other.parts.forEach((part, nanos) -> sum.merge(part, nanos, Long::sum));
    return new KernelTimes(whole + other.whole, sum);
  }
}

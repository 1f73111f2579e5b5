package org.docaudit.analysis;

import java.util.EnumMap;
import java.util.Map;

/** Measures the parts of a batch as they follow each other. Not thread-safe. */
final class PartClock {

  private final long start = System.nanoTime();
  private final Map<AnalysisPart, Long> nanos = new EnumMap<>(AnalysisPart.class);
  private long last = start;

  /** What was done since the call before, or since the beginning, was this part. */
  void ended(AnalysisPart part) {
    long now = System.nanoTime();
    add(part, now - last);
    last = now;
  }

  /** What was done since the call before, or since the beginning, is measured elsewhere. */
  void skip() {
    last = System.nanoTime();
  }

  /** Adds what was measured elsewhere. */
  void add(AnalysisPart part, long nanoseconds) {
    nanos.merge(part, nanoseconds, Long::sum);
  }

  /** All parts so far, and the time since the beginning. */
  KernelTimes times() {
    return new KernelTimes(System.nanoTime() - start, nanos);
  }
}

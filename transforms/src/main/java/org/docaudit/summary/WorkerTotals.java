package org.docaudit.summary;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What one worker process has read.
 *
 * @param documents by engine, in order of its name
 * @param reason why the preferred engine is not there, or null where it is
 */
public record WorkerTotals(Map<String, Long> documents, @Nullable String reason)
    implements Serializable {

  public WorkerTotals {
    documents = Collections.unmodifiableMap(new TreeMap<>(documents));
  }

  WorkerTotals plus(WorkerTotals other) {
    Map<String, Long> sum = new TreeMap<>(documents);
    other.documents.forEach((engine, count) -> sum.merge(engine, count, Long::sum));
    return new WorkerTotals(sum, first(reason, other.reason));
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }
}

package org.docaudit.summary;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What one worker process has done.
 *
 * @param documents that it read, by engine, in order of its name
 * @param bytes of these documents
 * @param nanos busy time by stage, all its threads together
 * @param reason why the preferred engine is not there, or null where it is
 */
public record WorkerTotals(
    Map<String, Long> documents, long bytes, Map<Stage, Long> nanos, @Nullable String reason)
    implements Serializable {

  public WorkerTotals {
    documents = Collections.unmodifiableMap(new TreeMap<>(documents));
    EnumMap<Stage, Long> ordered = new EnumMap<>(Stage.class);
    ordered.putAll(nanos);
    nanos = Collections.unmodifiableMap(ordered);
  }

  /** Of a worker that has read documents. */
  public static WorkerTotals read(
      String engine, long documents, long bytes, @Nullable String reason) {
    return new WorkerTotals(Map.of(engine, documents), bytes, Map.of(), reason);
  }

  /** Of a worker that was busy with a stage. */
  static WorkerTotals busy(Stage stage, long nanos) {
    return new WorkerTotals(Map.of(), 0, Map.of(stage, nanos), null);
  }

  WorkerTotals plus(WorkerTotals other) {
    Map<String, Long> bothDocuments = new TreeMap<>(documents);
    other.documents.forEach((engine, count) -> bothDocuments.merge(engine, count, Long::sum));
    Map<Stage, Long> bothNanos = new EnumMap<>(Stage.class);
    bothNanos.putAll(nanos);
    other.nanos.forEach((stage, time) -> bothNanos.merge(stage, time, Long::sum));
    return new WorkerTotals(
        bothDocuments, bytes + other.bytes, bothNanos, first(reason, other.reason));
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }
}

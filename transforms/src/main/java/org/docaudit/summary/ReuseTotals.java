package org.docaudit.summary;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.docaudit.model.PathOrder;
import org.docaudit.reuse.ReadReason;

/**
 * Which documents an incremental run read, and of which it kept the facts of an earlier run; parts
 * merge in any order to the same whole. Mutable, not thread-safe.
 */
public final class ReuseTotals implements Serializable {

  private static final long serialVersionUID = 1;

  /** How many of the documents whose kept facts were wrong are named. */
  public static final int NAMED = 10;

  private final EnumMap<ReadReason, Long> documents = new EnumMap<>(ReadReason.class);
  private final TopList<String> differing = new TopList<>(NAMED);
  private final TreeSet<String> damaged = new TreeSet<>();
  private long differences;

  /** A document was read or kept. */
  public void add(ReadReason reason) {
    documents.merge(reason, 1L, Long::sum);
  }

  /** A document of the sample has other facts than those that were kept of it. */
  public void differs(String path) {
    differences++;
    differing.add(path, PathOrder.INSTANCE);
  }

  /** A file of kept facts could not be read. */
  public void damaged(String file) {
    damaged.add(file);
  }

  /** Adds another part. */
  void merge(ReuseTotals other) {
    other.documents.forEach((reason, count) -> documents.merge(reason, count, Long::sum));
    differing.merge(other.differing, PathOrder.INSTANCE);
    differences += other.differences;
    damaged.addAll(other.damaged);
  }

  /** Documents by the reason; none that did not occur. */
  public Map<ReadReason, Long> documents() {
    return Collections.unmodifiableMap(documents);
  }

  /** Documents whose facts of an earlier run were used. */
  public long kept() {
    return count(true);
  }

  /** Documents that were read, or could not be. */
  public long read() {
    return count(false);
  }

  /** Documents of the sample. */
  public long verified() {
    return documents.getOrDefault(ReadReason.SAMPLE, 0L);
  }

  /** Documents of the sample whose kept facts are not theirs. */
  public long differences() {
    return differences;
  }

  /** Paths of the first of them, at most {@link #NAMED}. */
  public List<String> differing() {
    return differing.sorted(PathOrder.INSTANCE);
  }

  /** Files of kept facts that could not be read. */
  public List<String> damaged() {
    return List.copyOf(damaged);
  }

  private long count(boolean kept) {
    return documents.entrySet().stream()
        .filter(entry -> entry.getKey().kept() == kept)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}

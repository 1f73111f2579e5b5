package org.docaudit.summary;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What both engines read of the documents of the sample; parts merge in any order to the same
 * whole. Mutable, not thread-safe.
 */
public final class ShadowTotals implements Serializable {

  private static final long serialVersionUID = 1;

  /** How many of the differing documents are kept as a whole: the smallest. */
  public static final int INPUTS = 10;

  private long sampled;
  private long compared;
  private long uncompared;
  private long facts;
  private long differing;
  private final TreeMap<String, Long> differences = new TreeMap<>();
  private final TopList<DifferingInput> inputs = new TopList<>(INPUTS);

  /** Documents fell into the sample. */
  public void sampled(long documents) {
    sampled += documents;
  }

  /** Documents of the sample were not compared, because the Java engine alone read them. */
  public void uncompared(long documents) {
    uncompared += documents;
  }

  /** Facts of this many documents were compared. */
  public void compared(long documents, long facts) {
    compared += documents;
    this.facts += facts;
  }

  /** One of the documents that were compared differs. */
  public void differs(DifferingInput input) {
    differing++;
    input.differences().stream()
        .map(difference -> difference.fact())
        .distinct()
        .forEach(fact -> differences.merge(fact, 1L, Long::sum));
    inputs.add(input, DifferingInput.ORDER);
  }

  /** Adds another part. */
  public void merge(ShadowTotals other) {
    sampled += other.sampled;
    compared += other.compared;
    uncompared += other.uncompared;
    facts += other.facts;
    differing += other.differing;
    other.differences.forEach((fact, count) -> differences.merge(fact, count, Long::sum));
    inputs.merge(other.inputs, DifferingInput.ORDER);
  }

  /** Documents that fell into the sample. */
  public long sampled() {
    return sampled;
  }

  /** Documents of which the facts of both engines were compared. */
  public long compared() {
    return compared;
  }

  /** Documents of the sample that the Java engine alone read. */
  public long uncompared() {
    return uncompared;
  }

  /** Facts that were compared: values, and items of lists. */
  public long facts() {
    return facts;
  }

  /** Documents with a fact that differs. */
  public long differing() {
    return differing;
  }

  /** The number of documents in which a fact differs, by the fact. */
  public Map<String, Long> differences() {
    return Collections.unmodifiableMap(differences);
  }

  /** The smallest documents that differ, at most {@link #INPUTS}, the smallest first. */
  public List<DifferingInput> inputs() {
    return inputs.sorted(DifferingInput.ORDER);
  }
}

package org.docaudit.pipeline;

/**
 * Whether a run may keep facts of documents that an earlier one has read.
 *
 * @param incremental from the earlier report, and leaving its own to the next run
 * @param resume from runs that did not come to their end
 * @param verifySample the share of the kept documents, 0 to 1, that are read all the same
 */
public record ReuseChoice(boolean incremental, boolean resume, double verifySample) {

  /** Whether anything may be kept. */
  public boolean isActive() {
    return incremental || resume;
  }
}

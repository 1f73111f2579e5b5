package org.docaudit.summary;

import java.io.Serializable;

/**
 * Batches that the native engine failed on for one reason, so that the Java engine read them.
 *
 * @param batches how many
 * @param documents of these batches
 * @param example corpus path of a document of one of them, the first in path order
 * @param message what the engine said to that batch
 */
public record FallbackTotals(long batches, long documents, String example, String message)
    implements Serializable {

  FallbackTotals plus(FallbackTotals other) {
    FallbackTotals first = isBefore(other) ? this : other;
    return new FallbackTotals(
        batches + other.batches, documents + other.documents, first.example, first.message);
  }

  private boolean isBefore(FallbackTotals other) {
    int order = example.compareTo(other.example);
    return order < 0 || (order == 0 && message.compareTo(other.message) <= 0);
  }
}

package org.docaudit.reuse;

import java.io.Serializable;
import java.util.List;

/**
 * What the workers of a run must know to keep facts of an earlier run, and to leave theirs to the
 * next. Immutable; serialized with the job.
 *
 * @param key of this run
 * @param settledBefore milliseconds of the epoch: a document modified at this time or later may
 *     have been modified again within the same tick of the file system's clock, so that its
 *     modification time proves nothing to the next run
 * @param pieces of earlier runs of the same build and configuration; where several have the same
 *     document, the last wins
 * @param unknown why a document is read that no piece has
 * @param verifySample the share of the kept documents, 0 to 1, that are read all the same
 * @param salt differs from run to run, so that each has another sample
 * @param output where this run's pieces go
 */
public record Reuse(
    FactsKey key,
    long settledBefore,
    List<EarlierPiece> pieces,
    ReadReason unknown,
    double verifySample,
    String salt,
    ReuseOutput output)
    implements Serializable {

  /**
   * A piece of an earlier run.
   *
   * @param file path of the file; workers share the file system with the client
   */
  public record EarlierPiece(String file, PieceHeader header) implements Serializable {}

  public Reuse {
    pieces = List.copyOf(pieces);
  }
}

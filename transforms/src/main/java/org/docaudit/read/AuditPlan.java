package org.docaudit.read;

import java.io.Serializable;

/**
 * How an audit is cut into pieces; follows from the size of the corpus alone, so that two runs over
 * one corpus write the same files.
 *
 * @param batches how many batches of documents there are
 * @param shards into how many files each table of documents is written; a shard is a range of
 *     batches in path order
 * @param buckets into how many pieces what must meet is cut by hash
 */
public record AuditPlan(int batches, int shards, int buckets) implements Serializable {

  /**
   * Documents of one shard or bucket. Facts and path entries of that many documents took about half
   * as much heap, so a few of them fit beside each other in 2 GiB.
   */
  private static final long PIECE_BYTES = 64L << 20;

  /** Corpora below this size are not worth a second piece: a grouping key costs 2 ms. */
  private static final long SMALL_CORPUS_BYTES = 4L << 20;

  /** So many pieces keep the cores of one machine busy to the end. */
  private static final int MIN_PIECES = 4;

  /** Each piece is a file and a grouping key. */
  private static final int MAX_PIECES = 1024;

  public AuditPlan {
    if (batches <= 0 || shards <= 0 || buckets <= 0) {
      throw new IllegalArgumentException("every count must be positive");
    }
  }

  /**
   * The plan for a corpus.
   *
   * @param documentBytes bytes of all documents
   * @param files all files, documents included; see {@link CorpusBatch#weight}
   */
  public static AuditPlan of(int batches, long documentBytes, long files) {
    long weight = CorpusBatch.weight(documentBytes, files);
    if (weight < SMALL_CORPUS_BYTES) {
      return new AuditPlan(batches, 1, 1);
    }
    long wanted = (weight + PIECE_BYTES - 1) / PIECE_BYTES;
    int pieces = (int) Math.min(MAX_PIECES, Math.max(MIN_PIECES, wanted));
    return new AuditPlan(batches, Math.min(batches, pieces), pieces);
  }

  /** The shard of a batch. */
  public int shardOf(int batch) {
    return (int) ((long) batch * shards / batches);
  }
}

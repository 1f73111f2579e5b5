package org.docaudit.read;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How an audit is cut into pieces; follows from the listing alone, so that two runs over one corpus
 * write the same files.
 *
 * @param firstBatches the first batch of each shard, in ascending order from 0: a shard is a range
 *     of batches in path order, and a file of each table of documents
 * @param buckets into how many pieces what must meet is cut by hash
 */
public record AuditPlan(List<Integer> firstBatches, int buckets) implements Serializable {

  /** Documents of one bucket. Path entries of that many took about half as much heap. */
  private static final long BUCKET_BYTES = 64L << 20;

  /**
   * Documents of one shard at most, if one document is not more. A quarter of a bucket: where
   * little has changed, the files of most shards are those of an earlier run.
   */
  private static final long SHARD_BYTES = 16L << 20;

  /** Corpora below this size are not worth a second piece: a grouping key costs 2 ms. */
  private static final long SMALL_CORPUS_BYTES = 4L << 20;

  /** So many pieces keep the cores of one machine busy to the end. */
  private static final int MIN_PIECES = 4;

  /** Each piece is a file and a grouping key. */
  private static final int MAX_PIECES = 1024;

  public AuditPlan {
    firstBatches = List.copyOf(firstBatches);
    if (firstBatches.isEmpty() || firstBatches.get(0) != 0 || buckets <= 0) {
      throw new IllegalArgumentException("shards from batch 0 on, and a positive count of buckets");
    }
  }

  /**
   * The plan for a corpus.
   *
   * @param batches of the listing, in order of their ids
   * @param documentBytes bytes of all documents
   * @param files all files, documents included; see {@link CorpusBatch#weight}
   */
  public static AuditPlan of(List<CorpusBatch> batches, long documentBytes, long files) {
    long weight = CorpusBatch.weight(documentBytes, files);
    if (weight < SMALL_CORPUS_BYTES) {
      return new AuditPlan(List.of(0), 1);
    }
    long wanted = (weight + BUCKET_BYTES - 1) / BUCKET_BYTES;
    int buckets = (int) Math.min(MAX_PIECES, Math.max(MIN_PIECES, wanted));
    return new AuditPlan(firstBatches(batches, shardBytes(weight)), buckets);
  }

  /** Powers of two, so that a corpus that has grown a little is cut as before. */
  private static long shardBytes(long weight) {
    long few = Math.min(SHARD_BYTES, Long.highestOneBit(weight / MIN_PIECES));
    // A shard, or it and the next by half, is more than half of that.
    return Math.max(few, Long.highestOneBit(2 * weight / MAX_PIECES) * 2);
  }

  /**
   * As {@link BatchPlanner} cuts batches: of those in the second half of a full shard one is first.
   */
  private static List<Integer> firstBatches(List<CorpusBatch> batches, long shardBytes) {
    List<Integer> first = new ArrayList<>(List.of(0));
    long weight = 0;
    int cut = -1;
    int cutOrder = Integer.MAX_VALUE;
    for (int i = 0; i < batches.size(); i++) {
      CorpusBatch batch = batches.get(i);
      if (weight > shardBytes / 2) {
        int order = BatchPlanner.cutOrder(batch.files().iterator().nextFields());
        if (order < cutOrder) {
          cut = i;
          cutOrder = order;
        }
      }
      if (weight > 0 && weight > shardBytes - batch.weight()) {
        i = cut < 0 ? i : cut;
        first.add(i);
        weight = 0;
        cut = -1;
        cutOrder = Integer.MAX_VALUE;
      }
      weight += batches.get(i).weight();
    }
    return first;
  }

  /** How many shards there are. */
  public int shards() {
    return firstBatches.size();
  }

  /** The shard of a batch; the last one for what comes behind all batches. */
  public int shardOf(int batch) {
    int found = Collections.binarySearch(firstBatches, batch);
    return found >= 0 ? found : -found - 2;
  }
}

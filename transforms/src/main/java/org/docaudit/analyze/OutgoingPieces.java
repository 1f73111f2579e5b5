package org.docaudit.analyze;

import org.docaudit.assemble.ShardPiece;
import org.docaudit.pack.BucketPacks;
import org.docaudit.read.AuditPlan;
import org.docaudit.summary.CorpusTotals;

/**
 * What some batches send on, packed by where it goes: the batches of a bundle share packs, because
 * a runner's cost is by element. Not thread-safe.
 */
record OutgoingPieces(
    ShardPiece facts,
    BucketPacks targets,
    BucketPacks paths,
    BucketPacks words,
    BucketPacks hashes,
    BucketPacks uniques,
    CorpusTotals totals) {

  static OutgoingPieces of(AuditPlan plan) {
    int buckets = plan.buckets();
    return new OutgoingPieces(
        new ShardPiece(plan),
        new BucketPacks(buckets),
        new BucketPacks(buckets),
        new BucketPacks(buckets),
        new BucketPacks(buckets),
        new BucketPacks(buckets),
        new CorpusTotals());
  }

  /** Bytes of all packs together. */
  long bytes() {
    return facts.bytes()
        + targets.bytes()
        + paths.bytes()
        + words.bytes()
        + hashes.bytes()
        + uniques.bytes();
  }
}

package org.docaudit.assemble;

import org.docaudit.model.Finding;
import org.docaudit.model.Verdict;
import org.docaudit.pack.BucketPacks;
import org.docaudit.pack.ModelPack;
import org.docaudit.pack.PackWriter;
import org.docaudit.read.AuditPlan;

/**
 * What a step sends back to the shards of the documents it speaks of: entries in one pack a shard,
 * each entry after its {@link Kind}. Not thread-safe.
 */
public final class ShardPiece {

  /** What an entry of a shard's pack is. */
  enum Kind {
    /** The facts of a whole batch. */
    FACTS,
    /** The verdict on a question of a batch. */
    VERDICT,
    /** A suggestion for a question of a batch. */
    SUGGESTION,
    /** A finding on a document. */
    FINDING
  }

  private final AuditPlan plan;
  private final BucketPacks packs;

  public ShardPiece(AuditPlan plan) {
    this.plan = plan;
    this.packs = new BucketPacks(plan.shards());
  }

  /** A finding that only the whole corpus could give. */
  public void finding(DocumentRef document, Finding finding) {
    ModelPack.writeFinding(findingOn(document), finding);
  }

  /** The same as {@link ModelPack#writeFinding} has packed it, for many documents alike. */
  public void finding(DocumentRef document, byte[] packed) {
    findingOn(document).writeRaw(packed);
  }

  /**
   * The verdict on a question.
   *
   * @param question its number in the batch
   */
  public void verdict(int batch, int question, Verdict verdict) {
    PackWriter out = entry(Kind.VERDICT, batch);
    out.writeInt(question);
    ModelPack.writeVerdict(out, verdict);
  }

  /**
   * A near path for a question whose answer is that there is no such file.
   *
   * @param distance how far it is; of several suggestions the nearest is taken
   */
  public void suggestion(int batch, int question, String path, int distance) {
    PackWriter out = entry(Kind.SUGGESTION, batch);
    out.writeInt(question);
    out.writeString(path);
    out.writeInt(distance);
  }

  /** The facts of a batch, as {@link BatchFacts} writes them. */
  public void facts(int batch, byte[] facts) {
    entry(Kind.FACTS, batch).writeBytes(facts);
  }

  /** Bytes of all packs together. */
  public long bytes() {
    return packs.bytes();
  }

  /** Visits the packs by shard. */
  public void forEach(BucketPacks.Visitor visitor) {
    packs.forEach(visitor);
  }

  private PackWriter findingOn(DocumentRef document) {
    PackWriter out = entry(Kind.FINDING, document.batch());
    out.writeInt(document.index());
    return out;
  }

  @SuppressWarnings("EnumOrdinal") // Packs never outlive the run that wrote them.
  private PackWriter entry(Kind kind, int batch) {
    PackWriter out = packs.of(plan.shardOf(batch));
    out.writeByte(kind.ordinal());
    out.writeInt(batch);
    return out;
  }
}

package org.docaudit.analyze;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.values.KV;
import org.docaudit.assemble.BatchFacts;
import org.docaudit.assemble.ShardPiece;
import org.docaudit.model.DocumentFacts;
import org.docaudit.model.Finding;
import org.docaudit.read.AuditPlan;
import org.docaudit.read.ListingProblem;

/** Rows and findings for what the listing could not read, such as a folder without permission. */
public final class UnlistedFiles {

  private static final byte[] NO_IDENTITY = {};

  private UnlistedFiles() {}

  /**
   * Packs for {@link org.docaudit.assemble.AssembleDocuments}, by shard.
   *
   * @param batch an id that no batch of documents has
   */
  public static List<KV<Integer, byte[]>> pieces(
      List<ListingProblem> problems, int batch, AuditPlan plan) {
    BatchFacts facts = new BatchFacts();
    for (ListingProblem problem : problems) {
      Finding why = Finding.ofDocument(problem.rule(), problem.message());
      facts.add(BatchFacts.pack(DocumentFacts.failed(problem.path(), 0, why), List.of()));
    }
    ShardPiece piece = new ShardPiece(plan);
    piece.facts(batch, facts.toByteArray(NO_IDENTITY));
    List<KV<Integer, byte[]>> pieces = new ArrayList<>();
    piece.forEach((shard, pack) -> pieces.add(KV.of(shard, pack)));
    return pieces;
  }
}

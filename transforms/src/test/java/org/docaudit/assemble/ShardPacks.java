package org.docaudit.assemble;

import java.util.ArrayList;
import java.util.List;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.assemble.BatchFacts.Entry;
import org.docaudit.assemble.BatchFacts.LinkCheck;
import org.docaudit.model.AuditedDocument;
import org.docaudit.pack.ModelPack;
import org.docaudit.pack.PackReader;

/** What stands in the packs that travel to the shards. */
public final class ShardPacks {

  private static final ShardPiece.Kind[] KINDS = ShardPiece.Kind.values();

  private static final int[] OF_OWN = {9, 8, 7, 6, 5, 4, 3, 2, 1, 0};

  private ShardPacks() {}

  /** Documents packed as a batch sends them; none asks a question with a number above 9. */
  static byte[] facts(Entry... entries) {
    BatchFacts facts = new BatchFacts();
    for (Entry entry : entries) {
      // Each document numbers its questions by itself.
      List<LinkCheck> own = entry.checks().stream().map(ShardPacks::own).toList();
      facts.add(BatchFacts.pack(entry.facts(), own), OF_OWN);
    }
    return facts.toByteArray(new byte[0]);
  }

  private static LinkCheck own(LinkCheck check) {
    return check.verdict() != null
        ? check
        : LinkCheck.asked(check.questions().stream().map(number -> 9 - number).toList());
  }

  /** The entries of a pack, each as one line. */
  public static List<String> told(byte[] pack) {
    List<String> entries = new ArrayList<>();
    PackReader in = new PackReader(pack);
    while (in.hasMore()) {
      ShardPiece.Kind kind = KINDS[in.readByte()];
      int batch = in.readInt();
      switch (kind) {
        case FACTS ->
            BatchFacts.read(in.readBytes()).forEach(entry -> entries.add("facts " + batch + entry));
        case VERDICT ->
            entries.add(
                "verdict %d/%d %s".formatted(batch, in.readInt(), ModelPack.readVerdict(in)));
        case SUGGESTION ->
            entries.add(
                "suggestion %d/%d %s at %d"
                    .formatted(batch, in.readInt(), in.readString(), in.readInt()));
        case FINDING ->
            entries.add(
                "finding %d/%d %s".formatted(batch, in.readInt(), ModelPack.readFinding(in)));
      }
    }
    return entries;
  }

  /** The facts in a pack, in its order. */
  public static List<Entry> facts(byte[] pack) {
    List<Entry> facts = new ArrayList<>();
    PackReader in = new PackReader(pack);
    while (in.hasMore()) {
      if (KINDS[in.readByte()] != ShardPiece.Kind.FACTS) {
        throw new AssertionError("not only facts");
      }
      in.readInt();
      BatchFacts.read(in.readBytes()).forEach(facts::add);
    }
    return facts;
  }

  /** The documents of a shard that got these packs. */
  public static List<AuditedDocument> documents(AnalysisConfig config, List<byte[]> packs) {
    List<AuditedDocument> documents = new ArrayList<>();
    new AuditedShard(0, config, packs).forEach(documents::add);
    return documents;
  }
}

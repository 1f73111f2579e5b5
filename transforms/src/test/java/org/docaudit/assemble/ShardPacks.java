package org.docaudit.assemble;

import java.util.ArrayList;
import java.util.List;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.model.AuditedDocument;
import org.docaudit.pack.ModelPack;
import org.docaudit.pack.PackReader;

/** What stands in the packs that travel to the shards. */
public final class ShardPacks {

  private static final ShardPiece.Kind[] KINDS = ShardPiece.Kind.values();

  private ShardPacks() {}

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
  public static List<BatchFacts.Entry> facts(byte[] pack) {
    List<BatchFacts.Entry> facts = new ArrayList<>();
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

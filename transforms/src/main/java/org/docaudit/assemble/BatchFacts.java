package org.docaudit.assemble;

import com.github.luben.zstd.Zstd;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.DocumentFacts;
import org.docaudit.model.Verdict;
import org.docaudit.pack.FactsPack;
import org.docaudit.pack.ModelPack;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/** The facts of a batch's documents, in their order, as they travel to their shard. */
public final class BatchFacts {

  /**
   * What is known of a link before the questions are answered.
   *
   * @param verdict the verdict where the document alone decides it, else null
   * @param questions numbers of the questions in the batch whose answers together decide it
   */
  public record LinkCheck(@Nullable Verdict verdict, List<Integer> questions) {

    public LinkCheck {
      questions = List.copyOf(questions);
      if ((verdict == null) == questions.isEmpty()) {
        throw new IllegalArgumentException("a verdict or questions, not both");
      }
    }

    public static LinkCheck decided(Verdict verdict) {
      return new LinkCheck(verdict, List.of());
    }

    public static LinkCheck asked(List<Integer> questions) {
      return new LinkCheck(null, questions);
    }

    public void write(PackWriter out) {
      out.writeInt(questions.size());
      if (verdict != null) {
        ModelPack.writeVerdict(out, verdict);
      }
      questions.forEach(out::writeInt);
    }

    public static LinkCheck read(PackReader in) {
      int count = in.readInt();
      if (count == 0) {
        return decided(ModelPack.readVerdict(in));
      }
      List<Integer> questions = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        questions.add(in.readInt());
      }
      return asked(questions);
    }
  }

  /**
   * A document of the batch.
   *
   * @param checks one for each link of the facts, in their order
   */
  public record Entry(DocumentFacts facts, List<LinkCheck> checks) {

    public Entry {
      checks = List.copyOf(checks);
      if (checks.size() != facts.links().size()) {
        throw new IllegalArgumentException("a check for each link of " + facts.path());
      }
    }
  }

  /** The fastest; facts shrink to a quarter with it. */
  private static final int ZSTD_LEVEL = 1;

  private final PackWriter out = new PackWriter();

  /** Appends the next document. */
  public void add(Entry entry) {
    FactsPack.write(out, entry.facts());
    entry.checks().forEach(check -> check.write(out));
  }

  /**
   * Appends the next document.
   *
   * @param facts as {@link FactsPack} writes them
   * @param checks one for each of its links, in their order
   */
  public void add(byte[] facts, List<LinkCheck> checks) {
    out.writeRaw(facts);
    checks.forEach(check -> check.write(out));
  }

  /**
   * The documents, compressed: their facts wait for the whole corpus, and are the larger part of
   * what a runner that holds everything in memory has to hold.
   */
  public byte[] toByteArray() {
    if (out.size() == 0) {
      return new byte[0];
    }
    PackWriter pack = new PackWriter();
    pack.writeInt(out.size());
    pack.writeRaw(Zstd.compress(out.toByteArray(), ZSTD_LEVEL));
    return pack.toByteArray();
  }

  /** The documents, in their order; each is unpacked when it is asked for. */
  static Iterable<Entry> read(byte[] pack) {
    if (pack.length == 0) {
      return List.of();
    }
    return () -> {
      PackReader compressed = new PackReader(pack);
      int size = compressed.readInt();
      PackReader in = new PackReader(Zstd.decompress(compressed.readRest(), size));
      return new java.util.Iterator<>() {
        @Override
        public boolean hasNext() {
          return in.hasMore();
        }

        @Override
        public Entry next() {
          return readEntry(in);
        }
      };
    };
  }

  private static Entry readEntry(PackReader in) {
    DocumentFacts facts = FactsPack.read(in);
    List<LinkCheck> checks = new ArrayList<>(facts.links().size());
    for (int i = 0; i < facts.links().size(); i++) {
      checks.add(LinkCheck.read(in));
    }
    return new Entry(facts, checks);
  }
}

package org.docaudit.assemble;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.DocumentFacts;
import org.docaudit.model.Verdict;
import org.docaudit.pack.FactsPack;
import org.docaudit.pack.ModelPack;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;
import org.docaudit.reuse.PieceFile;

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

    private void write(PackWriter out) {
      out.writeInt(questions.size());
      if (verdict != null) {
        ModelPack.writeVerdict(out, verdict);
      }
      questions.forEach(out::writeInt);
    }

    /** Reads what {@link #write} wrote, with these numbers instead of the document's own. */
    private static LinkCheck read(PackReader in, int[] numbers) {
      int count = in.readInt();
      if (count == 0) {
        return decided(ModelPack.readVerdict(in));
      }
      if (count == 1) {
        return asked(List.of(numbers[in.readInt()]));
      }
      List<Integer> questions = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        questions.add(numbers[in.readInt()]);
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

  private static final int[] NO_QUESTIONS = {};

  /** Of the entries: one whose facts stand there; otherwise one more than the number of a file. */
  private static final int HERE = 0;

  /** The fastest; facts shrink to a quarter with it. */
  private static final int ZSTD_LEVEL = 1;

  private final PackWriter out = new PackWriter();
  private final Map<String, Integer> pieces = new LinkedHashMap<>();

  /**
   * The facts of a document and one check for each of its links, in their order. The numbers of
   * questions are the document's own, from 0.
   */
  public static byte[] pack(DocumentFacts facts, List<LinkCheck> checks) {
    PackWriter pack = new PackWriter();
    FactsPack.write(pack, facts);
    checks.forEach(check -> check.write(pack));
    return pack.toByteArray();
  }

  /**
   * Appends the next document.
   *
   * @param facts as {@link #pack} packs them
   * @param questions by the document's own numbers, those that they have in the batch
   */
  public void add(byte[] facts, int[] questions) {
    out.writeInt(HERE);
    out.writeBytes(facts);
    writeNumbers(questions);
  }

  /** Appends the next document, which asks nothing. */
  public void add(byte[] facts) {
    add(facts, NO_QUESTIONS);
  }

  /**
   * Appends the next document, whose facts stand in a piece of an earlier run.
   *
   * @param piece file that every worker can read
   * @param place of the document in the piece
   */
  public void addKept(String piece, int place, int[] questions) {
    Integer number = pieces.computeIfAbsent(piece, file -> pieces.size());
    out.writeInt(HERE + 1 + number);
    out.writeInt(place);
    writeNumbers(questions);
  }

  private void writeNumbers(int[] questions) {
    out.writeInt(questions.length);
    for (int number : questions) {
      out.writeInt(number);
    }
  }

  /**
   * The documents, compressed: their facts wait for the whole corpus, and are the larger part of
   * what a runner that holds everything in memory has to hold.
   *
   * @param identity a digest of what the facts depend on, which tells them from others though they
   *     stand elsewhere; empty where all of them stand here
   */
  public byte[] toByteArray(byte[] identity) {
    if (out.size() == 0) {
      return new byte[0];
    }
    PackWriter pack = new PackWriter();
    pack.writeBytes(identity);
    pack.writeInt(pieces.size());
    pieces.keySet().forEach(pack::writeString);
    pack.writeInt(out.size());
    pack.writeRaw(Zstd.compress(out.toByteArray(), ZSTD_LEVEL));
    return pack.toByteArray();
  }

  /** What tells the documents from others: the identity that came with them, or they themselves. */
  static byte[] identity(byte[] pack) {
    byte[] identity = pack.length == 0 ? pack : new PackReader(pack).readBytes();
    return identity.length == 0 ? pack : identity;
  }

  /** The documents, in their order; each is unpacked when it is asked for. */
  static Iterable<Entry> read(byte[] pack) {
    return pack.length == 0 ? List.of() : () -> new Entries(pack);
  }

  /** Not thread-safe. */
  private static final class Entries implements Iterator<Entry> {

    private final PackReader in;
    private final List<String> pieces = new ArrayList<>();
    private final Map<Integer, List<byte[]>> opened = new HashMap<>();

    Entries(byte[] pack) {
      PackReader head = new PackReader(pack);
      head.readBytes();
      for (int left = head.readInt(); left > 0; left--) {
        pieces.add(head.readString());
      }
      int size = head.readInt();
      in = new PackReader(Zstd.decompress(head.readRest(), size));
    }

    @Override
    public boolean hasNext() {
      return in.hasMore();
    }

    @Override
    public Entry next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int where = in.readInt();
      byte[] packed = where == HERE ? in.readBytes() : facts(where - HERE - 1).get(in.readInt());
      int[] questions = new int[in.readInt()];
      for (int i = 0; i < questions.length; i++) {
        questions[i] = in.readInt();
      }
      PackReader pack = new PackReader(packed);
      DocumentFacts facts = FactsPack.read(pack);
      List<LinkCheck> checks = new ArrayList<>(facts.links().size());
      for (int i = 0; i < facts.links().size(); i++) {
        checks.add(LinkCheck.read(pack, questions));
      }
      return new Entry(facts, checks);
    }

    private List<byte[]> facts(int piece) {
      return opened.computeIfAbsent(
          piece,
          number -> {
            try {
              return PieceFile.readFacts(Path.of(pieces.get(number)));
            } catch (IOException e) {
              throw new UncheckedIOException("cannot read " + pieces.get(number), e);
            }
          });
    }
  }
}

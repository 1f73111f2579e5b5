package org.docaudit.links;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.docaudit.pack.PackReader;

/**
 * What all batches tell and ask under the keys of one bucket, as {@link TargetPieces} packs it. The
 * packs stay packed and are gone through several times; most facts of a corpus are never asked for,
 * and those are never unpacked. Not thread-safe.
 */
final class TargetBucket {

  private final List<byte[]> packs = new ArrayList<>();

  /** Reads the packs once. */
  TargetBucket(Iterable<byte[]> packs) {
    packs.forEach(this.packs::add);
  }

  /** The keys of the questions. */
  AskedKeys asked() {
    AskedKeys asked = new AskedKeys();
    forEach(
        (kind, key, in) -> {
          if (kind == TargetPieces.QUESTION) {
            asked.add(key);
          }
          skip(kind, in);
        });
    return asked;
  }

  /** Visits the facts under keys that are asked for, and maybe a few others. */
  void forEachFact(AskedKeys asked, Consumer<TargetFact> visitor) {
    forEach(
        (kind, key, in) -> {
          if (kind == TargetPieces.FACT && asked.mayHave(key)) {
            visitor.accept(TargetFact.readFrom(in));
          } else {
            skip(kind, in);
          }
        });
  }

  /** Visits the questions, and returns how many there are. */
  long forEachQuestion(Consumer<AskedQuestion> visitor) {
    long[] questions = {0};
    forEach(
        (kind, key, in) -> {
          if (kind == TargetPieces.QUESTION) {
            visitor.accept(AskedQuestion.readFrom(in));
            questions[0]++;
          } else {
            skip(kind, in);
          }
        });
    return questions[0];
  }

  private static void skip(int kind, PackReader in) {
    if (kind == TargetPieces.FACT) {
      TargetFact.skip(in);
    } else {
      AskedQuestion.skip(in);
    }
  }

  /** Reads one entry, whose kind and key are read already. */
  private interface EntryReader {
    void read(int kind, int key, PackReader in);
  }

  private void forEach(EntryReader reader) {
    for (byte[] pack : packs) {
      PackReader in = new PackReader(pack);
      while (in.hasMore()) {
        reader.read(in.readByte(), in.readFixedInt(), in);
      }
    }
  }
}

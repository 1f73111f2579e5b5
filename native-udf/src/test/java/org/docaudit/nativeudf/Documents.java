package org.docaudit.nativeudf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Documents for tests. */
final class Documents {

  /** The limits that hold unless somebody configures others. */
  static final long[] LIMITS = {64L << 20, 100, 256 << 10, 50, 100_000};

  private static final List<String> PIECES =
      List.of(
          "# Heading\n\n", "[a](b.md) ", "words go here ", "ß é 漢 ", "\n\n", "> ", "- ", "`x` ");

  private Documents() {}

  static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  /** A batch of generated documents, the same for the same seed. */
  static List<byte[]> generated(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> documents = new ArrayList<>();
    for (int i = random.nextInt(1, 20); i > 0; i--) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "---\ntitle: T\n---\n" : "");
      for (int j = random.nextInt(200); j > 0; j--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      documents.add(utf8(text.toString()));
    }
    return documents;
  }

  static byte[] bytes(ByteBuffer record) {
    byte[] bytes = new byte[record.remaining()];
    record.duplicate().get(bytes);
    return bytes;
  }
}

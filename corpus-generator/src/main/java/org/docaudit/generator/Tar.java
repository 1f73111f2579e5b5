package org.docaudit.generator;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A tar archive (POSIX ustar) of documents and pictures. */
final class Tar implements CorpusFormat {

  private static final int BLOCK = 512;

  private static final int NAME = 100;

  private static final long MODIFIED = 1_767_225_600; // 2026-01-01

  private final Corpus corpus;

  Tar(Corpus corpus) {
    this.corpus = corpus;
  }

  @Override
  public byte[] store(int from, int to) {
    DocumentText text = new DocumentText(corpus);
    ByteText archive = new ByteText();
    for (int document = from; document < to; document++) {
      member(corpus.path(document), text.of(document), archive);
      if (corpus.hasPicture(document)) {
        member(Corpus.picturePath(corpus.pictureOf(document)), Picture.bytes(), archive);
      }
    }
    return archive.toByteArray();
  }

  @Override
  public byte[] end() {
    return new byte[2 * BLOCK];
  }

  private static void member(String path, byte[] content, ByteText archive) {
    byte[] header = new byte[BLOCK];
    put(header, 0, path);
    put(header, NAME, "0000644");
    put(header, 108, "0000000");
    put(header, 116, "0000000");
    put(header, 124, "%011o".formatted(content.length));
    put(header, 136, "%011o".formatted(MODIFIED));
    put(header, 148, "        ");
    put(header, 156, "0");
    put(header, 257, "ustar\00000");
    int sum = 0;
    for (byte b : header) {
      sum += b;
    }
    put(header, 148, "%06o\0 ".formatted(sum));
    archive.add(header).add(content).add(new byte[Math.floorMod(-content.length, BLOCK)]);
  }

  private static void put(byte[] header, int offset, String value) {
    byte[] bytes = value.getBytes(US_ASCII);
    if (offset == 0 && bytes.length > NAME) {
      throw new IllegalArgumentException("a path of more than " + NAME + " bytes: " + value);
    }
    System.arraycopy(bytes, 0, header, offset, bytes.length);
  }
}

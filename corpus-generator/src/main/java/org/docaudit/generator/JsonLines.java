package org.docaudit.generator;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A line of JSON a document, with {@code path} and {@code text}; pictures are left out. */
final class JsonLines implements CorpusFormat {

  private static final byte[] HEX = "0123456789abcdef".getBytes(US_ASCII);

  private final Corpus corpus;

  JsonLines(Corpus corpus) {
    this.corpus = corpus;
  }

  @Override
  public byte[] store(int from, int to) {
    DocumentText text = new DocumentText(corpus);
    ByteText lines = new ByteText();
    for (int document = from; document < to; document++) {
      lines.add("{\"path\":\"").add(corpus.path(document)).add("\",\"text\":\"");
      escape(text.of(document), lines);
      lines.add("\"}\n");
    }
    return lines.toByteArray();
  }

  @Override
  public byte[] end() {
    return new byte[0];
  }

  private static void escape(byte[] text, ByteText out) {
    for (byte b : text) {
      if (b == '\n') {
        out.add("\\n");
      } else if (b == '"' || b == '\\') {
        out.add('\\').add(b);
      } else if (b >= 0 && b < ' ') {
        out.add("\\u00").add(HEX[b >> 4]).add(HEX[b & 15]);
      } else {
        out.add(b);
      }
    }
  }
}

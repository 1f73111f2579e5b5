package org.docaudit.generator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Another format compressed: a gzip member for each run of documents, made in parallel. */
final class Gzip implements CorpusFormat {

  private final CorpusFormat format;

  Gzip(CorpusFormat format) {
    this.format = format;
  }

  @Override
  public byte[] store(int from, int to) throws IOException {
    return compressed(format.store(from, to));
  }

  @Override
  public byte[] end() {
    byte[] end = format.end();
    return end.length == 0 ? end : compressed(end);
  }

  private static byte[] compressed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}

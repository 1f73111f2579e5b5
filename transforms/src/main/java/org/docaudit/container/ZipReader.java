package org.docaudit.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.docaudit.nativeudf.DocumentBuffer;

/** Reads members of zip files by their own headers, so that no worker needs the directory. */
final class ZipReader implements MemberReader {
  private final UnpackedStream in;

  ZipReader(ContainerSource file) throws IOException {
    this.in = new UnpackedStream(file, Compression.NONE);
  }

  @Override
  public long read(Position position, String path, long expected, long max, DocumentBuffer batch)
      throws IOException {
    if (expected > max) {
      return expected;
    }
    in.moveTo(position);
    // In Latin-1 no name is malformed; only those in UTF-8 say what they are.
    try (ZipInputStream zip =
        new ZipInputStream(CloseShieldInputStream.wrap(in), StandardCharsets.ISO_8859_1)) {
      ZipEntry entry = zip.getNextEntry();
      if (entry == null || (isAscii(path) && isAscii(entry.getName()) && !is(entry, path))) {
        throw MemberException.changed();
      }
      return batch.appendFrom(Channels.newChannel(zip), expected, max);
    } catch (ZipException | IllegalArgumentException | UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static boolean is(ZipEntry entry, String path) {
    return MemberPath.normalize(entry.getName()).equals(path);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

package org.docaudit.pipeline.pack;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.docaudit.container.Compression;

/**
 * Compresses each part of a pack on its own, as a zstd frame or a gzip member. A file of several is
 * one stream to everybody, and workers can begin to read at each.
 */
final class Frames {
  /** zstd's own default. */
  private static final int LEVEL = 3;

  private Frames() {}

  static byte[] compress(byte[] part, Compression compression) throws IOException {
    return switch (compression) {
      case NONE -> part;
      case GZIP -> {
        ByteArrayOutputStream member = new ByteArrayOutputStream(part.length / 3 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(member, 64 << 10)) {
          gzip.write(part);
        }
        yield member.toByteArray();
      }
      case ZSTD -> {
        try (ZstdCompressCtx zstd = new ZstdCompressCtx()) {
          yield zstd.setLevel(LEVEL).setChecksum(true).compress(part);
        }
      }
    };
  }
}

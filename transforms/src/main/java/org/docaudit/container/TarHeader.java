package org.docaudit.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.docaudit.model.Rule;

/** Reads single headers of tar files, with GNU's long names and the records of pax. */
final class TarHeader {
  static final int BLOCK = 512;

  private static final byte[] MAGIC = {'u', 's', 't', 'a', 'r'};
  private static final int MAGIC_AT = 257;

  private TarHeader() {}

  /** Whether a block can be a header. */
  static boolean isHeader(byte[] block) {
    try {
      return block.length == BLOCK && TarUtils.verifyCheckSum(block);
    } catch (IllegalArgumentException noNumber) {
      return false;
    }
  }

  /** Whether a block is surely a header, and no content that adds up by chance. */
  static boolean isMarkedHeader(byte[] block) {
    return isHeader(block)
        && Arrays.equals(block, MAGIC_AT, MAGIC_AT + MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /** Whether a block marks the end of the archive. */
  static boolean isEnd(byte[] block) {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return block.length == BLOCK;
  }

  /**
   * Reads a header, and with it the headers that belong to it; the stream is then at the content.
   *
   * @throws IOException where there is none
   */
  @SuppressWarnings("resource") // Closing it would close the stream.
  static TarArchiveEntry read(InputStream in) throws IOException {
    try {
      TarArchiveEntry entry = new TarArchiveInputStream(new Bounded(in), "UTF-8").getNextEntry();
      if (entry == null || entry.getSize() < 0) {
        throw new IOException("a header is broken");
      }
      return entry;
    } catch (IllegalArgumentException e) {
      throw new IOException("a header is broken: " + e.getMessage(), e);
    }
  }

  /** Bytes of a content with what fills its last block. */
  static long padded(long size) {
    return (size + BLOCK - 1) / BLOCK * BLOCK;
  }

  /** A header whose names are read into memory whole, however large they claim to be. */
  private static final class Bounded extends FilterInputStream {
    private int rest = UnpackingLimits.MAX_HEADER_BYTES;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      require(1);
      return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      require(n);
      return n;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long n = super.skip(bytes);
      require(n);
      return n;
    }

    private void require(long bytes) throws IOException {
      if (bytes > rest) {
        throw new MemberException(
            Rule.CORPUS_OVER_LIMIT,
            "a header is larger than %d bytes".formatted(UnpackingLimits.MAX_HEADER_BYTES));
      }
      rest -= (int) Math.max(0, bytes);
    }
  }
}

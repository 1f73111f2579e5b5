package org.docaudit.container;

import java.io.IOException;
import java.io.InputStream;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The bytes of one zstd frame, still compressed, and nothing behind them: zstd's own stream reads
 * ahead and does not tell where a frame ends. Only lengths are understood here (RFC 8878, 3.1.1).
 * Not thread-safe.
 */
final class ZstdFrame extends InputStream {
  private static final int MAGIC = 0xFD2FB528;
  private static final int SKIPPABLE_MAGIC = 0x184D2A50;
  private static final int SKIPPABLE_MASK = 0xFFFFFFF0;

  /** Largest block of the format. */
  private static final int MAX_BLOCK = 128 << 10;

  private static final int RLE_BLOCK = 1;
  private static final int RESERVED_BLOCK = 3;

  private final InputStream in;
  private final boolean checksum;

  /** Bytes of a header that were read to understand them and are to be handed on. */
  private byte[] header;

  private int headerAt;

  /** Bytes of the present block that are still to come. */
  private int block;

  private boolean lastBlock;
  private boolean ended;

  private ZstdFrame(InputStream in, byte[] header, boolean checksum) {
    this.in = in;
    this.header = header;
    this.checksum = checksum;
  }

  /**
   * The next frame with content, or null at the end of the stream.
   *
   * @throws IOException where something else stands there
   */
  static @Nullable ZstdFrame next(InputStream in) throws IOException {
    while (true) {
      byte[] magic = in.readNBytes(Integer.BYTES);
      if (magic.length == 0) {
        return null;
      }
      int number = magic.length < Integer.BYTES ? 0 : number(magic, 0, Integer.BYTES);
      if (number == MAGIC) {
        return begin(in);
      } else if ((number & SKIPPABLE_MASK) != SKIPPABLE_MAGIC) {
        throw new IOException("what stands there is no zstd frame");
      }
      in.skipNBytes(Integer.toUnsignedLong(number(exactly(in, Integer.BYTES), 0, Integer.BYTES)));
    }
  }

  private static ZstdFrame begin(InputStream in) throws IOException {
    int descriptor = exactly(in, 1)[0] & 0xff;
    boolean singleSegment = (descriptor & 0x20) != 0;
    int window = singleSegment ? 0 : 1;
    int dictionary = new int[] {0, 1, 2, 4}[descriptor & 3];
    int contentSize = new int[] {singleSegment ? 1 : 0, 2, 4, 8}[descriptor >> 6];
    byte[] rest = exactly(in, window + dictionary + contentSize);
    byte[] header = new byte[Integer.BYTES + 1 + rest.length];
    for (int i = 0; i < Integer.BYTES; i++) {
      header[i] = (byte) (MAGIC >>> (8 * i));
    }
    header[Integer.BYTES] = (byte) descriptor;
    System.arraycopy(rest, 0, header, Integer.BYTES + 1, rest.length);
    return new ZstdFrame(in, header, (descriptor & 4) != 0);
  }

  /**
   * Reads what is left of the frame.
   *
   * @throws IOException where it is not possible to tell where it ends
   */
  void drain() throws IOException {
    byte[] buffer = new byte[8192];
    while (read(buffer, 0, buffer.length) >= 0) {
      // Only its end is wanted.
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (headerAt == header.length && block == 0 && !advance()) {
      return -1;
    }
    if (headerAt < header.length) {
      int n = Math.min(length, header.length - headerAt);
      System.arraycopy(header, headerAt, bytes, offset, n);
      headerAt += n;
      return n;
    }
    int n = in.read(bytes, offset, Math.min(length, block));
    if (n > 0) {
      block -= n;
    }
    return n;
  }

  /** Goes on to the next block, or returns false behind the last. */
  private boolean advance() throws IOException {
    if (ended) {
      return false;
    }
    headerAt = 0;
    if (lastBlock) {
      ended = true;
      header = checksum ? in.readNBytes(Integer.BYTES) : new byte[0];
      return header.length > 0;
    }
    header = in.readNBytes(3);
    if (header.length < 3) {
      ended = true; // Cut off: the decoder says so.
      return header.length > 0;
    }
    int number = number(header, 0, 3);
    lastBlock = (number & 1) != 0;
    int type = (number >> 1) & 3;
    block = type == RLE_BLOCK ? 1 : number >> 3;
    if (type == RESERVED_BLOCK || block > MAX_BLOCK) {
      throw new IOException("a block of a zstd frame is broken");
    }
    return true;
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("it ends in the middle of a zstd frame");
    }
    return bytes;
  }

  private static int number(byte[] bytes, int at, int length) {
    int number = 0;
    for (int i = 0; i < length; i++) {
      number |= (bytes[at + i] & 0xff) << (8 * i);
    }
    return number;
  }
}

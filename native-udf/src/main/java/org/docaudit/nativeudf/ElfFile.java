package org.docaudit.nativeudf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A library of Linux (System V ABI, "Object Files"). The linker maps segments without a look at the
 * file's length, and touching what is not there kills the process (SIGBUS).
 */
final class ElfFile {

  private static final int HEADER_BYTES = 64;
  private static final int PROGRAM_HEADER_BYTES = 56;

  /** The magic number, 64 bits, little-endian: what the offsets below are of. */
  private static final int MAGIC = 'F' << 24 | 'L' << 16 | 'E' << 8 | 0x7F;

  private static final short CLASS_AND_DATA = 0x0102;

  private ElfFile() {}

  /**
   * How long a file has to be to hold its segments; 0 where it is another kind of file, which the
   * linker refuses itself.
   */
  static long neededBytes(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer header = read(channel, 0, HEADER_BYTES);
      if (header.remaining() < HEADER_BYTES
          || header.getInt(0) != MAGIC
          || header.getShort(4) != CLASS_AND_DATA) {
        return 0;
      }
      long offset = header.getLong(0x20);
      int size = Short.toUnsignedInt(header.getShort(0x36));
      int count = Short.toUnsignedInt(header.getShort(0x38));
      long needed = offset + (long) size * count;
      if (size < PROGRAM_HEADER_BYTES || offset < 0 || channel.size() < needed) {
        return needed;
      }
      ByteBuffer segments = read(channel, offset, size * count);
      for (int i = 0; i < count; i++) {
        long end = segments.getLong(i * size + 8) + segments.getLong(i * size + 32);
        needed = Math.max(needed, end);
      }
      return needed;
    }
  }

  /** So many bytes, or what there is. */
  private static ByteBuffer read(FileChannel channel, long position, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    int read = 0;
    while (read >= 0 && bytes.hasRemaining()) {
      read = channel.read(bytes, position + bytes.position());
    }
    return bytes.flip();
  }
}

package org.docaudit.pipeline.report;

import java.io.OutputStream;
import java.util.Arrays;

/** Bytes of a Parquet page under construction. Not thread-safe. */
final class PageBuffer extends OutputStream {

  /** The longest array that every Java makes. */
  private static final int MAX_BYTES = Integer.MAX_VALUE - 8;

  private byte[] bytes = new byte[1 << 10];
  private int size;

  @Override
  public void write(int b) {
    reserve(1);
    bytes[size++] = (byte) b;
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    reserve(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
  }

  /** Appends bytes in the PLAIN encoding: their number, then they themselves. */
  void writeCounted(byte[] source) {
    writeInt(source.length);
    write(source, 0, source.length);
  }

  /** Appends 4 bytes, the lowest first. */
  void writeInt(int value) {
    reserve(Integer.BYTES);
    setInt(size, value);
    size += Integer.BYTES;
  }

  /** Overwrites the 4 bytes at a position. */
  void setInt(int position, int value) {
    bytes[position] = (byte) value;
    bytes[position + 1] = (byte) (value >> 8);
    bytes[position + 2] = (byte) (value >> 16);
    bytes[position + 3] = (byte) (value >> 24);
  }

  /** Appends what the other has. */
  void write(PageBuffer other) {
    write(other.bytes, 0, other.size);
  }

  int size() {
    return size;
  }

  /** The bytes, of which the first {@link #size} count. */
  byte[] array() {
    return bytes;
  }

  void clear() {
    size = 0;
  }

  private void reserve(int length) {
    int end = Math.addExact(size, length);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.max(end, Math.min(2L * bytes.length, MAX_BYTES)));
    }
  }
}

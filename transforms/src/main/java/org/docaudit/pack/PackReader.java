package org.docaudit.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Objects;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Reads what a {@link PackWriter} wrote, in the same order; a pack that ends too early is an {@link
 * IndexOutOfBoundsException}. Not thread-safe.
 */
public final class PackReader {

  private final byte[] buffer;
  private int position;

  public PackReader(byte[] buffer) {
    this.buffer = buffer;
  }

  /** Whether anything is left to read. */
  public boolean hasMore() {
    return position < buffer.length;
  }

  /** One byte, 0 to 255. */
  public int readByte() {
    return buffer[position++] & 0xFF;
  }

  public boolean readBoolean() {
    return readByte() != 0;
  }

  public long readLong() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = buffer[position++];
      value |= (b & 0x7FL) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }

  public int readInt() {
    return Math.toIntExact(readLong());
  }

  /** What {@link PackWriter#writeFixedInt} wrote. */
  public int readFixedInt() {
    int value =
        (buffer[position] & 0xFF) << 24
            | (buffer[position + 1] & 0xFF) << 16
            | (buffer[position + 2] & 0xFF) << 8
            | (buffer[position + 3] & 0xFF);
    position += Integer.BYTES;
    return value;
  }

  /** Where the next value begins. */
  public int position() {
    return position;
  }

  /** Passes over bytes. */
  public void skip(int length) {
    Objects.checkFromIndexSize(position, length, buffer.length);
    position += length;
  }

  /** Passes over a string. */
  public void skipString() {
    skip(readInt());
  }

  public byte[] readRaw(int length) {
    // Arrays.copyOfRange would make up what a pack that is cut off does not have.
    Objects.checkFromIndexSize(position, length, buffer.length);
    byte[] bytes = Arrays.copyOfRange(buffer, position, position + length);
    position += length;
    return bytes;
  }

  /** Reads bytes to a place in an array. */
  public void readRaw(byte[] into, int at, int length) {
    Objects.checkFromIndexSize(position, length, buffer.length);
    System.arraycopy(buffer, position, into, at, length);
    position += length;
  }

  /** All bytes that are left. */
  public byte[] readRest() {
    return readRaw(buffer.length - position);
  }

  public byte[] readBytes() {
    return readRaw(readInt());
  }

  public String readString() {
    int length = readInt();
    String value = new String(buffer, position, length, UTF_8);
    position += length;
    return value;
  }

  public @Nullable String readNullableString() {
    return readBoolean() ? readString() : null;
  }
}

package org.docaudit.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Appends values to a growing byte array: variable-length integers (7 bits a byte, least
 * significant first), UTF-8 strings after their length in bytes.
 *
 * <p>Facts travel as such bytes and not as objects because a grouped element costs the DirectRunner
 * 4 µs and every object a header: one pack per batch and bucket is one element. Not thread-safe.
 */
public final class PackWriter {

  private byte[] buffer;
  private int size;

  public PackWriter() {
    this(256);
  }

  /**
   * @param capacity bytes that are written without growing
   */
  public PackWriter(int capacity) {
    buffer = new byte[capacity];
  }

  /** The number of bytes written. */
  public int size() {
    return size;
  }

  /** A copy of the bytes written. */
  public byte[] toByteArray() {
    return Arrays.copyOf(buffer, size);
  }

  /** One byte; the upper 24 bits of {@code value} are dropped. */
  public void writeByte(int value) {
    ensure(1);
    buffer[size++] = (byte) value;
  }

  public void writeBoolean(boolean value) {
    writeByte(value ? 1 : 0);
  }

  /** A number; small non-negative ones take the fewest bytes, negative ones take ten. */
  public void writeLong(long value) {
    ensure(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      buffer[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    buffer[size++] = (byte) rest;
  }

  /** A number that is at least 0; five bytes at most. */
  public void writeInt(int value) {
    if (value < 0) {
      throw new IllegalArgumentException("negative: " + value);
    }
    writeLong(value);
  }

  /** Four bytes, whatever the number: for hashes, which have no small values. */
  public void writeFixedInt(int value) {
    ensure(Integer.BYTES);
    buffer[size++] = (byte) (value >>> 24);
    buffer[size++] = (byte) (value >>> 16);
    buffer[size++] = (byte) (value >>> 8);
    buffer[size++] = (byte) value;
  }

  /** Bytes without their length: the reader must know it. */
  public void writeRaw(byte[] bytes) {
    writeRaw(bytes, 0, bytes.length);
  }

  /** The same with some bytes of an array. */
  public void writeRaw(byte[] bytes, int offset, int length) {
    ensure(length);
    System.arraycopy(bytes, offset, buffer, size, length);
    size += length;
  }

  /** Bytes after their length. */
  public void writeBytes(byte[] bytes) {
    writeBytes(bytes, 0, bytes.length);
  }

  /** Some of the bytes after their length. */
  public void writeBytes(byte[] bytes, int from, int length) {
    writeInt(length);
    writeRaw(bytes, from, length);
  }

  /** A string as UTF-8 after its length in bytes; lone surrogates become {@code ?}. */
  public void writeString(String value) {
    writeBytes(value.getBytes(UTF_8));
  }

  /** A string or null. */
  public void writeNullableString(@Nullable String value) {
    writeBoolean(value != null);
    if (value != null) {
      writeString(value);
    }
  }

  private void ensure(int more) {
    if (buffer.length - size < more) {
      long wanted = Math.max((long) size + more, size * 2L);
      buffer = Arrays.copyOf(buffer, (int) Math.min(wanted, Integer.MAX_VALUE - 8));
    }
  }
}

package org.docaudit.nativeudf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Reads the values of a record in their order; what they mean is written down in the kernel's
 * module {@code record}. Holds a copy of the record. Not safe for threads.
 *
 * <p>A record comes from the library that was loaded, so it is trusted to be whole: one that is not
 * ends in an {@link IndexOutOfBoundsException}.
 */
public final class RecordReader {

  /** The bits of a number that one byte of it has. */
  private static final int LOW = 0x7F;

  private final byte[] bytes;
  private int at;

  private RecordReader(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  /** Copies what remains of a buffer. */
  public static RecordReader of(ByteBuffer record) {
    byte[] bytes = new byte[record.remaining()];
    record.get(record.position(), bytes);
    return new RecordReader(bytes, 0);
  }

  /** Another reader, which stands where this one stands now. */
  public RecordReader copy() {
    return new RecordReader(bytes, at);
  }

  /** A byte, 0 to 255. */
  public int readByte() {
    return bytes[at++] & 0xFF;
  }

  /** So many bytes. */
  public byte[] readBytes(int length) {
    byte[] read = new byte[length];
    System.arraycopy(bytes, at, read, 0, length);
    at += length;
    return read;
  }

  /** Two bytes, little-endian, unsigned. */
  public int readShort() {
    return readByte() | readByte() << 8;
  }

  /** Four bytes, little-endian. */
  public int readInt() {
    return readShort() | readShort() << 16;
  }

  /** An unsigned number of variable length (LEB128). */
  public long readNumber() {
    byte first = bytes[at++];
    if (first >= 0) {
      return first;
    }
    long value = first & LOW;
    for (int shift = 7; ; shift += 7) {
      byte next = bytes[at++];
      value |= (long) (next & LOW) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  /**
   * The same, where it is known to be an int.
   *
   * @throws ArithmeticException where it is none
   */
  public int readCount() {
    return Math.toIntExact(readNumber());
  }

  /** Text, with its length before it. */
  public String readText() {
    int length = readCount();
    String text = new String(bytes, at, length, UTF_8);
    at += length;
    return text;
  }

  /** Passes over text, and gives a reader of it. */
  public RecordReader readNested() {
    int length = readCount();
    RecordReader nested = copy();
    at += length;
    return nested;
  }

  /** A list, with its size before it. */
  public <T> List<T> readList(Supplier<T> element) {
    int size = readCount();
    if (size == 0) {
      return List.of();
    }
    List<T> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(element.get());
    }
    return list;
  }

  /** Text where there is some. */
  public @Nullable String readTextIf(boolean present) {
    return present ? readText() : null;
  }
}

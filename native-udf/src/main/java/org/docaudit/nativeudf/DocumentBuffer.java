package org.docaudit.nativeudf;

import java.io.IOException;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * The documents of a batch in one direct buffer, where the kernel reads them: a file goes from its
 * channel to the kernel without a copy on the heap. As a list it gives copies. Used again for the
 * next batch; keeps up to {@value #KEPT_BYTES} bytes. Not thread-safe.
 */
public final class DocumentBuffer extends AbstractList<byte[]> implements RandomAccess {

  /** A buffer larger than this is left to the garbage collector after its batch. */
  static final int KEPT_BYTES = 16 << 20;

  private static final int FIRST_BYTES = 64 << 10;

  private ByteBuffer buffer = allocate(FIRST_BYTES);
  private int[] ends = new int[64];
  private int count;

  /**
   * Forgets the documents.
   *
   * @param bytes how many the next ones will probably have together
   */
  public void clear(long bytes) {
    count = 0;
    if (buffer.capacity() > KEPT_BYTES && bytes <= KEPT_BYTES) {
      buffer = allocate(FIRST_BYTES);
    }
    buffer.clear();
    // With room for the lengths, which stand behind the documents.
    ensure((int) Math.min(bytes + bytes / 16, Integer.MAX_VALUE / 2));
  }

  /** Appends a document. */
  public void append(byte[] document) {
    ensure(document.length);
    buffer.put(document);
    end();
  }

  /**
   * Appends a document that a channel gives, to its end.
   *
   * @param expected how many bytes it probably has
   * @param max how many bytes it may have, less than 2^31 - 1
   * @return its length; where that is more than {@code max}, the document was not appended and the
   *     channel may have more
   * @throws IOException as the channel throws it; the document was not appended
   */
  public long appendFrom(ReadableByteChannel channel, long expected, long max) throws IOException {
    int start = buffer.position();
    boolean whole = false;
    try {
      // One byte more than expected, so that the end is seen without growing.
      ensure((int) Math.min(expected, max) + 1);
      while (channel.read(buffer) >= 0) {
        long length = buffer.position() - (long) start;
        if (length > max) {
          return length;
        }
        if (!buffer.hasRemaining()) {
          ensure(buffer.position() - start + 1);
        }
      }
      whole = true;
    } finally {
      if (!whole) {
        buffer.position(start);
      }
    }
    end();
    return length(count - 1);
  }

  /** The number of documents. */
  @Override
  public int size() {
    return count;
  }

  /** A copy of a document. */
  @Override
  public byte[] get(int index) {
    byte[] document = new byte[length(index)];
    buffer.get(start(index), document);
    return document;
  }

  /** Bytes of a document. */
  public int length(int index) {
    return ends[index] - start(index);
  }

  /** Bytes of all documents together. */
  public long bytes() {
    return buffer.position();
  }

  /**
   * The documents as the kernel takes them: the bytes of each, the length of each, the number of
   * documents; numbers of four bytes, little-endian, without gaps.
   *
   * @return a view of all that, from position 0 to its limit
   * @throws BufferOverflowException where there are more than 2^31 - 1 bytes
   */
  ByteBuffer packed() {
    int end = buffer.position();
    ensure(Integer.BYTES * (count + 1));
    for (int i = 0; i < count; i++) {
      buffer.putInt(length(i));
    }
    buffer.putInt(count);
    ByteBuffer packed = buffer.duplicate().flip();
    buffer.position(end);
    return packed;
  }

  private int start(int index) {
    if (index < 0 || index >= count) {
      throw new IndexOutOfBoundsException("document " + index + " of " + count);
    }
    return index == 0 ? 0 : ends[index - 1];
  }

  private void end() {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    ends[count++] = buffer.position();
  }

  private void ensure(int more) {
    if (buffer.remaining() >= more) {
      return;
    }
    long needed = (long) buffer.position() + more;
    if (needed > Integer.MAX_VALUE) {
      throw new BufferOverflowException();
    }
    ByteBuffer larger = allocate((int) Math.min(Integer.MAX_VALUE, needed + needed / 4));
    buffer = larger.put(buffer.flip());
  }

  private static ByteBuffer allocate(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}

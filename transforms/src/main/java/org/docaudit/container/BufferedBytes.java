package org.docaudit.container;

import java.io.IOException;
import java.io.InputStream;

/** A stream whose next bytes can be looked at where they are, without a copy. Not thread-safe. */
class BufferedBytes extends InputStream {
  static final int BUFFER_BYTES = 64 << 10;

  final byte[] buffer = new byte[BUFFER_BYTES];

  /** The bytes from here to {@link #end} are ready. */
  int at;

  int end;

  private final InputStream in;

  BufferedBytes(InputStream in) {
    this.in = in;
  }

  /** Reads bytes into the buffer behind its end, or returns false at the end of the stream. */
  boolean fillBehind() throws IOException {
    int n = in.read(buffer, end, buffer.length - end);
    end += Math.max(0, n);
    return n >= 0;
  }

  /** How many bytes are ready, to be taken by {@link #take}; 0 at the end alone. */
  final int ready() throws IOException {
    if (at == end) {
      at = 0;
      end = 0;
      while (end == 0 && fillBehind()) {
        // Until there is something.
      }
    }
    return end - at;
  }

  /** Takes bytes of those that are ready. */
  final void take(int bytes) {
    at += bytes;
  }

  /**
   * Up to so many of the next bytes, which are not taken; fewer only at the end.
   *
   * @param bytes no more than the buffer has
   */
  final byte[] peek(int bytes) throws IOException {
    if (end - at < bytes) {
      System.arraycopy(buffer, at, buffer, 0, end - at);
      end -= at;
      at = 0;
      while (end < bytes && fillBehind()) {
        // Until there is enough.
      }
    }
    byte[] next = new byte[Math.min(bytes, end - at)];
    System.arraycopy(buffer, at, next, 0, next.length);
    return next;
  }

  @Override
  public final int read() throws IOException {
    return ready() == 0 ? -1 : buffer[at++] & 0xff;
  }

  @Override
  public final int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int n = Math.min(length, ready());
    if (n == 0) {
      return -1;
    }
    System.arraycopy(buffer, at, bytes, offset, n);
    at += n;
    return n;
  }
}

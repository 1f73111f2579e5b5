package org.docaudit.container;

import java.io.IOException;
import java.util.Arrays;

/** The lines of a stream, one at a time in a buffer of its own. Not thread-safe. */
final class LineReader {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final BufferedBytes in;
  private final int maxBytes;
  private byte[] line = new byte[8192];
  private int length;
  private boolean tooLong;

  /**
   * @param maxBytes of a line that is kept
   */
  LineReader(BufferedBytes in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /** Reads the next line, or returns false where there is none. */
  boolean next() throws IOException {
    length = 0;
    tooLong = false;
    int ready = in.ready();
    if (ready == 0) {
      return false;
    }
    while (ready > 0) {
      int start = in.at;
      int end = lineEnd(in.buffer, start, start + ready);
      append(in.buffer, start, end - start);
      if (end < start + ready) {
        in.take(end + 1 - start);
        break;
      }
      in.take(ready);
      ready = in.ready();
    }
    return true;
  }

  private static int lineEnd(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return to;
  }

  private void append(byte[] bytes, int start, int count) {
    if (tooLong || count > maxBytes - length) {
      tooLong = true;
      return;
    }
    if (length + count > line.length) {
      line =
          Arrays.copyOf(line, (int) Math.min(maxBytes, Math.max(2L * line.length, length + count)));
    }
    System.arraycopy(bytes, start, line, length, count);
    length += count;
  }

  /** Whether the line is longer than the limit; what is kept of it is of no use. */
  boolean isTooLong() {
    return tooLong;
  }

  /** The buffer, not a copy. */
  byte[] array() {
    return line;
  }

  /** Where the line begins in the buffer: behind a byte-order mark. */
  int start() {
    return length >= 3 && Arrays.equals(line, 0, 3, BYTE_ORDER_MARK, 0, 3) ? 3 : 0;
  }

  /** Bytes of the line without its line feed. */
  int length() {
    return length - start();
  }

  boolean isBlank() {
    for (int i = start(); i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}

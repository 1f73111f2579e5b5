package org.docaudit.generator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** UTF-8 text that grows. Mutable, not thread-safe. */
final class ByteText {

  private byte[] bytes = new byte[16 << 10];
  private int size;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  ByteText add(int single) {
    ensure(1);
    bytes[size++] = (byte) single;
    return this;
  }

  ByteText add(byte[] text) {
    ensure(text.length);
    System.arraycopy(text, 0, bytes, size, text.length);
    size += text.length;
    return this;
  }

  /** Text of ASCII characters alone. */
  ByteText add(String ascii) {
    return add(ascii.getBytes(US_ASCII));
  }

  /** What was added first and begins at an offset gets a capital, if it is a letter of ASCII. */
  void capitalize(int offset) {
    if (offset < size && bytes[offset] >= 'a' && bytes[offset] <= 'z') {
      bytes[offset] = (byte) (bytes[offset] - 'a' + 'A');
    }
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }
}

package org.docaudit.analysis.text;

/**
 * UTF-8 sequences, one at a time. Bytes that form none are cut into maximal subparts (The Unicode
 * Standard 16.0, section 3.9.6, "U+FFFD Substitution of Maximal Subparts"), each of which stands
 * for one U+FFFD. So do the Encoding Standard and Rust; {@code java.nio} differs on encoded
 * surrogates (one U+FFFD for the three bytes, here three).
 */
final class Utf8 {

  static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /**
   * The length in bytes of the sequence that begins at {@code at}, 1 to 4, or when it is malformed
   * the length of its maximal subpart, 1 to 3, as a negative number.
   */
  static int length(byte[] bytes, int at) {
    int lead = bytes[at];
    if (lead >= 0) {
      return 1;
    }
    lead &= 0xFF;
    if (lead < 0xC2 || lead > 0xF4) {
      return -1;
    }
    // The second byte is narrower after four leads: no overlong forms, surrogates, or planes > 16.
    int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (at + 1 >= bytes.length) {
      return -1;
    }
    int second = bytes[at + 1] & 0xFF;
    if (second < low || second > high) {
      return -1;
    }
    for (int i = 2; i < length; i++) {
      if (at + i >= bytes.length || (bytes[at + i] & 0xC0) != 0x80) {
        return -i;
      }
    }
    return length;
  }

  /** The code point of the well-formed sequence of {@code length} bytes at {@code at}. */
  static int codePoint(byte[] bytes, int at, int length) {
    return switch (length) {
      case 1 -> bytes[at];
      case 2 -> ((bytes[at] & 0x1F) << 6) | tail(bytes[at + 1]);
      case 3 -> ((bytes[at] & 0x0F) << 12) | (tail(bytes[at + 1]) << 6) | tail(bytes[at + 2]);
      case 4 ->
          ((bytes[at] & 0x07) << 18)
              | (tail(bytes[at + 1]) << 12)
              | (tail(bytes[at + 2]) << 6)
              | tail(bytes[at + 3]);
      default -> throw new IllegalArgumentException("no sequence of " + length + " bytes");
    };
  }

  /** Appends a code point's sequence at {@code end}; returns the new end. */
  static int append(int codePoint, byte[] bytes, int end) {
    int at = end;
    if (codePoint < 0x80) {
      bytes[at++] = (byte) codePoint;
      return at;
    }
    if (codePoint < 0x800) {
      bytes[at++] = (byte) (0xC0 | (codePoint >> 6));
    } else {
      if (codePoint < 0x10000) {
        bytes[at++] = (byte) (0xE0 | (codePoint >> 12));
      } else {
        bytes[at++] = (byte) (0xF0 | (codePoint >> 18));
        bytes[at++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
      }
      bytes[at++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
    }
    bytes[at++] = (byte) (0x80 | (codePoint & 0x3F));
    return at;
  }

  private static int tail(byte continuation) {
    return continuation & 0x3F;
  }
}

package org.docaudit.links;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-decoding of URLs, as UTF-8 (RFC 3986, section 2.1). */
final class Percent {
  private Percent() {}

  /**
   * The decoded text, or empty where the bytes are not UTF-8. A percent sign without two
   * hexadecimal digits behind it stands for itself, as in browsers (URL Standard,
   * "percent-decode").
   */
  static Optional<String> decode(String text) {
    int percent = text.indexOf('%');
    if (percent < 0) {
      return Optional.of(text);
    }
    StringBuilder decoded = new StringBuilder(text.length()).append(text, 0, percent);
    byte[] bytes = new byte[(text.length() - percent) / 3];
    for (int i = percent; i < text.length(); ) {
      int count = 0;
      while (isEncoded(text, i)) {
        bytes[count++] = (byte) ((hex(text.charAt(i + 1)) << 4) | hex(text.charAt(i + 2)));
        i += 3;
      }
      try {
        // A new decoder reports what is malformed.
        decoded.append(
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, count)));
      } catch (CharacterCodingException e) {
        return Optional.empty();
      }
      int next = text.indexOf('%', i + 1);
      int end = i >= text.length() ? i : next < 0 ? text.length() : next;
      decoded.append(text, i, end);
      i = end;
    }
    return Optional.of(decoded.toString());
  }

  /** Whether a percent sign and two hexadecimal digits stand there. */
  static boolean isEncoded(String text, int index) {
    return index + 2 < text.length()
        && text.charAt(index) == '%'
        && hex(text.charAt(index + 1)) >= 0
        && hex(text.charAt(index + 2)) >= 0;
  }

  private static int hex(char digit) {
    return digit < 0x80 ? Character.digit(digit, 16) : -1;
  }
}

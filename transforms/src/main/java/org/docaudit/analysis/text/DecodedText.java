package org.docaudit.analysis.text;

import java.nio.charset.StandardCharsets;

/**
 * The characters of a document and what was invalid in its bytes.
 *
 * @param text never holds a lone surrogate
 * @param invalidSequences how many U+FFFD stand for invalid bytes
 * @param firstInvalidByte offset of the first of them in the document's bytes, -1 for none
 */
record DecodedText(String text, int invalidSequences, long firstInvalidByte) {

  /** Decodes what follows {@code start}, linear in the bytes. */
  static DecodedText decode(byte[] bytes, int start, Encoding encoding) {
    if (encoding != Encoding.UTF_8) {
      return decodeUtf16(bytes, start, encoding == Encoding.UTF_16BE);
    }
    String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    // The platform's decoder is vectorized but differs on encoded surrogates; either way it leaves
    // a U+FFFD for whatever is invalid, so text without one is right as it is.
    return text.indexOf(Utf8.REPLACEMENT) < 0
        ? new DecodedText(text, 0, -1)
        : decodeUtf8(bytes, start, text.length());
  }

  private static DecodedText decodeUtf8(byte[] bytes, int start, int expectedLength) {
    StringBuilder text = new StringBuilder(expectedLength);
    int invalid = 0;
    int firstInvalid = -1;
    int at = start;
    while (at < bytes.length) {
      int length = Utf8.length(bytes, at);
      if (length > 0) {
        text.appendCodePoint(Utf8.codePoint(bytes, at, length));
        at += length;
      } else {
        text.append(Utf8.REPLACEMENT);
        firstInvalid = invalid++ == 0 ? at : firstInvalid;
        at -= length;
      }
    }
    return new DecodedText(text.toString(), invalid, firstInvalid);
  }

  /**
   * As the Encoding Standard: a lone surrogate is one U+FFFD, so is an odd last byte, together with
   * a high surrogate before it.
   */
  private static DecodedText decodeUtf16(byte[] bytes, int start, boolean bigEndian) {
    int units = (bytes.length - start) / 2;
    char[] chars = new char[units + 1];
    int high = bigEndian ? 0 : 1;
    int invalid = 0;
    int firstInvalid = -1;
    int length = 0;
    for (int at = start; at < bytes.length; at += 2) {
      boolean whole = at + 1 < bytes.length;
      char unit =
          whole
              ? (char) (((bytes[at + high] & 0xFF) << 8) | (bytes[at + 1 - high] & 0xFF))
              : Utf8.REPLACEMENT;
      boolean afterHigh = length > 0 && Character.isHighSurrogate(chars[length - 1]);
      if (Character.isLowSurrogate(unit) && afterHigh) {
        chars[length++] = unit;
        continue;
      }
      if (afterHigh) {
        chars[length - 1] = Utf8.REPLACEMENT;
        firstInvalid = invalid++ == 0 ? at - 2 : firstInvalid;
        if (!whole) {
          break;
        }
      }
      if (!whole || Character.isLowSurrogate(unit)) {
        unit = Utf8.REPLACEMENT;
        firstInvalid = invalid++ == 0 ? at : firstInvalid;
      }
      chars[length++] = unit;
    }
    if (length > 0 && Character.isHighSurrogate(chars[length - 1])) {
      chars[length - 1] = Utf8.REPLACEMENT;
      firstInvalid = invalid++ == 0 ? bytes.length - 2 : firstInvalid;
    }
    return new DecodedText(new String(chars, 0, length), invalid, firstInvalid);
  }
}

package org.docaudit.analysis.text;

/**
 * Counts the words of a whole document: maximal runs of characters that are not White_Space.
 * Stateless, linear.
 */
public final class Words {

  private Words() {}

  /** The words of a document, its markup included. */
  public static long count(SourceText source) {
    return source.encoding() == Encoding.UTF_8
        ? countUtf8(source.bytes(), source.firstByte())
        : count(source.text());
  }

  /** The words of a text; a lone surrogate is a character like any other. */
  public static long count(CharSequence text) {
    long words = 0;
    boolean afterSpace = true;
    for (int i = 0; i < text.length(); i++) {
      // All white space is in the basic plane, so surrogates need not be joined.
      boolean space = UnicodeTables.isWhiteSpace(text.charAt(i));
      words += afterSpace && !space ? 1 : 0;
      afterSpace = space;
    }
    return words;
  }

  private static long countUtf8(byte[] bytes, int from) {
    long words = 0;
    long spaceBefore = 1;
    int at = from;
    while (at < bytes.length) {
      long eight = EightBytes.load(bytes, at);
      if (at <= bytes.length - Long.BYTES && (eight & EightBytes.HIGH) == 0) {
        long spaces = EightBytes.whiteSpace(eight);
        // A word begins at each byte that is no space and has one before it.
        words += Long.bitCount(~spaces & EightBytes.HIGH & ((spaces << 8) | (spaceBefore << 7)));
        spaceBefore = spaces >>> 63;
        at += Long.BYTES;
      } else {
        int length = Utf8.length(bytes, at);
        boolean space = length > 0 && UnicodeTables.isWhiteSpace(Utf8.codePoint(bytes, at, length));
        words += space ? 0 : spaceBefore;
        spaceBefore = space ? 1 : 0;
        at += Math.abs(length);
      }
    }
    return words;
  }
}

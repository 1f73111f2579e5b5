package org.docaudit.analysis.markdown;

import org.docaudit.analysis.text.UnicodeTables;

/** Text as reports carry it. Stateless, linear. */
final class VisibleText {

  private VisibleText() {}

  /** Each run of White_Space becomes one space, none at the ends; the result is well-formed. */
  static String fold(CharSequence text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean space = false;
    int index = 0;
    while (index < text.length()) {
      int codePoint = Character.codePointAt(text, index);
      index += Character.charCount(codePoint);
      if (UnicodeTables.isWhiteSpace(codePoint)) {
        space = true;
      } else {
        if (space && !folded.isEmpty()) {
          folded.append(' ');
        }
        space = false;
        folded.appendCodePoint(isSurrogate(codePoint) ? 0xFFFD : codePoint);
      }
    }
    return folded.toString();
  }

  /** The same text with U+FFFD for each lone surrogate (a character reference can make one). */
  static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints()
            .map(codePoint -> isSurrogate(codePoint) ? 0xFFFD : codePoint)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return text;
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= 0xD800 && codePoint <= 0xDFFF;
  }
}

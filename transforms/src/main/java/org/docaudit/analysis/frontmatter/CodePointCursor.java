package org.docaudit.analysis.frontmatter;

/**
 * Turns indices in code points into indices in chars. Asked in rising order it walks the text once;
 * a smaller index starts from the beginning.
 */
final class CodePointCursor {
  private final String text;
  private final boolean same;
  private int codePoint;
  private int index;

  CodePointCursor(String text) {
    this.text = text;
    same = text.codePointCount(0, text.length()) == text.length();
  }

  /** The char index of a code point, or the text's length where there are fewer. */
  int charIndex(int wanted) {
    if (same) {
      return Math.min(Math.max(wanted, 0), text.length());
    }
    if (wanted < codePoint) {
      codePoint = 0;
      index = 0;
    }
    while (codePoint < wanted && index < text.length()) {
      index += Character.charCount(text.codePointAt(index));
      codePoint++;
    }
    return index;
  }
}

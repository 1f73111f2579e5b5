package org.docaudit.analysis.frontmatter;

/** Text from a document as it may stand within a one-line message. */
final class Excerpt {
  private static final int MAX_LENGTH = 60;
  private static final int MAX_MESSAGE = 200;

  private Excerpt() {}

  /** The text with white space and control characters folded, cut where it is long. */
  static String of(String text) {
    return cut(text, MAX_LENGTH);
  }

  /** The same for a parser's whole message. */
  static String ofMessage(String text) {
    return cut(text, MAX_MESSAGE);
  }

  private static String cut(String text, int maxLength) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (line.length() >= maxLength) {
        return line.append('…').toString();
      }
      int type = Character.getType(point);
      boolean folded =
          Character.isISOControl(point)
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR;
      line.appendCodePoint(folded ? ' ' : point);
      i += Character.charCount(point);
    }
    return line.toString();
  }
}

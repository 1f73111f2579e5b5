package org.docaudit.pipeline.console;

/**
 * Makes text from documents harmless on a terminal: a path can hold escape sequences that recolour,
 * move, retitle or answer, and bidirectional overrides that show another path than there is.
 */
public final class TerminalText {
  private static final String ELLIPSIS = "…";

  private TerminalText() {}

  /**
   * The text with every control, format, private-use, unassigned and lone surrogate code point, and
   * every line and paragraph separator, replaced by U+FFFD.
   */
  public static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(c -> harmless(c) ? c : 0xFFFD).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean harmless(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** How many columns a terminal gives the text, which must be clean. */
  static int width(String text) {
    return text.codePoints().map(TerminalText::width).sum();
  }

  /** The beginning of the text, which must be clean, in at most so many columns. */
  static String head(String text, int columns) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      used += width(codePoint);
      if (used > columns) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return text.substring(0, end);
  }

  /** The end of the text, after an ellipsis where it is cut, in at most so many columns. */
  static String tail(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    int start = text.length();
    int used = 1;
    while (start > 0) {
      int codePoint = text.codePointBefore(start);
      used += width(codePoint);
      if (used > columns) {
        break;
      }
      start -= Character.charCount(codePoint);
    }
    return ELLIPSIS + text.substring(start);
  }

  private static int width(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  /** The large wide and full-width ranges of UAX #11; rare ones only cost alignment. */
  private static boolean isWide(int codePoint) {
    return (codePoint >= 0x1100 && codePoint <= 0x115F)
        || (codePoint >= 0x2E80 && codePoint <= 0xA4CF && codePoint != 0x303F)
        || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
        || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
        || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
        || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
        || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
        || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
  }
}

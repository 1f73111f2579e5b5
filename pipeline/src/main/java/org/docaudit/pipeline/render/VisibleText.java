package org.docaudit.pipeline.render;

/**
 * Text from documents as rendered reports show it: bounded, on one line, with every character that
 * is not seen, or that changes how others are seen, replaced by its number, such as {@code
 * ‹U+202E›}. What a format gives a meaning to is escaped by its renderer, not here.
 */
public final class VisibleText {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private VisibleText() {}

  /**
   * The text, cut to so many code points; then an ellipsis and the full length follow.
   *
   * @param max code points of the text that are kept
   */
  public static String of(String text, int max) {
    int end = text.length() <= max ? text.length() : endOf(text, max);
    StringBuilder visible = null;
    for (int i = 0; i < end; ) {
      int codePoint = text.codePointAt(i);
      if (hidden(codePoint)) {
        if (visible == null) {
          visible = new StringBuilder(end + 16).append(text, 0, i);
        }
        visible.append("‹U+%04X›".formatted(codePoint));
      } else if (visible != null) {
        visible.appendCodePoint(codePoint);
      }
      i += Character.charCount(codePoint);
    }
    String shown = visible == null ? text.substring(0, end) : visible.toString();
    return end == text.length()
        ? shown
        : shown + "… (%,d characters)".formatted(text.codePointCount(0, text.length()));
  }

  private static int endOf(String text, int codePoints) {
    int length = text.codePointCount(0, text.length());
    return length <= codePoints ? text.length() : text.offsetByCodePoints(0, codePoints);
  }

  /** Joiners stay: emoji and several scripts are not right without them. */
  private static boolean hidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.FORMAT -> codePoint != ZERO_WIDTH_NON_JOINER && codePoint != ZERO_WIDTH_JOINER;
      default -> false;
    };
  }
}

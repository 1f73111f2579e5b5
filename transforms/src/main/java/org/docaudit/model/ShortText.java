package org.docaudit.model;

/** Text of any length where there is room for a little. */
public final class ShortText {

  private ShortText() {}

  /**
   * The text, or its beginning and an ellipsis.
   *
   * @param most code points of the text that are kept
   */
  public static String of(String text, int most) {
    return text.length() <= most || text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
  }
}

package org.docaudit.analysis.text;

/** Character properties. */
public final class UnicodeTables {

  private UnicodeTables() {}

  public static boolean isWhiteSpace(int codePoint) {
    return codePoint == 0x85
        || (codePoint >= 9 && codePoint <= 13)
        || Character.isSpaceChar(codePoint);
  }

  public static boolean isLetterOrMark(int codePoint) {
    return Character.isLetter(codePoint) || isMark(codePoint);
  }

  /** Letter or number. */
  public static boolean isLetterOrNumber(int codePoint) {
    return Character.isLetter(codePoint) || isNumber(codePoint);
  }

  public static boolean isSlugCharacter(int codePoint) {
    return Character.isAlphabetic(codePoint)
        || isMark(codePoint)
        || Character.isDigit(codePoint)
        || Character.getType(codePoint) == Character.CONNECTOR_PUNCTUATION;
  }

  public static boolean isCjk(int codePoint) {
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA -> true;
      default -> codePoint == 0x30FC;
    };
  }

  public static int foldCase(int codePoint) {
    return Character.toLowerCase(Character.toUpperCase(codePoint));
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type >= Character.NON_SPACING_MARK && type <= Character.COMBINING_SPACING_MARK;
  }

  private static boolean isNumber(int codePoint) {
    int type = Character.getType(codePoint);
    return type >= Character.DECIMAL_DIGIT_NUMBER && type <= Character.OTHER_NUMBER;
  }
}

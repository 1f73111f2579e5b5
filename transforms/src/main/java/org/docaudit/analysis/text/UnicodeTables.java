package org.docaudit.analysis.text;

/**
 * Character properties of Unicode {@value #VERSION}, whatever version the Java runtime knows. One
 * table look-up each; code points from 0 to U+10FFFF, surrogates included (they have none of these
 * properties and fold to themselves).
 *
 * <p>Loaded on first use in a few milliseconds, from {@code unicode-16.0.txt} beside this class.
 */
public final class UnicodeTables {

  public static final String VERSION = "16.0";

  private static final UnicodeData DATA = UnicodeData.load("unicode-" + VERSION + ".txt");
  private static final byte[] FLAGS = DATA.flags;
  private static final int[][] FOLD_DELTAS = DATA.foldDeltas;
  private static final int FOLD_BLOCK_MASK = (1 << UnicodeData.FOLD_BLOCK_BITS) - 1;

  private UnicodeTables() {}

  /** All properties of a code point at once, as bits of {@link UnicodeData}. */
  static int flags(int codePoint) {
    return FLAGS[codePoint];
  }

  /** Property White_Space: 25 characters, unlike {@link Character#isWhitespace} with U+00A0. */
  public static boolean isWhiteSpace(int codePoint) {
    return (FLAGS[codePoint] & UnicodeData.WHITE_SPACE) != 0;
  }

  /** General_Category L. */
  public static boolean isLetter(int codePoint) {
    return (FLAGS[codePoint] & UnicodeData.LETTER) != 0;
  }

  /** General_Category L or M. */
  public static boolean isLetterOrMark(int codePoint) {
    return (FLAGS[codePoint] & (UnicodeData.LETTER | UnicodeData.MARK)) != 0;
  }

  /** General_Category L or N. */
  public static boolean isLetterOrNumber(int codePoint) {
    return (FLAGS[codePoint] & (UnicodeData.LETTER | UnicodeData.NUMBER)) != 0;
  }

  /**
   * Kept in the anchor of a heading, besides hyphen and space: Alphabetic, or General_Category M,
   * Nd or Pc, as Ruby's {@code \p{Word}} in GitHub's pipeline and github-slugger have it.
   */
  public static boolean isSlugCharacter(int codePoint) {
    return (FLAGS[codePoint] & UnicodeData.SLUG) != 0;
  }

  /**
   * A Chinese or Japanese character: Script Han, Hiragana or Katakana, or a letter whose
   * Script_Extensions name one of them, such as the prolonged sound mark U+30FC. Not their
   * punctuation.
   */
  public static boolean isCjk(int codePoint) {
    return (FLAGS[codePoint] & UnicodeData.CJK) != 0;
  }

  /** Simple case folding: status C and S of CaseFolding.txt, one code point to one. */
  public static int foldCase(int codePoint) {
    return codePoint
        + FOLD_DELTAS[codePoint >> UnicodeData.FOLD_BLOCK_BITS][codePoint & FOLD_BLOCK_MASK];
  }
}

package org.docaudit.analysis.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.Character.UnicodeScript;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnicodeTablesTest {

  private static final String WHITE_SPACE =
      "9 a b c d 20 85 a0 1680 2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 200a 2028 2029"
          + " 202f 205f 3000";

  /** Code points of 16.0 that are not of General_Category Cn. */
  private static final long ASSIGNED = 294_579;

  private static long count(IntPredicate property) {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(property).count();
  }

  @Test
  void whiteSpaceIsThePropertyAndNothingElse() {
    assertEquals(
        WHITE_SPACE,
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(UnicodeTables::isWhiteSpace)
            .mapToObj(Integer::toHexString)
            .collect(Collectors.joining(" ")));
  }

  /** Numbers of code points as DerivedGeneralCategory.txt and Scripts.txt of 16.0.0 state them. */
  @Test
  void sizesAreThoseOfTheUnicodeCharacterDatabase() {
    assertEquals(141_028 + 2_501, count(UnicodeTables::isLetterOrMark));
    assertEquals(141_028 + 1_911, count(UnicodeTables::isLetterOrNumber));
    assertEquals(99_030 + 381 + 321 + 11, count(UnicodeTables::isCjk));
    assertEquals(1_453 + 31, count(c -> UnicodeTables.foldCase(c) != c));
  }

  @Test
  void cjkTakesTheMarksThatScriptsShareButNoPunctuation() {
    for (int codePoint : "漢々〆〇ひゝゟカヽヿーｱｰﾞ〱㐀𠀀".codePoints().toArray()) {
      assertTrue(UnicodeTables.isCjk(codePoint), Character.toString(codePoint));
    }
    for (int codePoint : "a、。「」・〜한ㄅ１\u3099".codePoints().toArray()) {
      assertFalse(UnicodeTables.isCjk(codePoint), Character.toString(codePoint));
    }
  }

  @Test
  void slugCharacters() {
    for (int codePoint : "aZ0_é日١ⅧⒶ‿\u0301".codePoints().toArray()) {
      assertTrue(UnicodeTables.isSlugCharacter(codePoint), Character.toString(codePoint));
    }
    for (int codePoint : "-. !½²—😀’\u200d\u0000".codePoints().toArray()) {
      assertFalse(UnicodeTables.isSlugCharacter(codePoint), Character.toString(codePoint));
    }
  }

  @Test
  void foldsOneCodePointToOne() {
    assertEquals("aåkslẞßσσiİ𐐨".replace("ẞß", "ßß"), fold("AÅ\u212AſLẞßΣςIİ𐐀"));
    assertEquals("\u00E5\u03BC\u13A0\u13A0", fold("\u212B\u00B5\u13A0\uAB70"));
    assertEquals("āāĺĺżż", fold("ĀāĹĺŻż"));
  }

  @Test
  void foldingTwiceIsFoldingOnce() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      int folded = UnicodeTables.foldCase(c);
      assertEquals(folded, UnicodeTables.foldCase(folded));
    }
  }

  /** Whatever this runtime's Unicode assigns; all code points where it is the pinned version. */
  @Test
  void agreesWithTheRuntimeOnWhatBothKnow() {
    long assigned = count(c -> Character.getType(c) != Character.UNASSIGNED);
    assumeTrue(assigned <= ASSIGNED, "the runtime's Unicode is newer");
    boolean sameVersion = assigned == ASSIGNED;
    int compared = 0;
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      int type = Character.getType(c);
      if (type == Character.UNASSIGNED && !sameVersion) {
        continue;
      }
      String name = Integer.toHexString(c);
      boolean mark = type >= Character.NON_SPACING_MARK && type <= Character.COMBINING_SPACING_MARK;
      assertEquals(Character.isLetter(c) || mark, UnicodeTables.isLetterOrMark(c), name);
      boolean number = type >= Character.DECIMAL_DIGIT_NUMBER && type <= Character.OTHER_NUMBER;
      assertEquals(Character.isLetter(c) || number, UnicodeTables.isLetterOrNumber(c), name);
      boolean slug =
          Character.isAlphabetic(c)
              || mark
              || Character.isDigit(c)
              || type == Character.CONNECTOR_PUNCTUATION;
      assertEquals(slug, UnicodeTables.isSlugCharacter(c), name);
      boolean cjk =
          switch (UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
          };
      if (cjk) {
        assertTrue(UnicodeTables.isCjk(c), name);
      }
      compared++;
    }
    assertTrue(compared > 280_000, "compared " + compared);
  }

  private static String fold(String text) {
    return text.codePoints()
        .map(UnicodeTables::foldCase)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}

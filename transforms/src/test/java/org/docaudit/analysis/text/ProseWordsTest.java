package org.docaudit.analysis.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseWordsTest {

  @Provide
  Arbitrary<String> texts() {
    return Texts.texts();
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    return Texts.texts().list().ofMaxSize(6);
  }

  @ParameterizedTest
  @CsvSource({
    "'',0",
    "a — b,3",
    "C++ is fun.,3",
    "漢字,2",
    "漢字。,2",
    "「漢字」,2",
    "Java言語,3",
    "言語Java,3",
    "言語Java入門,5",
    "第3章,3",
    "漢字 。,3",
    "漢-字,2",
    "コーヒー、𠀀,5",
    "か\u3099く,2",
    "한국어 문장,2",
    "。,1"
  })
  void countsCjkCharactersAndOtherRuns(String text, long words) {
    ProseWords prose = new ProseWords();
    prose.add(text);
    assertEquals(words, prose.count());
    prose.boundary();
    prose.boundary();
    assertEquals(words, prose.count());
  }

  @Test
  void piecesJoinUnlessABoundaryStandsBetween() {
    ProseWords prose = new ProseWords();
    prose.add("un");
    prose.add("");
    prose.add("frozen");
    assertEquals(1, prose.count());
    prose.boundary();
    prose.add("!");
    assertEquals(2, prose.count());
    prose.add("字");
    assertEquals(2, prose.count());
    prose.add("。");
    prose.boundary();
    prose.add("。");
    assertEquals(3, prose.count());
  }

  @Property
  void piecesCountLikeTheWhole(@ForAll("pieces") List<String> pieces) {
    ProseWords prose = new ProseWords();
    pieces.forEach(prose::add);
    assertEquals(naive(String.join("", pieces)), prose.count());
  }

  @Property
  void boundariesCountLikeSpaces(@ForAll("pieces") List<String> pieces) {
    ProseWords prose = new ProseWords();
    for (String piece : pieces) {
      prose.add(piece);
      prose.boundary();
    }
    assertEquals(naive(String.join(" ", pieces)), prose.count());
  }

  @Property
  void withoutCjkTheyAreWords(@ForAll("texts") String text) {
    StringBuilder rest = new StringBuilder();
    text.codePoints().filter(c -> !UnicodeTables.isCjk(c)).forEach(rest::appendCodePoint);
    ProseWords prose = new ProseWords();
    prose.add(rest);
    assertEquals(Words.count(rest), prose.count());
  }

  private static long naive(String text) {
    StringBuilder spaced = new StringBuilder();
    text.codePoints()
        .map(c -> UnicodeTables.isWhiteSpace(c) ? ' ' : c)
        .forEach(spaced::appendCodePoint);
    long words = 0;
    for (String run : spaced.toString().split(" ", -1)) {
      long cjk = run.codePoints().filter(UnicodeTables::isCjk).count();
      StringBuilder rest = new StringBuilder();
      run.codePoints().map(c -> UnicodeTables.isCjk(c) ? ' ' : c).forEach(rest::appendCodePoint);
      words += cjk;
      for (String part : rest.toString().split(" ", -1)) {
        boolean wordy = part.codePoints().anyMatch(UnicodeTables::isLetterOrNumber);
        words += wordy || (cjk == 0 && !part.isEmpty()) ? 1 : 0;
      }
    }
    return words;
  }
}

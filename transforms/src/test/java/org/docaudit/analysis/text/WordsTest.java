package org.docaudit.analysis.text;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @Provide
  Arbitrary<byte[]> documents() {
    return Texts.documents();
  }

  @ParameterizedTest
  @CsvSource({
    "'',0",
    "' ',0",
    "a,1",
    "' a  b ',2",
    "'---\ntitle: x\n---\n\n# A b',7",
    "'one\ttwo\u000bthree\ffour\u0085five\u00a0six\u3000seven\u2029eight',8",
    "'a\u200bb\ufeffc\u001cd\u180ee',1",
    "漢字。,1",
    "'eight888 x',2",
    "'        x',1"
  })
  void countsRunsOfOtherThanWhiteSpace(String text, long words) {
    assertEquals(words, Words.count(text));
    assertEquals(words, Words.count(SourceText.decode(text.getBytes(UTF_8))));
    assertEquals(words, Words.count(SourceText.decode(("\uFEFF" + text).getBytes(UTF_16LE))));
  }

  @Property
  void bytesCharsAndTheDefinitionAgree(@ForAll("documents") byte[] document) {
    SourceText source = SourceText.decode(document);
    long expected = 0;
    boolean inWord = false;
    for (int codePoint : source.text().codePoints().toArray()) {
      boolean space =
          " \t\n\u000b\f\r\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000".indexOf(codePoint) >= 0
              || (codePoint >= 0x2000 && codePoint <= 0x200a);
      expected += !space && !inWord ? 1 : 0;
      inWord = !space;
    }
    assertEquals(expected, Words.count(source));
    assertEquals(expected, Words.count(source.text()));
  }
}

package org.docaudit.analysis.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordFrequenciesTest {

  record Counts(long count, long documents) {}

  @Provide
  Arbitrary<List<byte[]>> corpora() {
    return Texts.documents().list().ofMaxSize(8);
  }

  @ParameterizedTest
  @CsvSource({
    "The the THE,the",
    "don't,don't",
    "Don’t,don't",
    "'O'' rock''n''roll ''quoted'' d''',o rock'n'roll quoted d",
    "it''''s,it s",
    "snake_case2x,snake case x",
    "Straße STRASSE,straße strasse",
    "ΌΣΟΣ όσος,όσοσ",
    "\u212Aelvin ſ,kelvin s",
    "e\u0301te\u0301's,e\u0301te\u0301's",
    "\u0301a 😀\uFE0F,a",
    "漢字。かな,漢字 かな",
    "İ,İ",
    "abcdefg abcdefgh abcdefghi abcdefgh,abcdefg abcdefgh abcdefghi",
    "abcdefgh1 ABCDEFGHIJKLMNOP ABCDEFGHIJKLMNO,abcdefgh abcdefghijklmnop abcdefghijklmno",
    "abcdefgH'S abcdefgHé,abcdefgh's abcdefghé"
  })
  void wordsOfAText(String text, String words) {
    for (WordFrequencies frequencies :
        List.of(
            of(SourceText.decode(text.getBytes(UTF_8))),
            of(SourceText.decode(("\uFEFF" + text).getBytes(UTF_8))),
            of(SourceText.decode(("\uFEFF" + text).getBytes(UTF_16BE))))) {
      assertEquals(List.of(words.split(" ", -1)), new ArrayList<>(table(frequencies).keySet()));
      assertEquals(words.split(" ", -1).length, frequencies.size());
    }
  }

  @Test
  void countsOccurrencesAndDocuments() {
    WordFrequencies frequencies = new WordFrequencies();
    frequencies.addDocument("a b a");
    frequencies.addDocument("");
    frequencies.addDocument("B c Internationalization");
    frequencies.addDocument("internationalization INTERNATIONALIZATION");
    assertEquals(
        Map.of(
            "a", new Counts(2, 1),
            "b", new Counts(2, 2),
            "c", new Counts(1, 1),
            "internationalization", new Counts(3, 2)),
        table(frequencies));
  }

  @Test
  void leavesOutWordsBeyondTheLimit() {
    WordFrequencies frequencies = new WordFrequencies();
    int max = WordFrequencies.MAX_WORD_BYTES;
    frequencies.addDocument("x".repeat(max) + " " + "y".repeat(max + 1) + " z");
    frequencies.addDocument("é".repeat(max / 2) + " é" + "é".repeat(max / 2) + " z");
    frequencies.addDocument("Ⱥ".repeat(max / 3) + " " + "Ⱥ".repeat(max / 3 + 1)); // 3 bytes, folded
    assertEquals(
        Map.of(
            "x".repeat(max),
            new Counts(1, 1),
            "é".repeat(max / 2),
            new Counts(1, 1),
            "ⱥ".repeat(max / 3),
            new Counts(1, 1),
            "z",
            new Counts(2, 2)),
        table(frequencies));
  }

  @Test
  void growsWithTheNumberOfWords() {
    WordFrequencies frequencies = new WordFrequencies();
    Map<String, Counts> expected = new HashMap<>();
    for (int i = 0; i < 200_000; i++) {
      String word = Integer.toString(i, 36).replaceAll("[0-9]", "").repeat(1 + i % 5);
      frequencies.addDocument(word);
      if (!word.isEmpty()) {
        expected.merge(word, new Counts(1, 1), WordFrequenciesTest::sum);
      }
    }
    assertEquals(expected, table(frequencies));
    assertEquals(expected.size(), frequencies.size());
  }

  @Property
  void agreesWithTheDefinitionInAnyOrder(@ForAll("corpora") List<byte[]> corpus) {
    Map<String, Counts> expected = new HashMap<>();
    WordFrequencies forwards = new WordFrequencies();
    WordFrequencies backwards = new WordFrequencies();
    WordFrequencies fromText = new WordFrequencies();
    for (int i = 0; i < corpus.size(); i++) {
      SourceText source = SourceText.decode(corpus.get(i));
      List<String> words = naiveWords(source.text());
      words.forEach(word -> expected.merge(word, new Counts(1, 0), WordFrequenciesTest::sum));
      Set<String> distinct = new HashSet<>(words);
      distinct.forEach(word -> expected.merge(word, new Counts(0, 1), WordFrequenciesTest::sum));
      forwards.addDocument(source);
      fromText.addDocument(source.text());
      backwards.addDocument(SourceText.decode(corpus.get(corpus.size() - 1 - i)));
    }
    assertEquals(expected, table(forwards));
    assertEquals(expected, table(backwards));
    assertEquals(expected, table(fromText));
    assertEquals(
        new ArrayList<>(table(forwards).keySet()), new ArrayList<>(table(fromText).keySet()));
  }

  private static List<String> naiveWords(String text) {
    int[] points = text.codePoints().toArray();
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= points.length; i++) {
      int point = i < points.length ? points[i] : ' ';
      boolean apostrophe =
          (point == '\'' || point == '’')
              && i + 1 < points.length
              && UnicodeTables.isLetterOrMark(points[i + 1]);
      if (word.length() == 0
          ? UnicodeTables.isLetter(point)
          : UnicodeTables.isLetterOrMark(point)) {
        word.appendCodePoint(UnicodeTables.foldCase(point));
      } else if (apostrophe && word.length() > 0) {
        word.append('\'');
      } else {
        int bytes = word.toString().getBytes(UTF_8).length;
        if (bytes > 0 && bytes <= WordFrequencies.MAX_WORD_BYTES) {
          words.add(word.toString());
        }
        word.setLength(0);
      }
    }
    return words;
  }

  private static WordFrequencies of(SourceText source) {
    WordFrequencies frequencies = new WordFrequencies();
    frequencies.addDocument(source);
    return frequencies;
  }

  @Property(tries = 200)
  void theWordsOfOneDocument(@ForAll("corpora") List<byte[]> documents) {
    WordFrequencies all = new WordFrequencies();
    for (byte[] document : documents) {
      all.addDocument(SourceText.decode(document));
      List<String> words = new ArrayList<>(table(all).keySet());
      Map<String, Counts> ofDocument = new LinkedHashMap<>();
      all.forEachOfDocument(
          (number, count) -> ofDocument.put(words.get(number), new Counts(count, 1)));
      Map<String, Counts> alone = table(of(SourceText.decode(document)));
      assertEquals(alone, ofDocument);
      assertEquals(new ArrayList<>(alone.keySet()), new ArrayList<>(ofDocument.keySet()));
    }
  }

  private static Map<String, Counts> table(WordFrequencies frequencies) {
    Map<String, Counts> table = new LinkedHashMap<>();
    frequencies.forEach(
        (word, count, documents) -> {
          Counts before = table.put(word, new Counts(count, documents));
          assertEquals(null, before, "twice: " + word);
        });
    return table;
  }

  private static Counts sum(Counts a, Counts b) {
    return new Counts(a.count() + b.count(), a.documents() + b.documents());
  }
}

package org.docaudit.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.docaudit.analysis.EngineComparison.Difference;
import org.junit.jupiter.api.Test;

class EngineComparisonTest {

  /** The Java engine under another name, with something done to what it reads. */
  private record Changed(AnalysisEngine java, Change change) implements AnalysisEngine {

    interface Change {
      byte[] of(byte[] document, int batch);
    }

    Changed(Change change) {
      this(new JavaEngine(Limits.DEFAULT), change);
    }

    @Override
    public ParsedBatch parse(List<byte[]> documents) {
      List<byte[]> changed = new ArrayList<>();
      documents.forEach(document -> changed.add(change.of(document, documents.size())));
      ParsedBatch parsed = java.parse(changed);
      return new ParsedBatch(
          "changed", parsed.documents(), parsed.words(), parsed.times(), parsed.fallback());
    }
  }

  private static EngineComparison with(AnalysisEngine engine) {
    return new EngineComparison(new JavaEngine(Limits.DEFAULT), engine);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  void equalFactsAreCounted() {
    EngineComparison comparison = with(new Changed((document, batch) -> document));
    assertEquals(
        List.of(List.of(), List.of()),
        comparison.compare(List.of(utf8("# One\n[a](b) [c](d)\n"), utf8("one two\n"))));
    // Nine values of each document, a heading, two links, and six words: one, a, b, c, d, two.
    assertEquals(2 * 9 + 1 + 2 + 6, comparison.facts());
  }

  @Test
  void differencesBelongToTheirDocumentAndFact() {
    EngineComparison comparison =
        with(
            new Changed(
                (document, batch) ->
                    utf8(new String(document, UTF_8).replace("[x](y)", "`x](y`"))));
    List<List<Difference>> differences =
        comparison.compare(List.of(utf8("same words\n"), utf8("# H\n\n[x](y) words\n")));
    assertEquals(List.of(), differences.get(0));
    assertEquals(
        List.of("sha256", "markdown.links", "markdown.proseWords"),
        differences.get(1).stream().map(Difference::fact).toList());
    assertEquals(
        new Difference(
            "markdown.links",
            "[ParsedLink[position=Position[line=3, column=1, byteOffset=5], text=x, target=y,"
                + " syntax=INLINE]]",
            "[]"),
        differences.get(1).get(1));
  }

  @Test
  void wordsAreThoseOfTheDocumentThatHasThem() {
    EngineComparison comparison =
        with(
            new Changed(
                (document, batch) -> utf8(new String(document, UTF_8).replace("tide", "tidy"))));
    List<List<Difference>> differences =
        comparison.compare(List.of(utf8("low\n"), utf8("low tide\n")));
    assertEquals(List.of(), differences.get(0));
    assertEquals(
        new Difference("wordFrequencies", "{tide=[1, 1]}", "{tidy=[1, 1]}"),
        differences.get(1).get(differences.get(1).size() - 1));
  }

  @Test
  void wordsThatDifferTogetherAlone() {
    EngineComparison comparison =
        with(
            new Changed(
                (document, batch) ->
                    batch == 1 ? document : utf8(new String(document, UTF_8) + "more")));
    List<byte[]> documents = List.of(utf8("low\n"), utf8("high\n"));
    List<ParsedDocument> facts = new JavaEngine(Limits.DEFAULT).parse(documents).documents();
    assertEquals(
        List.of(List.of(new Difference("wordFrequencies", "{}", "{more=[2, 2]}")), List.of()),
        comparison.compare(documents, facts));
  }

  @Test
  void factsReadBeforeAreThoseCompared() {
    EngineComparison comparison = with(new Changed((document, batch) -> document));
    List<ParsedDocument> other =
        new JavaEngine(Limits.DEFAULT).parse(List.of(utf8("low, low\n"))).documents();
    assertEquals(
        List.of("sha256", "words", "markdown.proseWords"),
        comparison.compare(List.of(utf8("low\n")), other).get(0).stream()
            .map(Difference::fact)
            .toList());
  }

  @Test
  void whatAnEngineFailsOnDiffers() {
    JavaEngine java = new JavaEngine(Limits.DEFAULT);
    AnalysisEngine failing =
        documents -> {
          for (int i = 0; i < documents.size(); i++) {
            if (new String(documents.get(i), UTF_8).startsWith("bad")) {
              return java.parse(documents)
                  .withFallback(new ParsedBatch.Fallback("PANIC", "it is bad", i));
            }
          }
          return new Changed((document, batch) -> document).parse(documents);
        };
    assertEquals(
        List.of(List.of(), List.of(new Difference("failure", "", "PANIC: it is bad"))),
        with(failing).compare(List.of(utf8("good"), utf8("bad"))));
  }

  @Test
  void longValuesAreToldAboutWhereTheyDiffer() {
    Difference headings = differenceBehind("x".repeat(1_000));
    String before = "…" + "x".repeat(150);
    assertEquals(before + "end", headings.expected().substring(0, 154));
    assertEquals(before + "END", headings.actual().substring(0, 154));
    assertEquals(402, headings.expected().length());
    assertTrue(headings.expected().endsWith("…"), headings.expected());
    for (String start : List.of("", "x")) {
      String told = differenceBehind(start + "😀".repeat(500)).expected();
      assertEquals(told, new String(told.getBytes(UTF_8), UTF_8), "no half of a character");
    }
  }

  private static Difference differenceBehind(String heading) {
    EngineComparison comparison =
        with(
            new Changed(
                (document, batch) -> utf8(new String(document, UTF_8).replace("end", "END"))));
    return comparison.compare(List.of(utf8("# " + heading + "end\n"))).get(0).stream()
        .filter(difference -> difference.fact().equals("markdown.headings"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void oneEngineIsNotComparedWithItself() {
    EngineComparison comparison = with(new JavaEngine(Limits.DEFAULT));
    assertThrows(
        IllegalArgumentException.class, () -> comparison.compare(List.of(utf8("nothing\n"))));
  }
}

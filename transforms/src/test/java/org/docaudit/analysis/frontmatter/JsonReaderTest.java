package org.docaudit.analysis.frontmatter;

import static org.docaudit.analysis.frontmatter.Documents.json;
import static org.docaudit.analysis.frontmatter.Documents.message;
import static org.docaudit.analysis.frontmatter.Documents.places;
import static org.docaudit.analysis.frontmatter.Documents.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {

  @Test
  void readsJson() {
    String document =
        "{\"a\": [1, -0, 1.50, 1E5, true, null, \"x\\u00e9\\ud800\"],\n \"b\": {}, \"\": {\"c\": []}}";
    assertEquals(List.of(), read(document).findings());
    assertEquals(
        "{\"a\":[1,0,1.50,1e5,true,null,\"xé\uFFFD\"],\"b\":{},\"\":{\"c\":[]}}",
        json(read(document)));
  }

  @Test
  void keysAndValuesKnowTheirPlaces() {
    ParsedFrontmatter frontmatter = read("{\n  \"😀é\": \"😀\", \"b\" : [ \"x\",\n  2]}\n");
    FrontmatterNode.Mapping root = (FrontmatterNode.Mapping) frontmatter.root();
    FrontmatterNode.Field a = root.fields().get(0);
    FrontmatterNode.Field b = root.fields().get(1);
    assertEquals(
        List.of(2, 3, 2, 9), List.of(a.line(), a.column(), a.value().line(), a.value().column()));
    assertEquals(
        List.of(2, 14, 2, 20), List.of(b.line(), b.column(), b.value().line(), b.value().column()));
    FrontmatterNode two = ((FrontmatterNode.Sequence) b.value()).items().get(1);
    assertEquals(List.of(3, 3), List.of(two.line(), two.column()));
  }

  @Test
  void aKeyThatStandsTwiceTakesTheLastValue() {
    ParsedFrontmatter frontmatter = read("{\"a\": 1,\n \"b\": {\"c\": 1, \"c\": 2},\n \"a\": 3}");
    assertEquals(List.of("2:16 duplicate-key", "3:2 duplicate-key"), places(frontmatter));
    assertEquals("{\"a\":3,\"b\":{\"c\":2}}", json(frontmatter));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          {"a": 1,}           => 1:9  => no comma may stand before `}`
          {"a": 1, b: 2}      => 1:10 => a field's name must stand in double quotes
          {"a": 1 "b": 2}     => 1:9  => a comma is missing
          {"😀": bar}         => 1:7  => not a value of JSON; text must stand in double quotes
          {"a": 'x'}          => 1:7  => a value is missing or not one of JSON; text must stand in double quotes
          {"a": [1,]}         => 1:10 => a value is missing or not one of JSON; text must stand in double quotes
          {"a": "x⏎}          => 1:9  => a line end or control character in a string; a closing quote may be missing
          {"a": "\\q"}        => 1:9  => unknown escape in a string; write `\\\\` for a backslash
          {"a": 1]}           => 1:8  => a bracket that closes nothing here
          {"a": 1,⏎ "b": nul} => 2:7  => not a value of JSON; text must stand in double quotes
          """)
  void syntaxErrorsHaveAPlaceAndSayWhatToDo(String document, String place, String message) {
    ParsedFrontmatter frontmatter = read(document.replace('⏎', '\n'));
    assertEquals(List.of(place + " syntax"), places(frontmatter));
    assertEquals(message, message(frontmatter));
    assertEquals("none", json(frontmatter));
  }

  @Test
  void limitsAreKept() {
    assertEquals(List.of(), places(read("{\"a\":" + "[".repeat(49) + "]".repeat(49) + "}")));
    assertEquals(
        List.of("1:55 too-complex"),
        places(read("{\"a\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}")));
    assertEquals(
        List.of("too-complex"),
        places(read("{\"a\":" + "1".repeat(2_000) + "}")).stream()
            .map(place -> place.split(" ", -1)[1])
            .toList());
  }
}

package org.docaudit.analysis.frontmatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.docaudit.model.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs that make parsers slow, deep or large, at sizes up to the limit. */
class HostileFrontmatterTest {
  /** A guard against hanging, not a measurement: each takes less than a second. */
  private static final Duration GUARD = Duration.ofSeconds(60);

  private static final int[] SIZES = {10_000, 80_000, 262_000};

  static Stream<Map.Entry<String, IntFunction<String>>> hostile() {
    Map<String, IntFunction<String>> inputs = new LinkedHashMap<>();
    for (String unit :
        List.of(
            "[",
            "{",
            "{a: ",
            "[{a: ",
            "{? ",
            "- ",
            "? ",
            "- a: ",
            "? - ",
            "a: ",
            ": ",
            ":",
            "?\n",
            "a\n",
            "a ",
            "'",
            "\"",
            "\"\",",
            "!",
            "!a ",
            "&",
            "*",
            "&a ",
            "%a\n",
            "@",
            "#",
            " #\n",
            "-\n",
            "-",
            ": a\n",
            "--- a\n",
            "\t",
            "\u2028",
            "\u0085",
            "\uFEFF",
            "😀",
            "k: v\n",
            "- &x y\n- *x\n",
            "%TAG !e! x:\n",
            "a.",
            "[a]\n",
            "[[a]]\n",
            "a = [",
            "a = {b=",
            "[\"",
            "{\"a\":",
            "\\",
            "\"\"\"\n",
            "'''\n",
            "no\n- ")) {
      inputs.put("repeat " + unit, size -> unit.repeat(size / unit.length()));
    }
    inputs.put("double-quoted escapes", size -> "a: \"" + "\\x41".repeat(size / 4) + "\"");
    inputs.put("double-quoted lines", size -> "a: \"" + "\n ".repeat(size / 2) + "\"");
    inputs.put("open double quote", size -> "a: \"" + "a\n ".repeat(size / 3));
    inputs.put("literal", size -> "a: |\n" + " a\n".repeat(size / 3));
    inputs.put("folded blank lines", size -> "a: >\n" + "\n".repeat(size) + " a\n");
    inputs.put("plain lines", size -> "a:\n" + " a\n".repeat(size / 3));
    inputs.put("digits", size -> "a: " + "1".repeat(size));
    inputs.put("base 60", size -> "a: 1" + ":59".repeat(size / 3));
    inputs.put("hexadecimal", size -> "a: 0x" + "f".repeat(size));
    inputs.put("fraction", size -> "a: 1." + "1".repeat(size));
    inputs.put("timestamp", size -> "a: 2001-01-01T00:00:00." + "0".repeat(size));
    inputs.put("long tag", size -> "a: !<" + "a".repeat(size) + "> x");
    inputs.put("flow items", size -> "a: [" + "a, ".repeat(size / 3) + "]");
    inputs.put("flow pairs", size -> "a: [" + "a: b, ".repeat(size / 6) + "]");
    inputs.put("indented mapping", size -> staircase(size, "a:\n"));
    inputs.put("indented list", size -> staircase(size, "-\n"));
    inputs.put("tabs behind colons", size -> numbered(size, "k%d:\tv\n"));
    inputs.put("many keys", size -> numbered(size, "k%d: v\n"));
    inputs.put("many anchors", size -> numbered(size, "k%d: &a%<d x\n"));
    inputs.put("colliding keys", HostileFrontmatterTest::collidingKeys);
    inputs.put(
        "alias of a long text",
        size -> "a: &a " + "x".repeat(size / 2) + "\nb: [" + "*a, ".repeat(size / 8) + "]");
    inputs.put(
        "alias of a long list",
        size -> "a: &a [" + "x,".repeat(size / 4) + "]\nb: [" + "*a,".repeat(size / 6) + "]");
    inputs.put(
        "laughs", size -> chain(size, "a%d: &a%<d [*a%d,*a%<d,*a%<d,*a%<d]\n", "a0: &a0 [x]\n"));
    inputs.put("alias chain", size -> chain(size, "a%d: &a%<d [*a%d]\n", "a0: &a0 [x]\n"));
    inputs.put(
        "merges",
        size -> chain(size, "m%d: &m%<d {<<: [*m%d, *m%<d], k: v}\n", "m0: &m0 {k: v}\n"));
    return inputs.entrySet().stream();
  }

  private static String staircase(int size, String step) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < size; i++) {
      text.append(" ".repeat(i)).append(step);
    }
    return text.toString();
  }

  private static String numbered(int size, String line) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < size; i++) {
      text.append(String.format(line, i));
    }
    return text.toString();
  }

  private static String chain(int size, String line, String first) {
    StringBuilder text = new StringBuilder(first);
    for (int i = 1; text.length() < size; i++) {
      text.append(String.format(line, i, i - 1));
    }
    return text.toString();
  }

  /** Distinct keys of one hash code. */
  private static String collidingKeys(int size) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < size; i++) {
      for (int bit = 0; bit < 14; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      text.append(": v\n");
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void takesNoLongAndDoesNotOverflow(Map.Entry<String, IntFunction<String>> input) {
    SchemaValidator schema = SchemaValidator.standard();
    for (int size : SIZES) {
      String text = input.getValue().apply(size);
      for (String document :
          List.of(
              "---\n" + text + "\n---\n",
              "+++\n" + text + "\n+++\n",
              "{\"a\":" + text + "}",
              text)) {
        assertTimeoutPreemptively(
            GUARD,
            () -> {
              ParsedFrontmatter frontmatter = Documents.read(document);
              int json = Documents.json(frontmatter).length();
              assertTrue(json <= 8 * document.length() + 64, "JSON of " + json);
              assertTrue(schema.validate(frontmatter).size() <= 8);
            });
      }
    }
  }

  @Test
  void bombsAreFindings() {
    for (String document :
        List.of(
            chain(5_000, "a%d: &a%<d [*a%d,*a%<d]\n", "a0: &a0 [x]\n"),
            chain(5_000, "a%d: &a%<d [*a%d]\n", "a0: &a0 [x]\n"),
            chain(5_000, "m%d: &m%<d {<<: [*m%d, *m%<d]}\n", "m0: &m0 {k: v}\n"),
            "a: &a " + "x".repeat(50_000) + "\nb: [*a, *a, *a, *a, *a, *a]",
            "[".repeat(100_000),
            "- ".repeat(100_000) + "a")) {
      List<Finding> findings = Documents.yaml(document).findings();
      assertEquals("frontmatter/too-complex", findings.get(findings.size() - 1).rule().id());
      assertEquals("none", Documents.json(Documents.yaml(document)));
    }
  }

  @Test
  void formatsOfSchemasAreBounded() throws SchemaException {
    for (String format : List.of("hostname", "uri-template", "json-pointer", "regex", "email")) {
      SchemaValidator validator =
          SchemaValidator.of("{\"properties\":{\"a\":{\"format\":\"" + format + "\"}}}", format);
      for (String unit : List.of("a.", "(a", "/", "a@b.", "{a}")) {
        ParsedFrontmatter frontmatter =
            Documents.yaml("a: \"" + unit.repeat(200_000 / unit.length()) + "\"");
        assertTimeoutPreemptively(
            GUARD,
            () ->
                assertEquals(
                    List.of("2:4 invalid-value"),
                    Documents.places(validator.validate(frontmatter))));
      }
    }
  }

  @Test
  void patternsOfSchemasAreLinear() throws SchemaException {
    SchemaValidator validator =
        SchemaValidator.of("{\"properties\":{\"a\":{\"pattern\":\"^(a+)+$\"}}}", "s.json");
    ParsedFrontmatter frontmatter = Documents.yaml("a: " + "a".repeat(200_000) + "!");
    assertTimeoutPreemptively(
        GUARD,
        () ->
            assertEquals(
                List.of("2:4 invalid-value"), Documents.places(validator.validate(frontmatter))));
  }
}

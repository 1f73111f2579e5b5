package org.docaudit.analysis.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.docaudit.model.Finding;
import org.docaudit.model.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Inputs that make Markdown parsers slow, deep or large. The time limits only guard against hangs.
 */
final class HostileMarkdownTest {

  private static final Map<String, IntFunction<String>> KINDS = new TreeMap<>();

  static {
    // Containers.
    repeat("quotes deep", "", ">", "a\n");
    repeat("bullets deep", "", "- ", "a\n");
    repeat("numbers deep", "", "1. ", "a\n");
    repeat("quotes and bullets", "", "> - ", "a\n");
    repeat("footnotes deep", "", "[^1]: ", "a\n");
    grow("bullets indented", i -> "  ".repeat(i) + "- a\n");
    grow("quotes growing", i -> ">".repeat(i + 1) + "a\n");
    KINDS.put("quotes lazy", n -> ">".repeat(99) + "a\n" + "b\n".repeat(n / 2));
    KINDS.put("quotes deep and lazy", n -> ">".repeat(n / 2) + "a\n" + "b\n".repeat(n / 4));
    KINDS.put("bullets lazy", n -> "- ".repeat(99) + "a\n" + "b\n".repeat(n / 2));
    KINDS.put("bullets blank", n -> "- ".repeat(99) + "a\n" + " \n".repeat(n / 2));
    // Brackets.
    repeat("openers", "", "[", "");
    repeat("closers", "", "]", "");
    repeat("images open", "", "![", "");
    repeat("images open with links", "", "![[]()", "");
    repeat("link openers", "", "[a](", "");
    repeat("destinations open", "", "[a](<b", "");
    repeat("titles open", "", "[a](b \"", "");
    repeat("parentheses", "[a](", "(", "");
    repeat("references", "", "[a][b] ", "");
    repeat("references chained", "", "[a][b]", "");
    repeat("footnote marks", "", "[^1]", "");
    nest("links nested", "[", "a", "](b)");
    nest("images nested", "![", "a", "](b)");
    nest("image references nested", "![", "a", "]");
    KINDS.put(
        "99 images over lines", n -> "![".repeat(99) + "a\n".repeat(n / 2) + "](b)".repeat(99));
    repeat("definitions", "", "[a]: b\n", "");
    grow("definitions used", i -> "[f" + i + "]: u\n\n[f" + i + "]\n\n");
    KINDS.put(
        "one long definition used often",
        n -> "[a]: " + "u".repeat(n / 2) + "\n\n" + "[a]\n".repeat(n / 8));
    // Emphasis and code.
    repeat("emphasis mixed", "", "*a_ ", "");
    repeat("emphasis open", "", "*a **a ", "");
    nest("emphasis nested", "*a **b ", "c", "** a*");
    KINDS.put(
        "emphasis over lines",
        n -> "*a **b ".repeat(50) + "a\n".repeat(n / 2) + "b** a*".repeat(50));
    repeat("stars", "", "*", "");
    grow("backticks growing", i -> "e" + "`".repeat(i + 1));
    // HTML and URLs.
    repeat("angles", "", "<", "");
    repeat("comments open", "", "a <!-- ", "");
    repeat("comments open in a block", "<div>\n", "<!--", "");
    repeat("tags open", "", "<a ", "");
    repeat("tags open in a block", "<div>\n", "<a ", "");
    repeat("attributes", "<a", " a", ">\n");
    repeat("quotes open", "<div>\n", "<a b=\"", "");
    repeat("braces open", "<div>\n", "<a b={", "");
    repeat("anchors", "", "<a href=x>", "");
    repeat("anchors in a block", "<div>\n", "<a href=x>b", "");
    repeat("scripts", "", "a <script>", "");
    repeat("www", "", "www.", "");
    repeat("www underscored", "", "_www.a_b", "");
    repeat("schemes", "", "http://", "");
    repeat("addresses", "", "a@b.", "");
    repeat("address long", "", "a+", "@b.c");
    repeat("URL of parentheses", "http://a.b/", ")", "");
    repeat("URL of references", "http://a.b/", "&amp;", "");
    repeat("ampersands", "", "&", "");
    // Blocks.
    KINDS.put(
        "table wide",
        n -> "|a".repeat(n / 8) + "\n" + "|-".repeat(n / 8) + "\n" + "|b\n".repeat(n / 6));
    KINDS.put(
        "tables",
        n ->
            ("|a".repeat(300) + "|\n" + "|-".repeat(300) + "|\n" + "|b\n".repeat(3000) + "\n")
                .repeat(n / 10_000));
    repeat("table escapes", "|a|\n|-|\n|", "\\|", "|\n");
    repeat("headings with attributes", "", "# a {#b .c}\n", "");
    repeat("attributes open", "# a ", "{#", "");
    repeat("setext late", "", "a\n", "===\n");
    repeat("directives", "", "<!-- docaudit-ignore-start -->\n", "");
    repeat("directive words", "<!-- docaudit-ignore-line ", "a ", "-->");
    repeat("MDX comments open", "", "{/* ", "");
    repeat("carriage returns", "", "a\r", "");
    repeat("NULs", "", "\0", "");
    repeat("supplementary", "", "*\uD83D\uDC69", "");
  }

  private static void repeat(String name, String head, String unit, String tail) {
    KINDS.put(name, n -> head + unit.repeat(n / unit.length()) + tail);
  }

  private static void nest(String name, String open, String middle, String close) {
    KINDS.put(
        name,
        n -> {
          int depth = n / (open.length() + close.length());
          return open.repeat(depth) + middle + close.repeat(depth);
        });
  }

  private static void grow(String name, IntFunction<String> unit) {
    KINDS.put(
        name,
        n -> {
          StringBuilder text = new StringBuilder();
          for (int i = 0; text.length() < n; i++) {
            text.append(unit.apply(i));
          }
          return text.toString();
        });
  }

  static Stream<String> kinds() {
    assertTrue(KINDS.size() >= 60);
    return KINDS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void endsInTime(String kind) {
    for (int size : new int[] {10_000, 200_000}) {
      String text = KINDS.get(kind).apply(size);
      MarkdownFacts facts =
          assertTimeoutPreemptively(Duration.ofSeconds(60), () -> MarkdownSamples.parse(text));
      Finding finding = facts.limitFinding();
      if (finding != null) {
        assertEquals(Rule.DOCUMENT_TOO_COMPLEX, finding.rule());
        assertEquals(List.of(), facts.links());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quotes lazy",
        "bullets indented",
        "images open with links",
        "images nested",
        "99 images over lines",
        "emphasis over lines",
        "emphasis nested",
        "one long definition used often",
        "attributes",
        "tags open in a block",
        "www underscored",
        "table wide",
        "tables",
      })
  void endsInTimeAtOneMegabyte(String kind) {
    String text = KINDS.get(kind).apply(1_000_000);
    assertNotNull(
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> MarkdownSamples.parse(text)));
  }

  @Test
  void nestingUpToTheLimitIsRead() {
    for (String marker : List.of("> ", "- ", "[^1]: ")) {
      String allowed = marker.repeat(100) + "[a](b)\n";
      assertEquals(List.of("b"), MarkdownSamples.targets(allowed), marker);
      Finding finding = MarkdownSamples.parse("x\n\n" + marker + allowed).limitFinding();
      assertNotNull(finding, marker);
      assertEquals(3, finding.line());
      assertEquals(
          "too many nested block quotes and lists; links and headings of this document were not"
              + " read.",
          finding.message());
    }
  }

  @Test
  void largeButHonestDocumentsAreRead() {
    String table = "|a|b|c|d|\n|-|-|-|-|\n" + "| x | [y](z) | 1 | 2 |\n".repeat(20_000);
    assertEquals(20_000, MarkdownSamples.parse(table).links().size());
    String paragraph = "[a](b) ![c](d) ".repeat(2_000);
    assertEquals(4_000, MarkdownSamples.parse(paragraph).links().size());
    String data =
        "```json\n"
            + IntStream.range(0, 50_000)
                .mapToObj(i -> " ".repeat(40) + i + ",\n")
                .collect(Collectors.joining())
            + "```\n[a](b)\n";
    assertEquals(List.of("b"), MarkdownSamples.targets(data));
    String intervals = "|x|\n|-|\n" + "| [0, 1) and `a[` |\n".repeat(5_000) + "\n[a](b)\n";
    assertEquals(List.of("b"), MarkdownSamples.targets(intervals));
  }
}

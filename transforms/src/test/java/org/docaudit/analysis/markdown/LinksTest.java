package org.docaudit.analysis.markdown;

import static org.docaudit.analysis.markdown.MarkdownSamples.links;
import static org.docaudit.analysis.markdown.MarkdownSamples.parse;
import static org.docaudit.analysis.markdown.MarkdownSamples.targets;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.docaudit.analysis.Position;
import org.junit.jupiter.api.Test;

final class LinksTest {

  @Test
  void inlineLinks() {
    assertEquals(
        List.of(
            "1:3 INLINE the guide -> guide.md#a", "1:29 INLINE  -> ", "1:35 INLINE x -> a b.md"),
        links("A [the *guide*](guide.md#a) [](). [x](<a b.md> 'title')"));
  }

  @Test
  void everyKindOfReference() {
    assertEquals(
        List.of(
            "1:1 REFERENCE full -> /a",
            "1:15 REFERENCE Label -> /a",
            "1:25 REFERENCE label -> /a",
            "2:1 IMAGE alt -> /a",
            "2:15 IMAGE label -> /a"),
        links(
            "[full][label] [Label][] [label]\n![alt][label] ![label]\n\n[label]: /a\n[unused]: /b\n"));
  }

  @Test
  void autolinksAndAddresses() {
    assertEquals(
        List.of(
            "1:1 AUTOLINK https://a.b/c -> https://a.b/c", "1:17 AUTOLINK me@a.b -> mailto:me@a.b"),
        links("<https://a.b/c> <me@a.b>"));
  }

  @Test
  void imagesWithinLinksAreLinksToo() {
    assertEquals(
        List.of("1:1 INLINE build passing -> ci", "1:2 IMAGE build -> b.svg"),
        links("[![build](b.svg) passing](ci)"));
    assertEquals(List.of("1:1 INLINE  -> ci", "1:2 IMAGE  -> b.svg"), links("[![](b.svg)](ci)"));
  }

  @Test
  void anImagesDescriptionHoldsNoLinks() {
    assertEquals(List.of("1:1 IMAGE a b c -> d"), links("![a [b](x) <a href=y>c</a>](d)"));
  }

  @Test
  void targetsAreUnescapedButNotPercentDecoded() {
    assertEquals(
        List.of("a&b(c.md", "%20é.md", "\uFFFD"),
        targets("[x](a&amp;b\\(c.md) [x](%20é.md) [x](&#xD800;)"));
  }

  @Test
  void neverFromCode() {
    assertEquals(List.of(), links("`[a](b) https://a.b` `` <a href=c> ``"));
    assertEquals(List.of(), links("```\n[a](b) https://a.b <a href=c>\n```\n"));
    assertEquals(List.of(), links("    [a](b) https://a.b\n"));
    assertEquals(List.of(), links("[a]\n\n```\n[a]: b\n```\n"));
  }

  @Test
  void textIsFoldedOverLines() {
    assertEquals(
        List.of("2:3 INLINE two lines with code -> t"),
        links("> a\n> [two\n> lines  with `code`](t)"));
  }

  @Test
  void positionsCountCodePointsAndBytes() {
    List<ParsedLink> found = parse("é𝒳 [a](b)\r\n\r\n- 漢 ![c](d)\r").links();
    assertEquals(new Position(1, 4, 7), found.get(0).position());
    assertEquals(new Position(3, 5, 23), found.get(1).position());
  }

  @Test
  void positionsCountFromTheDocumentsStart() {
    String frontmatter = "---\ntitle: é\n---\n";
    MarkdownFacts facts = parse(frontmatter + "# T\n[a](b)\n", frontmatter.length());
    assertEquals(new Position(5, 1, 22), facts.links().get(0).position());
    assertEquals(new Position(4, 1, 18), facts.headings().get(0).position());
  }

  @Test
  void everyLineEndAndContainer() {
    assertEquals(
        List.of("2:5 INLINE a -> b", "4:4 INLINE c -> d", "5:6 INLINE e -> f"),
        links("x\r> - [a](b)\r\n\n1. [c](d)\n   - [e](f)"));
    assertEquals(List.of("1:3 INLINE a -> b", "2:2 INLINE c -> d"), links("-\t[a](b)\n\t[c](d)"));
  }

  @Test
  void tablesWithEscapedPipes() {
    String table =
        "| a\\|b [x](y) | `c\\|d` ![e\\|f](g) https://h.i/j\\|k |\n|-|-|\n| \\|\\| [l](m) | www.n.o |\n";
    assertEquals(
        List.of(
            "1:8 INLINE x -> y",
            "1:24 IMAGE e|f -> g",
            "1:35 AUTOLINK https://h.i/j|k -> https://h.i/j|k",
            "3:8 INLINE l -> m",
            "3:17 AUTOLINK www.n.o -> http://www.n.o"),
        links(table));
  }

  @Test
  void footnotesAreNoLinksButHoldSome() {
    assertEquals(
        List.of("3:7 INLINE a -> b", "5:5 INLINE c -> d"),
        links("See[^1] and ![^1].\n\n[^1]: [a](b)\n\n    [c](d)\n"));
    assertEquals(List.of("1:1 INLINE see -> t"), links("[see [^n]](t)\n\n[^n]: x\n"));
    assertEquals(List.of(), links("[^1]\n\n[^1]: http\n"));
  }

  @Test
  void nestedBracketsAndParentheses() {
    assertEquals(List.of("1:2 INLINE b -> c(d)"), links("[[b](c(d))](e)"));
    assertEquals(List.of("1:1 INLINE a [b] c -> d"), links("[a [b] c](d)"));
  }
}

package org.docaudit.analysis.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.docaudit.analysis.Position;
import org.docaudit.model.LinkSyntax;

final class MarkdownPropertiesTest {

  /** Pieces of Markdown in any order. */
  @Provide
  Arbitrary<String> markdown() {
    return Arbitraries.of(
            "a",
            "é",
            "漢",
            "\uD835\uDCB3",
            " ",
            "  ",
            "    ",
            "\t",
            "\n",
            "\r\n",
            "\r",
            "\n\n",
            "\0",
            "[",
            "]",
            "[a]",
            "[a](b)",
            "![a](b)",
            "](",
            ")",
            "(",
            "[a][b]",
            "[a][]",
            "[a]: b\n",
            "[^1]",
            "[^1]: ",
            "# ",
            "## ",
            "---\n",
            "===\n",
            "> ",
            "- ",
            "1. ",
            "*",
            "**",
            "_",
            "`",
            "```\n",
            "<",
            ">",
            "<a href=\"x\">",
            "</a>",
            "<img src=y>",
            "<div>\n",
            "</div>\n",
            "<script>",
            "</script>",
            "<!-- ",
            " -->",
            "<!-- docaudit-ignore-line -->",
            "{/* ",
            " */}",
            "{#id}",
            "{",
            "}",
            "|",
            "|a|b|\n|-|-|\n",
            "\\",
            "\\|",
            "&amp;",
            "&#0;",
            "&#xD800;",
            ";",
            "http://a.b",
            "www.a.b",
            "a@b.c",
            "<http://a.b>",
            "<a@b.c>",
            "://",
            "@",
            ".")
        .list()
        .ofMaxSize(40)
        .map(pieces -> String.join("", pieces));
  }

  @Property(tries = 5000)
  void everyPositionIsInTheDocument(@ForAll("markdown") String text) {
    MarkdownFacts facts = MarkdownSamples.parse(text);
    for (ParsedLink link : facts.links()) {
      char first = text.charAt(indexOf(text, link.position()));
      switch (link.syntax()) {
        case INLINE, REFERENCE -> assertEquals('[', first, link::toString);
        case IMAGE -> assertEquals('!', first, link::toString);
        case HTML -> assertEquals('<', first, link::toString);
        case AUTOLINK ->
            assertTrue(
                first == '<' || Escapes.isAsciiAlphanumeric(first) || ".-_+".indexOf(first) >= 0,
                link::toString);
      }
      assertEquals(VisibleText.fold(link.text()), link.text());
    }
    for (UndefinedReference reference : facts.undefinedReferences()) {
      char first = text.charAt(indexOf(text, reference.position()));
      assertTrue(first == '[' || first == '!', reference::toString);
    }
    for (ParsedHeading heading : facts.headings()) {
      indexOf(text, heading.position());
    }
    for (Directive directive : facts.directives()) {
      char first = text.charAt(indexOf(text, directive.position()));
      assertTrue(first == '<' || first == '{', directive::toString);
      assertTrue(directive.lastLine() >= directive.position().line());
    }
  }

  @Property(tries = 1000)
  void neverThrowsAndIsDeterministic(@ForAll String text) {
    MarkdownFacts facts = MarkdownSamples.parse(text);
    assertNotNull(facts);
    assertEquals(facts, MarkdownSamples.parse(text));
    assertNotNull(Suppressions.of(facts.directives(), 10));
  }

  @Property(tries = 1000)
  void bodiesAreReadAsDocumentsOfTheirOwn(@ForAll("markdown") String text) {
    String before = "---\né: 1\n---\n";
    List<ParsedLink> alone = MarkdownSamples.parse(text).links();
    List<ParsedLink> within = MarkdownSamples.parse(before + text, before.length()).links();
    assertEquals(
        alone.stream()
            .map(
                link ->
                    new ParsedLink(
                        new Position(
                            link.position().line() + 3,
                            link.position().column(),
                            link.position().byteOffset() + 14),
                        link.text(),
                        link.target(),
                        link.syntax()))
            .toList(),
        within);
  }

  @Property(tries = 1000)
  void bareUrlsAreWhatTheySeem(@ForAll("markdown") String text) {
    for (ParsedLink link : MarkdownSamples.parse(text).links()) {
      if (link.syntax() == LinkSyntax.AUTOLINK) {
        assertTrue(link.target().contains(":"), link::toString);
      }
    }
  }

  private static int indexOf(String text, Position position) {
    assertTrue(position.byteOffset() >= 0);
    int bytes = 0;
    int index = 0;
    while (bytes < position.byteOffset()) {
      int codePoint = text.codePointAt(index);
      bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
      index += Character.charCount(codePoint);
    }
    assertEquals(position.byteOffset(), bytes);
    assertTrue(index < text.length(), () -> position + " in " + text.length());
    return index;
  }
}

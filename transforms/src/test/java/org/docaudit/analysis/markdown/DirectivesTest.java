package org.docaudit.analysis.markdown;

import static org.docaudit.analysis.markdown.MarkdownSamples.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.docaudit.analysis.Position;
import org.docaudit.analysis.markdown.Directive.Kind;
import org.docaudit.model.Finding;
import org.docaudit.model.Rule;
import org.docaudit.model.Suppression;
import org.junit.jupiter.api.Test;

final class DirectivesTest {

  private static Suppressions.Result read(String text) {
    return Suppressions.of(parse(text).directives(), 99);
  }

  private static List<String> covers(String text) {
    return read(text).suppressions().stream().map(DirectivesTest::show).toList();
  }

  private static String show(Suppression suppression) {
    return (suppression.rule() == null ? "all" : suppression.rule().id())
        + " "
        + suppression.firstLine()
        + "-"
        + suppression.lastLine();
  }

  private static List<String> findings(String text) {
    return read(text).findings().stream().map(DirectivesTest::show).toList();
  }

  private static String show(Finding finding) {
    assertEquals(Rule.SUPPRESSION_INVALID, finding.rule());
    return finding.line() + ":" + finding.column() + " " + finding.message();
  }

  @Test
  void commentsEverywhereButInCode() {
    assertEquals(
        List.of(
            new Directive(
                Kind.IGNORE_NEXT_LINE,
                "docaudit-ignore-next-line",
                List.of("link/missing-file", "link/missing-anchor"),
                new Position(1, 1, 0),
                3),
            new Directive(
                Kind.IGNORE_LINE, "docaudit-ignore-line", List.of(), new Position(5, 3, 78), 5),
            new Directive(
                Kind.IGNORE_START, "docaudit-ignore-start", List.of(), new Position(6, 5, 112), 6)),
        parse(
                """
            <!--docaudit-ignore-next-line
             link/missing-file,
            link/missing-anchor -->

            é <!-- docaudit-ignore-line -->
            > - <!-- docaudit-ignore-start -->

            `<!-- docaudit-ignore-line -->`

                <!-- docaudit-ignore-line -->
            """)
            .directives());
  }

  @Test
  void mdxComments() {
    assertEquals(
        List.of(
            new Directive(
                Kind.IGNORE_LINE,
                "docaudit-ignore-line",
                List.of("link/missing-file"),
                new Position(1, 3, 2),
                1)),
        parse("a {/* docaudit-ignore-line link/missing-file */} {/* b */}").directives());
  }

  @Test
  void linesCovered() {
    assertEquals(
        List.of("all 3-3", "link/missing-file 4-4", "link/missing-anchor 4-4"),
        covers(
            """

            <!-- docaudit-ignore-next-line -->

            x <!-- docaudit-ignore-line link/missing-file link/missing-anchor -->
            """));
  }

  @Test
  void blocksNest() {
    String text =
        """
            <!-- docaudit-ignore-start -->
            <!-- docaudit-ignore-start link/missing-file -->
            <!-- docaudit-ignore-end -->
            <!-- docaudit-ignore-end -->
            """;
    assertEquals(List.of("all 1-4", "link/missing-file 2-3"), covers(text));
    assertEquals(List.of(), findings(text));
  }

  @Test
  void endsByRule() {
    String text =
        """
            <!-- docaudit-ignore-start link/missing-file link/missing-anchor -->
            <!-- docaudit-ignore-start -->
            <!-- docaudit-ignore-end link/missing-anchor -->
            <!-- docaudit-ignore-end -->
            <!-- docaudit-ignore-end link/missing-file -->
            <!-- docaudit-ignore-end link/missing-file -->
            """;
    assertEquals(
        List.of("link/missing-anchor 1-3", "link/missing-file 1-5", "all 2-4"), covers(text));
    assertEquals(
        List.of("6:1 no docaudit-ignore-start of link/missing-file is open here"), findings(text));
  }

  @Test
  void whatIsWrong() {
    assertEquals(
        List.of(
            "1:1 there is no rule link/nonsense",
            "2:1 there is no directive docaudit-ignore",
            "3:1 no docaudit-ignore-start is open here",
            "4:1 no docaudit-ignore-end ends this block"),
        findings(
            """
            <!-- docaudit-ignore-line link/nonsense -->
            <!-- docaudit-ignore -->
            <!-- docaudit-ignore-end -->
            <!-- docaudit-ignore-start -->
            """));
    assertEquals(List.of("all 1-99"), covers("<!-- docaudit-ignore-start -->\n"));
    assertEquals(List.of(), covers("<!-- docaudit-ignore-line link/nonsense -->"));
  }
}

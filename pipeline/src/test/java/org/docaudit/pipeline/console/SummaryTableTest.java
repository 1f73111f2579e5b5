package org.docaudit.pipeline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.model.LinkStatus;
import org.docaudit.model.Rule;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.console.AuditSummary.WorstDocument;
import org.junit.jupiter.api.Test;

class SummaryTableTest {
  private static AuditSummary whole() {
    return new AuditSummary(
        55_444,
        55_442,
        2,
        0,
        127_000_000,
        15_051_609,
        Map.of(LinkStatus.OK, 120_000L, LinkStatus.BROKEN, 1_234L, LinkStatus.UNCHECKED, 45_000L),
        Map.of(
            Rule.LINK_MISSING_FILE, 1_200L,
            Rule.LINK_MISSING_ANCHOR, 34L,
            Rule.DOCUMENT_UNREADABLE, 2L,
            Rule.LINK_EMPTY_TARGET, 0L,
            Rule.FRONTMATTER_AMBIGUOUS_SCALAR, 65L,
            Rule.DUPLICATE_EXACT, 7L),
        AnalysisConfig.defaultSeverities(),
        List.of(
            new WorstDocument("docs/reference/overview.md", 120),
            new WorstDocument("a/" + "very-long-folder-name/".repeat(5) + "page.md", 11),
            new WorstDocument("evil\u001B[2J\u202E日本.md", 1)),
        2.9,
        "java",
        "no native library was built for this platform, which is why the slower one was used",
        List.of(
            "1 of 40 batches went to java (PANIC: index 7 is out of bounds, such as in docs/\u001B[2J.md)"),
        "/audits/cpp-docs",
        null,
        null);
  }

  @Test
  void showsAWholeAudit() {
    assertEquals(
        """
        Documents            55,444
          analyzed           55,442
          failed                  2
        Words            15,051,609
        Links               166,234
          ok                120,000
          broken              1,234
          unchecked          45,000
          ignored                 0
        Findings              1,308
                              1,200  error    link/missing-file
                                 34  error    link/missing-anchor
                                  2  error    document/unreadable
                                 65  warning  frontmatter/ambiguous-scalar
                                  7  info     duplicate/exact

        Worst documents                                                       findings
          docs/reference/overview.md                                               120
          …folder-name/very-long-folder-name/very-long-folder-name/page.md          11
          evil�[2J�日本.md                                                           1

        Time        2.90 s, 19,118 documents/s, 43.8 MB/s (127.0 MB)
        Engine      java (no native library was built for this platform, which is why
                    the slower one was used)
                    1 of 40 batches went to java (PANIC: index 7 is out of bounds, such
                    as in docs/�[2J.md)
        Reports     /audits/cpp-docs
        """,
        SummaryTable.render(whole(), Palette.PLAIN));
  }

  @Test
  void showsAnIncompleteAudit() {
    AuditSummary summary =
        new AuditSummary(
            3,
            1,
            1,
            0,
            10,
            2,
            Map.of(),
            Map.of(),
            Map.of(),
            List.of(),
            0,
            "java",
            null,
            List.of(),
            null,
            "3 documents were listed, 2 came out",
            null);
    assertEquals(
        """
        Documents                 3
          analyzed                1
          failed                  1
        Words                     2
        Links                     0
          ok                      0
          broken                  0
          unchecked               0
          ignored                 0
        Findings                  0

        Time        0.00 s, 1,000 documents/s, 10.0 kB/s (10 bytes)
        Engine      java
        Reports     none written
        Incomplete  3 documents were listed, 2 came out
        """,
        SummaryTable.render(summary, Palette.PLAIN));
  }

  @Test
  void coloursChangeNothingElse() {
    String coloured = SummaryTable.render(whole(), Palette.ANSI);
    assertEquals(
        "\u001B[31merror    \u001B[0mlink/missing-file",
        coloured
            .lines()
            .filter(l -> l.contains("missing-file"))
            .findFirst()
            .orElseThrow()
            .strip()
            .substring(7));
    assertEquals(
        SummaryTable.render(whole(), Palette.PLAIN), coloured.replaceAll("\u001B\\[[0-9]+m", ""));
  }

  @Test
  void countsFindingsBySeverity() {
    assertEquals(
        Map.of(Severity.ERROR, 1_236L, Severity.WARNING, 65L, Severity.INFO, 7L),
        whole().findingsBySeverity());
  }

  @Test
  void everyFindingHasASeverity() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new AuditSummary(
                1,
                1,
                0,
                0,
                1,
                1,
                Map.of(),
                Map.of(Rule.DUPLICATE_EXACT, 1L),
                Map.of(),
                List.of(),
                1,
                "java",
                null,
                List.of(),
                "x",
                null,
                null));
  }
}

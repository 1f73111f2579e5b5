package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts, suppressions and uniqueness through the whole job. */
class AuditLinksTest {

  @TempDir static Path folder;
  private static TestAudit audit;

  /** Target as written, then status, reason, resolved path and suggestion. */
  private static final String[][] VERDICTS = {
    {"setup.md", "ok", "null", "docs/setup.md", "null"},
    {"setup", "ok", "null", "docs/setup.md", "null"},
    {"setup.html", "ok", "null", "docs/setup.md", "null"},
    {"./setup.md?raw=1#install", "ok", "null", "docs/setup.md", "null"},
    {"../README.md", "ok", "null", "README.md", "null"},
    {"../LICENSE", "ok", "null", "LICENSE", "null"},
    {"guide/", "ok", "null", "docs/guide/README.md", "null"},
    {"guide", "ok", "null", "docs/guide/README.md", "null"},
    {"hugo", "ok", "null", "docs/hugo/_index.md", "null"},
    {"bare", "ok", "null", "docs/bare/", "null"},
    {"a%20b.md", "ok", "null", "docs/a b.md", "null"},
    {"caf%C3%A9.md", "ok", "null", "docs/café.md", "null"},
    {"/setup.md", "ok", "null", "site/setup.md", "null"},
    {"/docs/setup.md", "ok", "null", "docs/setup.md", "null"},
    {"#top", "ok", "null", "docs/source.md", "null"},
    {"#", "ok", "null", "docs/source.md", "null"},
    {"setup.md#usage-guide", "ok", "null", "docs/setup.md", "null"},
    {"setup.md#usage-guide-1", "ok", "null", "docs/setup.md", "null"},
    {"setup.md#by-id", "ok", "null", "docs/setup.md", "null"},
    {"hidden/.secret.md", "ok", "null", "docs/hidden/.secret.md", "null"},
    {"setpu.md", "broken", "missing-file", "docs/setpu.md", "setup.md"},
    {"intro.md", "broken", "missing-file", "docs/intro.md", "guide/intro.md"},
    {"no/such/thing.md", "broken", "missing-file", "docs/no/such/thing.md", "null"},
    {"setup.markdown", "broken", "missing-file", "docs/setup.markdown", "setup.md"},
    {"setup.md#usage-guied", "broken", "missing-anchor", "docs/setup.md", "setup.md#usage-guide"},
    {"#nowhere", "broken", "missing-anchor", "docs/source.md", "null"},
    {"Setup.md", "broken", "case-mismatch", "docs/Setup.md", "setup.md"},
    {"setup.md#Install", "broken", "case-mismatch", "docs/setup.md", "setup.md#install"},
    {"../../README.md", "broken", "outside-corpus", "null", "../README.md"},
    {"", "broken", "empty-target", "null", "null"},
    {"guide\\intro.md", "broken", "invalid-url", "null", "guide/intro.md"},
    {"http://", "broken", "invalid-url", "null", "null"},
    {"%zz.md", "broken", "missing-file", "docs/%zz.md", "null"},
    {"map.png#region", "unchecked", "anchor-in-other-file", "docs/map.png", "null"},
    {
      "hidden/.secret.md#x",
      "unchecked",
      "anchor-in-unread-document",
      "docs/hidden/.secret.md",
      "null"
    },
    {"https://example.org/x", "unchecked", "external", "null", "null"},
    {"//example.org/x", "unchecked", "external", "null", "null"},
    {"{{site.url}}/x", "unchecked", "template", "null", "null"},
    {"mailto:office@harbour.example", "ignored", "scheme", "null", "null"},
    {"tel:+1234", "ignored", "scheme", "null", "null"},
    {"data:,x", "ignored", "scheme", "null", "null"},
    {"javascript:void(0)", "ignored", "scheme", "null", "null"},
    {"generated/api.md", "ignored", "configured", "null", "null"},
  };

  @BeforeAll
  static void audit() {
    StringBuilder source = new StringBuilder("# Source\n\n");
    for (String[] verdict : VERDICTS) {
      source.append("[x](<").append(verdict[0].replace("\\", "\\\\")).append(">)\n\n");
    }
    audit =
        new TestAudit(folder)
            .file("corpus/docs/source.md", source.toString())
            .file(
                "corpus/docs/setup.md",
                "# Install\n## Usage: Guide\n## Usage Guide\n<a id=\"by-id\"></a>\n")
            .file("corpus/README.md", "# Home\n")
            .file("corpus/LICENSE", "")
            .file("corpus/docs/guide/README.md", "")
            .file("corpus/docs/guide/intro.md", "")
            .file("corpus/docs/hugo/_index.md", "")
            .file("corpus/docs/bare/one.txt", "")
            .file("corpus/docs/a b.md", "")
            .file("corpus/docs/café.md", "")
            .file("corpus/docs/map.png", "")
            .file("corpus/docs/hidden/.secret.md", "# X\n")
            .file("corpus/site/setup.md", "")
            .file(
                "corpus/docaudit.yaml",
                "links:\n  site-roots: [site, /]\n  ignore: ['^generated/', '^unused$']\n")
            .file("corpus/docs/suppressed.md", SUPPRESSED)
            .file("corpus/unique/a.md", "---\ntitle: Same\nid: 7\n---\n")
            .file("corpus/unique/b.md", "---\nid: \"7\"\ntitle: Same\n---\n")
            .file("corpus/unique/c.md", "---\ntitle: same\nid: 7.0\n---\n");
    audit.audit("corpus");
  }

  private static final String SUPPRESSED =
      """
      <!-- docaudit-ignore-next-line link/missing-file -->
      [a](gone-1.md) [b](<>)

      [c](gone-2.md) <!-- docaudit-ignore-line -->

      <!-- docaudit-ignore-start link/missing-file link/empty-target -->
      [d](gone-3.md)

      [e](<>) [f](#gone-4)
      <!-- docaudit-ignore-end -->

      [g](gone-5.md)

      <!-- docaudit-ignore-next-line link/missing-anchor -->
      [h](gone-6.md)

      <!-- docaudit-ignore-line link/no-such-rule -->
      """;

  @Test
  void everyVerdict() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < VERDICTS.length; i++) {
      expected.add((3 + 2 * i) + " | " + String.join(" | ", VERDICTS[i]));
    }
    assertEquals(
        String.join("\n", expected),
        String.join(
            "\n",
            TestAudit.query(
                """
                SELECT line_number, target, status, reason, resolved_path, suggestion
                FROM read_parquet('%s') WHERE source_file = 'docs/source.md'
                """
                    .formatted(audit.parquet("results/corpus", "links")))));
  }

  @Test
  void brokenLinksAreFindingsWithTheSameWords() {
    List<String> expected = new ArrayList<>();
    IntStream.range(0, VERDICTS.length)
        .filter(i -> VERDICTS[i][1].equals("broken"))
        .forEach(
            i ->
                expected.add(
                    "link/%s | %d | 1 | %s | %s"
                        .formatted(VERDICTS[i][2], 3 + 2 * i, VERDICTS[i][0], VERDICTS[i][4])));
    assertEquals(
        expected,
        TestAudit.query(
            """
            SELECT rule, line, "column", target, suggestion
            FROM read_parquet('%s') WHERE path = 'docs/source.md'
            """
                .formatted(audit.parquet("results/corpus", "findings"))));
  }

  @Test
  void suppressedFindingsAreCountedAlone() {
    assertEquals(
        List.of(
            "link/empty-target | 2 | 16 | ",
            "link/missing-anchor | 9 | 9 | #gone-4",
            "link/missing-file | 12 | 1 | gone-5.md",
            "suppression/unused | 14 | 1 | link/missing-anchor",
            "link/missing-file | 15 | 1 | gone-6.md",
            "suppression/invalid | 17 | 1 | link/no-such-rule"),
        TestAudit.query(
            """
            SELECT rule, line, "column", target
            FROM read_parquet('%s') WHERE path = 'docs/suppressed.md'
            """
                .formatted(audit.parquet("results/corpus", "findings"))));
    assertEquals(
        List.of("8 | 8 | 6"),
        TestAudit.query(
            """
            SELECT links, broken_links, findings
            FROM read_parquet('%s') WHERE path = 'docs/suppressed.md'
            """
                .formatted(audit.parquet("results/corpus", "documents"))));
    assertEquals(4, audit.json("results/corpus/summary.json").at("/totals/suppressed").asInt());
  }

  @Test
  void withoutConfigurationNothingMustBeUnique() {
    assertEquals(
        List.of(),
        TestAudit.query(
            "SELECT * FROM read_parquet('%s') WHERE rule = 'frontmatter/not-unique'"
                .formatted(audit.parquet("results/corpus", "findings"))));
  }

  @Test
  void uniqueFields() {
    audit.file("unique.yaml", "unique: [title, id]\n");
    assertEquals(
        1, audit.audit("corpus/unique", "--config", folder.resolve("unique.yaml").toString()));
    assertEquals(
        List.of(
            "frontmatter/not-unique | error | a.md | 2 | 8"
                + " | `title` must be unique, but has the same value in `b.md` | title | null",
            "frontmatter/not-unique | error | b.md | 3 | 8"
                + " | `title` must be unique, but has the same value in `a.md` | title | null"),
        audit.rows("results/unique", "findings", "* EXCLUDE (fingerprint)"));
  }
}

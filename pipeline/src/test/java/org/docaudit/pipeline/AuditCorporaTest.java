package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which documents an audit takes, and what their paths are. */
class AuditCorporaTest {

  @TempDir Path folder;

  private List<String> documents(TestAudit audit, String report) {
    return audit.rows(report, "documents", "path");
  }

  @Test
  void severalCorporaWithTheirNamesBeforeThePaths() {
    TestAudit audit =
        new TestAudit(folder)
            .file("docs/a.md", "# A\n\n[b](b.md) [root](/b.md) [out](../wiki/c.md)\n")
            .file("docs/b.md", "# B\n")
            .file("wiki/docs/a.md", "# Other\n\n[b](quay.md) [root](/sub/x.md)\n")
            .file("wiki/docs/sub/x.md", "# B\n")
            .file("docs/docaudit.yaml", "schemas: [{paths: [/a.md], schema: standard}]\n");
    assertEquals(1, audit.audit("docs wiki/docs", "--output", "out"), audit.err());
    assertEquals(
        List.of("docs-2/a.md", "docs-2/sub/x.md", "docs/a.md", "docs/b.md"),
        documents(audit, "out"));
    assertEquals(
        List.of(
            "docs-2/a.md | quay.md | broken | missing-file | docs-2/quay.md | null",
            "docs-2/a.md | /sub/x.md | ok | null | docs-2/sub/x.md | null",
            "docs/a.md | b.md | ok | null | docs/b.md | null",
            "docs/a.md | /b.md | ok | null | docs/b.md | null",
            "docs/a.md | ../wiki/c.md | broken | outside-corpus | null | null"),
        audit.rows(
            "out", "links", "source_file, target, status, reason, resolved_path, suggestion"));
    assertEquals(
        List.of("docs-2/sub/x.md, docs/b.md"),
        TestAudit.query(
            "SELECT array_to_string(paths, ', ') FROM read_parquet('%s')"
                .formatted(audit.parquet("out", "duplicates"))));
    assertEquals(
        List.of("docs-2/a.md | 8", "docs/a.md | 8"),
        TestAudit.query(
            """
            SELECT path, count(*) FROM read_parquet('%s')
            WHERE rule = 'frontmatter/missing-field' GROUP BY path ORDER BY path
            """
                .formatted(audit.parquet("out", "findings"))));
    assertEquals(
        "[\"docs\",\"docs-2\"]", audit.json("out/summary.json").at("/corpus/names").toString());
  }

  @Test
  void ignoreRules() {
    TestAudit audit =
        new TestAudit(folder)
            .file("docs/.gitignore", "drafts/\n*.tmp.md\n!keep.tmp.md\n")
            .file("docs/.docauditignore", "/vendor\n")
            .file("docs/a.md", "[d](drafts/d.md) [v](vendor/v.md) [h](.h.md) [g](gone.md)\n")
            .file("docs/x.tmp.md", "")
            .file("docs/keep.tmp.md", "")
            .file("docs/drafts/d.md", "")
            .file("docs/vendor/v.md", "")
            .file("docs/sub/vendor/v.MARKDOWN", "")
            .file("docs/sub/page.mdx", "")
            .file("docs/sub/page.txt", "")
            .file("docs/.h.md", "")
            .file("docs/.git/config.md", "");
    assertEquals(1, audit.audit("docs"), audit.err());
    assertEquals(
        List.of("a.md", "keep.tmp.md", "sub/page.mdx", "sub/vendor/v.MARKDOWN"),
        documents(audit, "results/docs"));
    assertEquals(
        List.of("ok", "ok", "ok", "broken"), audit.rows("results/docs", "links", "status"));
    assertEquals(
        "{\"hidden\":1,\"gitignore\":2,\"docauditignore\":1}",
        audit.json("results/docs/summary.json").at("/corpus/skipped").toString());

    assertEquals(1, audit.audit("docs", "--no-ignore", "--hidden"), audit.err());
    assertEquals(
        List.of(
            ".h.md",
            "a.md",
            "drafts/d.md",
            "keep.tmp.md",
            "sub/page.mdx",
            "sub/vendor/v.MARKDOWN",
            "vendor/v.md",
            "x.tmp.md"),
        documents(audit, "results/docs"));

    assertEquals(0, audit.audit("docs", "--include", "/sub", "--exclude", "vendor"), audit.err());
    assertEquals(List.of("sub/page.mdx"), documents(audit, "results/docs"));
    assertEquals(
        "{\"hidden\":1,\"gitignore\":2,\"docauditignore\":1,\"excluded\":1,\"not-included\":2}",
        audit.json("results/docs/summary.json").at("/corpus/skipped").toString());
  }

  @Test
  void aFileOrAGlob() {
    TestAudit audit =
        new TestAudit(folder)
            .file("docs/a.md", "[b](b.md) [c](sub/c.md#x)\n")
            .file("docs/b.md", "")
            .file("docs/sub/c.md", "# X\n");
    assertEquals(0, audit.audit("docs/a.md", "--output", "out"), audit.err());
    assertEquals(List.of("a.md"), documents(audit, "out"));
    assertEquals(
        List.of("ok | null", "unchecked | anchor-in-unread-document"),
        audit.rows("out", "links", "status, reason"));
    assertEquals(0, audit.audit("docs/**/?.md", "--output", "out"), audit.err());
    assertEquals(List.of("a.md", "b.md", "sub/c.md"), documents(audit, "out"));
    assertEquals(0, audit.audit("docs/*.md", "--output", "out"), audit.err());
    assertEquals(List.of("a.md", "b.md"), documents(audit, "out"));
  }

  @Test
  void awkwardNames() {
    TestAudit audit =
        new TestAudit(folder)
            .file("docs/a b/ü%20#x.md", "# One\n")
            .file("docs/潮/👩‍🚒.md", "[one](<../a b/%C3%BC%2520%23x.md#one>) [y](<quote'\"|.md>)\n")
            .file("docs/潮/quote'\"|.md", "# Q\n")
            .file("docs/\uffee.md", "# Later than astral in UTF-16 alone\n");
    assertEquals(0, audit.audit("docs"), audit.err());
    assertEquals(
        List.of("a b/ü%20#x.md", "潮/quote'\"|.md", "潮/👩‍🚒.md", "\uffee.md"),
        documents(audit, "results/docs"));
    assertEquals(
        List.of("a b/ü%20#x.md | ok", "潮/quote'\"|.md | ok"),
        audit.rows("results/docs", "links", "resolved_path, status"));
  }
}

package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that cannot be read are rows and findings, and the run goes on. */
class AuditFailuresTest {

  private static final String STATUS =
      "path, bytes, sha256 IS NULL, lines, words, title, headings, links, findings, status, engine";
  private static final String FINDING = "rule, severity, path, line, \"column\", message, target";

  @TempDir Path folder;

  private Path path(String path) {
    return folder.resolve(path);
  }

  /** Everything at once: what happens to one document must not touch another. */
  @Test
  void documentsThatCannotBeRead() {
    TestAudit audit =
        new TestAudit(folder)
            .file("docs/a-vanishes.md", "# A\n")
            .file("docs/b-folder.md", "# B\n")
            .file("docs/c-grows.md", "# C\n")
            .file("docs/d-large.md", "x".repeat(101))
            .file("docs/e-just.md", "y".repeat(100))
            .file("docs/f-good.md", "[a](a-vanishes.md) [b](a-vanishes.md#x) [c](d-large.md#y)\n")
            .file("docs/g-shrinks.md", "# Was longer than it is now\n")
            .whenListed(this::change);
    assertEquals(1, audit.audit("docs", "--max-document-bytes", "100"), audit.err());
    assertEquals(
        List.of(
            "a-vanishes.md | 4 | true | 0 | 0 | null | 0 | 0 | 1 | failed | null",
            "b-folder.md | 4 | true | 0 | 0 | null | 0 | 0 | 1 | failed | null",
            "c-grows.md | 4 | true | 0 | 0 | null | 0 | 0 | 1 | failed | null",
            "d-large.md | 101 | true | 0 | 0 | null | 0 | 0 | 1 | failed | null",
            "e-just.md | 100 | false | 1 | 1 | null | 0 | 0 | 0 | ok | java",
            "f-good.md | 58 | false | 1 | 3 | null | 0 | 3 | 0 | ok | java",
            "g-shrinks.md | 6 | false | 1 | 2 | Now | 1 | 0 | 0 | ok | java"),
        audit.rows("results/docs", "documents", STATUS));
    String large = "the document is larger than the limit of 100 bytes | null";
    assertEquals(
        List.of(
            "document/vanished | error | a-vanishes.md | 0 | 0"
                + " | the document was listed, but is gone | null",
            "document/unreadable | error | b-folder.md | 0 | 0"
                + " | the document could not be read: it is a folder now | null",
            "document/too-large | error | c-grows.md | 0 | 0 | " + large,
            "document/too-large | error | d-large.md | 0 | 0 | " + large),
        audit.rows("results/docs", "findings", FINDING));
    assertEquals(
        List.of(
            "a-vanishes.md | ok | null",
            "a-vanishes.md#x | unchecked | anchor-in-unread-document",
            "d-large.md#y | unchecked | anchor-in-unread-document"),
        audit.rows("results/docs", "links", "target, status, reason"));
    assertEquals(
        "[7,3,4,0]",
        List.of(
                audit.json("results/docs/summary.json").at("/totals/documents_listed").asInt(),
                audit.json("results/docs/summary.json").at("/totals/documents_analyzed").asInt(),
                audit.json("results/docs/summary.json").at("/totals/documents_failed").asInt(),
                audit.json("results/docs/summary.json").at("/totals/documents_skipped").asInt())
            .toString()
            .replace(" ", ""));
    assertTrue(audit.out().contains("failed                  4\n"), audit.out());
  }

  private void change() {
    try {
      Files.delete(path("docs/a-vanishes.md"));
      Files.delete(path("docs/b-folder.md"));
      Files.createDirectory(path("docs/b-folder.md"));
      Files.writeString(path("docs/c-grows.md"), "z".repeat(5000));
      Files.writeString(path("docs/g-shrinks.md"), "# Now\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void onlyFailures() {
    TestAudit audit =
        new TestAudit(folder).file("docs/large.md", "x".repeat(11)).file("docs/x.png", "");
    assertEquals(1, audit.audit("docs", "--max-document-bytes", "10"), audit.err());
    assertEquals(
        List.of("large.md | 11 | true | 0 | 0 | null | 0 | 0 | 1 | failed | null"),
        audit.rows("results/docs", "documents", STATUS));
    for (String table : List.of("headings", "links", "words", "duplicates")) {
      assertEquals(List.of(), audit.rows("results/docs", table), table);
    }
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        audit.json("results/docs/summary.json").at("/corpus/digest").asText());
    assertEquals("{}", audit.json("results/docs/summary.json").at("/engine/documents").toString());
  }

  @Test
  void failuresCanBeWarnings() {
    TestAudit audit =
        new TestAudit(folder)
            .file("docs/large.md", "x".repeat(11))
            .file(
                "docs/docaudit.yaml",
                "documents:\n  max-bytes: 10\nseverity:\n  document/too-large: warning\n");
    assertEquals(0, audit.audit("docs"), audit.err());
    assertEquals(1, audit.audit("docs", "--fail-on", "warning"), audit.err());
  }

  /** What could not be listed has its row among the others. */
  @Test
  void whatCannotBeListed() {
    TestAudit audit =
        new TestAudit(folder)
            .file("docs/b/.gitignore", "#".repeat((1 << 20) + 1))
            .file("docs/a.md", "# A\n")
            .file("docs/z.md", "# Z\n");
    assertEquals(1, audit.audit("docs"), audit.err());
    assertEquals(
        List.of("a.md | ok", "b/.gitignore | failed", "z.md | ok"),
        audit.rows("results/docs", "documents", "path, status").stream().sorted().toList());
    assertEquals(
        List.of(
            "document/unreadable | error | b/.gitignore | 0 | 0"
                + " | its rules were not obeyed: larger than 1 MiB | null"),
        audit.rows("results/docs", "findings", FINDING));
    assertTrue(audit.out().contains("failed                  1\n"), audit.out());
  }

  @Test
  void symbolicLinksThatLeadNowhere() throws IOException {
    TestAudit audit = new TestAudit(folder).file("docs/b.md", "# B\n").file("out.md", "# Out\n");
    Files.createSymbolicLink(path("docs/a-dangling.md"), Path.of("nowhere.md"));
    Files.createSymbolicLink(path("docs/c-loop.md"), Path.of("c-loop.md"));
    Files.createSymbolicLink(path("docs/d-out.md"), Path.of("../out.md"));
    Files.createSymbolicLink(path("docs/e-inside.md"), Path.of("b.md"));
    Files.createSymbolicLink(path("docs/f-cycle"), Path.of("."));
    assertEquals(1, audit.audit("docs"), audit.err());
    assertEquals(
        List.of("a-dangling.md | failed", "b.md | ok", "c-loop.md | failed", "e-inside.md | ok"),
        audit.rows("results/docs", "documents", "path, status"));
    assertEquals(
        List.of(
            "document/unreadable | a-dangling.md",
            "duplicate/exact | b.md",
            "document/unreadable | c-loop.md",
            "duplicate/exact | e-inside.md"),
        audit.rows("results/docs", "findings", "rule, path"));
    assertEquals(
        "{\"symlink-outside\":1}",
        audit.json("results/docs/summary.json").at("/corpus/skipped").toString());
  }
}

package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.CorpusTotalsCoder;
import org.docaudit.summary.Flow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that lost something is incomplete, never green. */
class AuditConservationTest {

  @TempDir Path folder;
  private TestAudit audit;

  @BeforeEach
  void anEarlierReport() {
    audit = new TestAudit(folder).file("docs/a.md", "[b](b.md)\n").file("docs/b.md", "# Old\n");
    assertEquals(0, audit.audit("docs"), audit.err());
    audit.file("docs/b.md", "# New\n");
  }

  private Path totalsFile() {
    try (var entries = Files.list(folder.resolve("results"))) {
      return entries
          .map(entry -> entry.resolve("_parts/totals"))
          .filter(Files::exists)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void changeTotals(Consumer<CorpusTotals> change) {
    Path file = totalsFile();
    try {
      CorpusTotals totals;
      try (InputStream in = Files.newInputStream(file)) {
        totals = CorpusTotalsCoder.of().decode(in);
      }
      change.accept(totals);
      try (OutputStream out = Files.newOutputStream(file)) {
        CorpusTotalsCoder.of().encode(totals, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertIncomplete(String message) {
    assertEquals(3, audit.audit("docs"));
    List<String> lines = audit.err().lines().toList();
    assertEquals("docaudit: " + message, lines.get(lines.size() - 1));
    assertEquals(
        List.of("b.md | Old"),
        TestAudit.query(
            "SELECT path, title FROM read_parquet('%s') WHERE path = 'b.md'"
                .formatted(audit.parquet("results/docs", "documents"))));
    assertEquals(
        List.of("docs/", "history/"),
        audit.files("results").stream().filter(file -> file.matches("[^/]+/?")).toList());
  }

  @Test
  void aLostLink() {
    audit.whenJobEnded(() -> changeTotals(totals -> totals.count(Flow.LINKS_FOUND, 1)));
    assertIncomplete(
        "the audit is incomplete: links found = ok + broken + unchecked + ignored: 2 is not 1");
    assertTrue(audit.out().contains("Documents                 2\n"), audit.out());
    assertFalse(audit.out().contains("results/docs"), audit.out());
  }

  @Test
  void aLostDocumentAndItsWords() {
    audit.whenJobEnded(
        () ->
            changeTotals(
                totals -> {
                  totals.count(Flow.DOCUMENTS_READ, -1);
                  totals.count(Flow.WORDS_COUNTED, -3);
                }));
    assertIncomplete(
        "the audit is incomplete: documents listed = read + skipped + unlisted: 2 is not 1;"
            + " word occurrences tallied = counted: 4 is not 1");
  }

  @Test
  void noTotalsAtAll() {
    audit.whenJobEnded(
        () -> {
          try {
            Files.delete(totalsFile());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    assertIncomplete(
        "the report could not be written: java.io.IOException: the job wrote no totals");
  }
}

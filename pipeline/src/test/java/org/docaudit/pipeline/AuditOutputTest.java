package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an audit does with the output folder: all or nothing, and never anything foreign. */
class AuditOutputTest {

  @TempDir Path folder;
  private TestAudit audit;

  @BeforeEach
  void corpus() {
    audit = new TestAudit(folder).file("docs/a.md", "# One\n");
  }

  private List<String> titles(String report) {
    return audit.rows(report, "documents", "path, title");
  }

  @Test
  void anEarlierReportIsReplacedAsAWhole() throws IOException {
    assertEquals(0, audit.audit("docs", "--format=parquet,jsonl"), audit.err());
    audit.file("results/docs/links/part-00001.parquet", "left behind by a larger corpus");
    audit.file("docs/a.md", "# Two\n");
    assertEquals(0, audit.audit("docs"), audit.err());
    assertEquals(List.of("a.md | Two"), titles("results/docs"));
    assertEquals(List.of("docs/", "history/"), tops("results"));
    assertEquals(
        List.of("docs/links/", "docs/links/part-00000.parquet"),
        audit.files("results").stream().filter(file -> file.contains("links")).toList());
    assertFalse(Files.exists(folder.resolve("results/docs/documents/part-00000.jsonl")));
  }

  @Test
  void anEmptyFolderIsFilled() throws IOException {
    Files.createDirectories(folder.resolve("out"));
    assertEquals(0, audit.audit("docs", "--output", "out"), audit.err());
    assertEquals(List.of("a.md | One"), titles("out"));
  }

  @Test
  void awkwardNames() {
    String name = "out put #1 [x] {y} *ü%20'潮";
    assertEquals(0, audit.audit("docs", "--output", name + "/deep/er"), audit.err());
    assertTrue(Files.exists(folder.resolve(name + "/deep/er/summary.json")));
    assertEquals(
        "# One\n".length(), audit.json(name + "/deep/er/summary.json").at("/totals/bytes").asInt());
    assertEquals(List.of("er/", "history/"), tops(name + "/deep"));
  }

  private List<String> tops(String path) {
    return audit.files(path).stream().filter(file -> file.matches("[^/]+/?")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes.txt", "summary.json", "documents/part-00000.parquet", ".keep"})
  void aForeignFolderIsRefused(String file) {
    audit.file("out/" + file, "{\"tool\":\"other\"}");
    assertEquals(2, audit.audit("docs", "--output", "out"));
    assertEquals(
        "docaudit: %s exists and is not a docaudit report; it is not overwritten%n"
            .formatted(folder.resolve("out")),
        lastLine());
    assertEquals("{\"tool\":\"other\"}", audit.text("out/" + file));
    assertEquals(List.of("docs/", "out/"), tops(""));
  }

  private String lastLine() {
    List<String> lines = audit.err().lines().toList();
    return lines.get(lines.size() - 1) + System.lineSeparator();
  }

  @Test
  void aFileIsRefused() {
    audit.file("out", "not a folder");
    assertEquals(2, audit.audit("docs", "--output", "out"));
    assertEquals("not a folder", audit.text("out"));
    assertEquals(List.of("docs/", "out"), tops(""));
  }

  @Test
  void aFolderThatCannotBeMade() {
    audit.file("out", "not a folder");
    assertEquals(3, audit.audit("docs", "--output", "out/report"));
    assertTrue(audit.err().contains("docaudit: cannot write to " + folder.resolve("out")));
    assertEquals("not a folder", audit.text("out"));
  }

  @Test
  void aRunThatFailsLeavesTheEarlierReport() throws IOException {
    assertEquals(0, audit.audit("docs"), audit.err());
    List<String> before = audit.files("results/docs");
    String summary = audit.text("results/docs/summary.json");
    audit.whenListed(
        () -> {
          throw new IllegalStateException("the power is gone");
        });
    assertEquals(3, audit.audit("docs"));
    assertEquals(
        "docaudit: the audit could not be completed: IllegalStateException: the power is gone"
            + System.lineSeparator(),
        lastLine());
    assertEquals(before, audit.files("results/docs"));
    assertEquals(List.of("docs/", "history/"), tops("results"));
    assertEquals(summary, audit.text("results/docs/summary.json"));
  }

  /** The job itself fails: its folder is gone when workers want to write to it. */
  @Test
  void aJobThatFailsLeavesTheEarlierReport() throws IOException {
    assertEquals(0, audit.audit("docs"), audit.err());
    List<String> before = audit.files("results/docs");
    audit.whenListed(this::replaceWorkFolderByAFile);
    assertEquals(3, audit.audit("docs"));
    assertTrue(lastLine().startsWith("docaudit: the job failed: "), audit.err());
    assertEquals(before, audit.files("results/docs"));
    assertEquals(List.of("docs/", "history/"), tops("results"));
    assertEquals(List.of("a.md | One"), titles("results/docs"));
  }

  private void replaceWorkFolderByAFile() {
    try (var entries = Files.list(folder.resolve("results"))) {
      Path work =
          entries
              .filter(
                  entry ->
                      entry.getFileName().toString().startsWith(".docs.")
                          && Files.isDirectory(entry))
              .findFirst()
              .orElseThrow();
      Files.delete(work);
      Files.writeString(work, "in the way");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The report's folder may lie in the corpus: `docaudit audit .` puts it there. */
  @Test
  void aReportInsideTheCorpusIsNotPartOfIt() throws IOException {
    String[] options = {"--output=docs/report", "--format=html,markdown"};
    assertEquals(0, audit.audit("docs", options), audit.err());
    List<String> first = audit.rows("docs/report", "documents");
    assertEquals(1, first.size());
    String digest = audit.json("docs/report/summary.json").at("/corpus/digest").asText();
    // Links may lead to the page of an earlier run.
    audit.file("docs/b.md", "[the last audit](report/report.html)\n");
    assertEquals(0, audit.audit("docs", options), audit.err());
    assertEquals(
        List.of("a.md", "b.md"), audit.rows("docs/report", "documents", "path"), audit.out());
    JsonNode summary = audit.json("docs/report/summary.json");
    assertEquals(1, summary.at("/corpus/skipped/report").asInt());
    Files.delete(audit.path("docs/b.md"));
    assertEquals(0, audit.audit("docs", options), audit.err());
    assertEquals(first, audit.rows("docs/report", "documents"));
    assertEquals(digest, audit.json("docs/report/summary.json").at("/corpus/digest").asText());
    assertEquals(
        0,
        audit.run("explain", "--why-skipped=docs/report/summary.md", "--report=docs/report"),
        audit.err());
    assertEquals("report/summary.md\n  skipped       in a report of docaudit\n", audit.out());
  }

  @Test
  void severalReportsBesideEachOther() {
    audit.file("more/b.md", "# B\n");
    assertEquals(0, audit.audit("docs"), audit.err());
    assertEquals(0, audit.audit("more"), audit.err());
    assertEquals(List.of("a.md | One"), titles("results/docs"));
    assertEquals(List.of("b.md | B"), titles("results/more"));
    assertEquals(List.of("docs/", "history/", "more/"), tops("results"));
  }

  @Test
  void nothingIsMadeWhereNothingIsRun() {
    assertEquals(2, audit.audit("absent"));
    assertEquals(2, audit.audit("docs", "--fail-on", "sometimes"));
    assertEquals(List.of("docs/"), tops(""));
  }
}

package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.docaudit.pipeline.report.OutputLock;
import org.docaudit.pipeline.report.RunHistory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audits of a corpus one after the other: history, trend, thresholds, retention, and the hook. */
class AuditSeriesTest {

  @TempDir Path folder;
  private TestAudit audit;

  @BeforeEach
  void corpus() {
    audit = new TestAudit(folder);
    broken(1);
  }

  /** A document with that many broken links. */
  private void broken(int links) {
    audit.file("docs/a.md", "# A\n\n" + "[x](absent.md)\n".repeat(links));
  }

  private List<String> history(String columns) {
    return history(columns, "true");
  }

  private List<String> history(String columns, String condition) {
    return TestAudit.query(
        "SELECT %s FROM read_parquet('%s/*.parquet') WHERE %s ORDER BY started"
            .formatted(columns, audit.path("results/history"), condition));
  }

  /** What stands on the terminal, however lines are broken. */
  private String printed() {
    return audit.out().replaceAll("\\s+", " ");
  }

  private List<String> completeRuns(String columns) {
    return history(columns, "status = 'complete'");
  }

  @Test
  void eachCompleteRunIsARow() throws IOException {
    assertEquals(1, audit.audit("docs"), audit.err());
    JsonNode first = audit.json("results/docs/summary.json");
    assertTrue(first.get("changed").isNull(), "there is no run before");
    assertEquals(1, first.get("history").size());
    assertEquals(0, Jsoup.parse(audit.text("results/docs/report.html")).select(".trends").size());

    broken(3);
    audit.whenListed(
        () -> {
          throw new IllegalStateException("the power is gone");
        });
    assertEquals(3, audit.audit("docs"));
    assertEquals(List.of("complete | 1", "unfinished | null"), history("status, links_broken"));
    audit.whenListed(() -> {});
    assertEquals(1, audit.audit("docs", "--no-history"));
    assertEquals(2, audit.files("results/history").size());
    assertEquals("[]", audit.json("results/docs/summary.json").get("history").toString());
    Files.writeString(
        folder.resolve("results/history/20010101T000000000Z.docs.00000000.parquet"), "damaged");
    assertEquals(1, audit.audit("docs"), audit.err());
    Files.delete(folder.resolve("results/history/20010101T000000000Z.docs.00000000.parquet"));

    JsonNode second = audit.json("results/docs/summary.json");
    String failed = history("started").get(1);
    assertEquals("[\"" + failed + "\"]", second.get("unfinished").toString());
    String remark = "the run before this one, begun " + failed + ", did not come to its end";
    assertTrue(printed().contains(remark), audit.out());
    assertEquals(
        List.of("docs | docs | null | null | " + ProductVersion.current().docaudit()),
        TestAudit.query(
            "SELECT corpus, report, finished, digest, version FROM '%s/*.unfinished.parquet'"
                .formatted(audit.path("results/history"))));
    String digest = second.at("/corpus/digest").asText();
    assertEquals(
        List.of(
            "docs | docs | 1 | 0 | 0 | 3 | 20 | 0 | 1 | 0 | 0 | 1 | 0 | 0"
                + " | {\"link/missing-file\":1} | "
                + first.at("/corpus/digest").asText()
                + " | java | "
                + ProductVersion.current().docaudit(),
            "docs | docs | 1 | 0 | 0 | 5 | 50 | 0 | 3 | 0 | 0 | 3 | 0 | 0"
                + " | {\"link/missing-file\":3} | "
                + digest
                + " | java | "
                + ProductVersion.current().docaudit()),
        completeRuns(
            "corpus, report, documents, documents_failed, documents_skipped, words, bytes,"
                + " links_ok, links_broken, links_unchecked, links_ignored, errors, warnings, infos,"
                + " rules, digest, engine, version"));
    assertEquals(
        List.of("true | true | true", "true | true | true"),
        completeRuns(
            "finished::TIMESTAMP >= started::TIMESTAMP, duration_ms > 0,"
                + " length(findings_digest) = 64"));
    assertEquals(
        List.of(first.get("run").asText(), second.get("run").asText()), completeRuns("run"));
    assertEquals(
        List.of("1", "3"),
        Stream.of(0, 1).map(i -> second.at("/history/" + i + "/links_broken").asText()).toList());
    assertEquals(
        List.of("true", "true"),
        Stream.of("documents", "findings")
            .map(what -> second.at("/changed/" + what).asText())
            .toList());

    Document page = Jsoup.parse(audit.text("results/docs/report.html"));
    assertEquals(
        "3 findings in 1 of 1 document; " + remark + ".", page.select(".verdict p").text());
    assertEquals(
        List.of("Broken links 3", "Findings 3", "Documents 1"),
        page.select(".trends h3").eachText());
    assertEquals(
        List.of("+2 since the run before", "+2 since the run before", "as in the run before"),
        page.select(".trends .note").eachText());
    assertEquals(
        List.of("1", "5", "3", "3", "0", "0"), page.select(".runs tr:nth-child(1) td").eachText());
    assertEquals(
        List.of("1", "3", "1", "1", "0", "0"), page.select(".runs tr:nth-child(2) td").eachText());
    assertEquals(
        "Broken links in 2 runs, from 1 to 3; the most were 3",
        page.selectFirst(".trends svg").attr("aria-label"));
    assertEquals(
        List.of("20.0", "60.0"), page.select(".trends div:nth-child(1) rect").eachAttr("height"));
  }

  /** Such as those without the column {@code status}, or whose columns may all be null. */
  @Test
  void rowsOfOtherVersionsAreRead() throws IOException {
    assertEquals(1, audit.audit("docs"), audit.err());
    String name = audit.files("results/history").get(0);
    Path written = folder.resolve("results/history/" + name);
    Path row = Files.move(written, folder.resolve("row.parquet"));
    TestAudit.execute("COPY (SELECT * EXCLUDE (status) FROM '%s') TO '%s'".formatted(row, written));
    assertEquals(1, audit.audit("docs"), audit.err());
    JsonNode summary = audit.json("results/docs/summary.json");
    assertEquals(List.of("1", "1"), summary.get("history").findValuesAsText("links_broken"));
    assertEquals("false", summary.at("/changed/findings").asText());
  }

  /** Whoever is killed has no time to say so; the row that it began with says it. */
  @Test
  void runsThatWereKilledAreToldOnce() throws Exception {
    RunHistory history = new RunHistory(audit.path("results/docs"), List.of("docs"));
    Instant begun = Instant.parse("2026-11-01T02:00:00Z");
    for (String report : List.of("docs", "yesterday", "going-on")) {
      history.begin(UUID.randomUUID().toString(), begun, report);
      begun = begun.plus(Duration.ofDays(1));
    }
    new RunHistory(audit.path("results/docs"), List.of("other"))
        .begin(UUID.randomUUID().toString(), begun, "other");
    try (OutputLock lock = OutputLock.acquire(audit.path("results/going-on"))) {
      assertTrue(Files.exists(lock.output().getParent()));
      assertEquals(1, audit.audit("docs"), audit.err());
    }
    assertTrue(
        printed()
            .contains(
                "the 2 runs before this one, the first begun 2026-11-01T02:00:00.000Z, did not come"
                    + " to their end"),
        audit.out());
    assertTrue(audit.json("results/docs/summary.json").get("changed").isNull(), "none is compared");
    assertEquals(1, audit.audit("docs"), audit.err());
    assertEquals("[]", audit.json("results/docs/summary.json").get("unfinished").toString());
    assertEquals(List.of("1", "1"), completeRuns("links_broken"));
    assertEquals(4, history("run", "status = 'unfinished'").size(), "rows stay");
  }

  @Test
  void figuresBeyondTheirThresholdsAreFindings() {
    audit.file(
        "docs/docaudit.yaml",
        """
        severity: {link/missing-file: info}
        thresholds:
          broken-links: {max: 2, max-increase: 100 %}
          errors: {max-increase: 0}
          link/missing-file: {max-increase: 1}
        """);
    assertEquals(0, audit.audit("docs"), audit.err());
    broken(2);
    assertEquals(0, audit.audit("docs"), audit.err());
    broken(5);
    assertEquals(1, audit.audit("docs"), audit.err());
    String run = audit.json("results/docs/summary.json").at("/history/1/started").asText();
    assertEquals(
        List.of(
            "threshold/max | error | docaudit.yaml | 3 | 17"
                + " | broken-links: 5, but at most 2 are allowed | broken-links",
            "threshold/max-increase | error | docaudit.yaml | 3 | 17 | broken-links: 5 after 2 in the"
                + (" run of " + run + ", but at most 100 % more are allowed | broken-links"),
            "threshold/max-increase | error | docaudit.yaml | 5 | 22 | link/missing-file: 5 after 2"
                + (" in the run of " + run + ", but at most 1 more are allowed")
                + " | link/missing-file"),
        audit
            .rows(
                "results/docs",
                "findings",
                "rule, severity, path, line, \"column\", message, target")
            .stream()
            .filter(row -> row.startsWith("threshold/"))
            .toList());
    assertEquals(8, audit.text("results/docs/findings.jsonl").lines().count());
    assertEquals(3, audit.json("results/docs/summary.json").at("/findings/error").asInt());
    assertEquals(
        "{\"max\":2,\"max-increase\":\"100 %\"}",
        audit
            .json("results/docs/summary.json")
            .at("/configuration/thresholds/broken-links")
            .toString());
    assertTrue(audit.out().contains("2  error    threshold/max-increase"), audit.out());
    assertTrue(audit.text("results/docs/report.html").contains("broken-links: 5, but at most 2"));
    // The findings on thresholds of the run before are no errors of the corpus.
    broken(2);
    assertEquals(0, audit.audit("docs"), audit.err());
    assertEquals(2, audit.audit("docs", "--no-history"));
  }

  /** They stand behind the rows of documents in the table, but on a path in the midst of them. */
  @Test
  void findingsOnThresholdsAreRecognisedInALaterRun() {
    audit.file("docs/docaudit.yaml", "thresholds: {errors: {max: 0}}\n");
    audit.file("docs/z.md", "[x](absent.md)\n");
    String[] options = {"--baseline=auto", "--fail-on=new-error"};
    assertEquals(1, audit.audit("docs", "--fail-on=error"), audit.err());
    audit.file("docs/z.md", "# Z\n");
    assertEquals(0, audit.audit("docs", options), audit.err());
    assertEquals(
        List.of("finding | resolved | z.md | link/missing-file"),
        audit.rows("results/docs", "changes", "kind, state, path, rule").stream()
            .filter(row -> row.startsWith("finding"))
            .toList());
    assertEquals(
        2,
        audit.json("results/docs/summary.json").at("/baseline/findings/unchanged/error").asInt());
    audit.file("docs/docaudit.yaml", "thresholds: {errors: {max: 9}, broken-links: {max: 0}}\n");
    assertEquals(1, audit.audit("docs", options), "a finding on another threshold is new");
  }

  @Test
  void oldReportsOfTheCorpusAreRemoved() throws Exception {
    audit.file("other/b.md", "# B\n");
    for (String day : List.of("1", "2", "3", "4")) {
      assertEquals(1, audit.audit("docs", "--output", "n/" + day), audit.err());
    }
    assertEquals(0, audit.audit("other", "--output", "n/0-other"), audit.err());
    audit.file("n/0-notes/summary.json", "{\"tool\":\"other\"}");
    audit.file("n/.9.00000000-0000-4000-8000-000000000000/documents/part", "of a killed run");
    try (OutputLock lock = OutputLock.acquire(folder.resolve("n/1"))) {
      assertTrue(Files.isDirectory(lock.output()));
      assertEquals(1, audit.audit("docs", "--output", "n/5", "--keep=3"), audit.err());
    }
    assertTrue(audit.err().contains("docaudit: removing " + folder.resolve("n/2")), audit.err());
    assertEquals(
        List.of("0-notes", "0-other", "1", "3", "4", "5", "history"), tops("n"), "1 is held");
    assertEquals(1, audit.audit("docs", "--output", "n/5", "--keep=1"), audit.err());
    assertEquals(List.of("0-notes", "0-other", "5", "history"), tops("n"));
    assertEquals(7, audit.files("n/history").size(), "rows stay");
  }

  private List<String> tops(String path) throws IOException {
    try (Stream<Path> entries = Files.list(folder.resolve(path))) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theCommandIsToldOfChanges() throws IOException {
    String[] options = {"--on-change", "cat > told; echo told", "--quiet"};
    Path told = folder.resolve("told");
    assertEquals(1, audit.audit("docs", options), audit.err());
    assertEquals("", audit.out());
    assertEquals(audit.text("results/docs/summary.json"), audit.text("told"), "the first run");
    Files.delete(told);
    assertEquals(1, audit.audit("docs", options));
    assertFalse(Files.exists(told), "nothing changed");
    audit.file("docs/docaudit.yaml", "severity: {link/missing-file: info}\n");
    assertEquals(0, audit.audit("docs", options));
    assertEquals("true", audit.json("told").at("/changed/findings").asText());
    assertEquals("false", audit.json("told").at("/changed/documents").asText());
    broken(2);
    assertEquals(0, audit.audit("docs", "--on-change", "exit 7", "--quiet"));
    assertEquals(
        "docaudit: the command of --on-change ended with exit code 7" + System.lineSeparator(),
        audit.err());
  }

  @Test
  void aCommandThatDoesNotEndIsEnded() throws Exception {
    audit.file("report/summary.json", "{}");
    assertEquals(
        Optional.of("was ended after 1 s"),
        new ChangeCommand("sleep 100 & wait", folder, Duration.ofSeconds(1))
            .tell(folder.resolve("report")));
  }
}

package org.docaudit.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.docaudit.model.LinkReason;
import org.docaudit.model.LinkSyntax;
import org.docaudit.model.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole report on {@code sample-corpus}, compared with the one that is committed in {@code
 * src/test/resources/sample-corpus}.
 *
 * <p>{@code mvn test -Dtest=SampleCorpusTest -Ddocaudit.updateExpected=true} writes that anew; what
 * {@code git diff} then shows is to be read line by line before it is committed.
 */
class SampleCorpusTest {

  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Path EXPECTED = MODULE.resolve("src/test/resources/sample-corpus");
  private static final boolean UPDATE = Boolean.getBoolean("docaudit.updateExpected");

  /**
   * Rules whose documents cannot be committed; {@link AuditFailuresTest} and {@link
   * PackedCorporaTest} have them, and {@link AuditSeriesTest} those that are of no document.
   */
  private static final Set<String> NOT_IN_FILES =
      Set.of(
          "document/too-large",
          "document/unreadable",
          "document/vanished",
          "corpus/damaged",
          "corpus/invalid-member",
          "corpus/unsafe-path",
          "corpus/duplicate-path",
          "corpus/over-limit",
          "threshold/max",
          "threshold/max-increase");

  @TempDir static Path folder;
  private static TestAudit audit;
  private static int exitCode;

  @BeforeAll
  static void audit() {
    audit = new TestAudit(folder);
    exitCode =
        audit.run(
            "audit",
            MODULE.resolveSibling("sample-corpus").toString(),
            "--output=report",
            "--format=parquet,jsonl",
            "--engine=java");
  }

  @Test
  void thereAreErrorsToFind() {
    assertEquals(1, exitCode, audit.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"documents", "headings", "links", "findings", "duplicates", "words"})
  void table(String table) throws IOException {
    assertEquals(List.of("part-00000.jsonl", "part-00000.parquet"), audit.files("report/" + table));
    String lines = audit.text("report/" + table + "/part-00000.jsonl");
    assertEquals(JsonLines.rows(lines), audit.rows("report", table));
    compare(table + ".jsonl", lines);
  }

  @Test
  void findingLines() {
    assertEquals(
        audit.text("report/findings/part-00000.jsonl"), audit.text("report/findings.jsonl"));
  }

  /** But for what differs from machine to machine. */
  @Test
  void summary() throws IOException {
    ObjectNode summary = (ObjectNode) audit.json("report/summary.json");
    summary.remove(List.of("run", "versions", "history", "unfinished", "workers", "durations"));
    ((ObjectNode) summary.get("configuration")).remove("file");
    ((ObjectNode) summary.at("/corpus/roots/0")).remove(List.of("folder", "repository_path"));
    String text =
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(summary)
            + System.lineSeparator();
    compare("summary.json", text.replace("\r\n", "\n"));
  }

  private static void compare(String file, String actual) throws IOException {
    if (UPDATE) {
      Files.createDirectories(EXPECTED);
      Files.writeString(EXPECTED.resolve(file), actual);
      return;
    }
    try (InputStream in = SampleCorpusTest.class.getResourceAsStream("/sample-corpus/" + file)) {
      String expected = new String(in.readAllBytes(), UTF_8);
      List<String> diff = LineDiff.of(expected.lines().toList(), actual.lines().toList());
      if (!diff.isEmpty()) {
        fail(file + " is not as committed:\n" + String.join("\n", diff));
      }
    }
  }

  /** The corpus shows each rule, verdict and syntax at least once. */
  @Test
  void everythingIsShown() {
    Set<String> rules = new TreeSet<>(audit.rows("report", "findings", "DISTINCT rule"));
    assertEquals(
        Arrays.stream(Rule.values())
            .map(Rule::id)
            .filter(id -> !NOT_IN_FILES.contains(id))
            .collect(Collectors.toCollection(TreeSet::new)),
        rules);
    Set<String> reasons = new TreeSet<>(audit.rows("report", "links", "DISTINCT reason"));
    reasons.remove("null");
    reasons.remove(LinkReason.ANCHOR_IN_UNREAD_DOCUMENT.id());
    assertEquals(
        Arrays.stream(LinkReason.values())
            .filter(reason -> reason != LinkReason.ANCHOR_IN_UNREAD_DOCUMENT)
            .map(LinkReason::id)
            .collect(Collectors.toCollection(TreeSet::new)),
        reasons);
    assertEquals(
        Arrays.stream(LinkSyntax.values())
            .map(LinkSyntax::id)
            .collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(audit.rows("report", "links", "DISTINCT syntax")));
    assertEquals(
        new TreeSet<>(List.of("none", "yaml", "toml", "json")),
        new TreeSet<>(audit.rows("report", "documents", "DISTINCT frontmatter_format")));
  }

  /** The table of the README names the rules that each document shows. */
  @Test
  void documentsThatAreRightHaveNoFinding() {
    Map<String, String> findings = new TreeMap<>();
    audit
        .rows("report", "findings", "path, rule")
        .forEach(row -> findings.put(row.split(" \\| ", 2)[0], row));
    for (String path :
        List.of(
            "README.md",
            "handbook/index.md",
            "handbook/installation.md",
            "handbook/configuration.md",
            "handbook/tide-tables.md",
            "handbook/operations/README.md",
            "blog/_index.md",
            "blog/gauge-that-counted-ferries.md",
            "site/live.mdx")) {
      assertEquals(null, findings.get(path));
    }
  }
}

package org.docaudit.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every table of the report on a small corpus, as DuckDB reads it, to the last value. */
class AuditReportsTest {

  private static final String HOME =
      """
      ---
      title: Harbour
      tags: [tide, 7]
      draft: no
      ---
      # Harbour Office

      Read [the guide](guide/tides.md#high-water), [setup](guide/tydes.md), [*low*](#low) and
      [map]. ![the map](map.png) <https://example.org/> [here][no page]

      [map]: guide/
      """;
  private static final String TIDES = "High Water\n===\n\nHigh 潮 \"tide\".\r\n\r\n## Low\u0000\n";

  @TempDir static Path folder;
  private static TestAudit audit;
  private static int exitCode;

  @BeforeAll
  static void audit() {
    audit =
        new TestAudit(folder)
            .file("docs/README.md", HOME)
            .file("docs/copy.md", TIDES)
            .file("docs/guide/tides.md", TIDES)
            .file("docs/empty.md", "")
            .file("docs/latin.md", new byte[] {'c', 'a', 'f', (byte) 0xE9, '\n'})
            .file("docs/map.png", "not read")
            .file("docs/.hidden.md", "# Hidden\n")
            .file("docs/left/.gitignore", "*.md\n")
            .file("docs/left/out.md", "# Out\n");
    exitCode = audit.audit("docs", "--format", "parquet,jsonl");
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static String sha256(String text) throws Exception {
    return sha256(text.getBytes(UTF_8));
  }

  @Test
  void thereAreErrors() {
    assertEquals(1, exitCode, audit.err());
  }

  @Test
  void documents() throws Exception {
    String latin = sha256(new byte[] {'c', 'a', 'f', (byte) 0xE9, '\n'});
    assertEquals(
        List.of(
            "README.md | 236 | "
                + sha256(HOME)
                + " | 11 | 26 | 12 | Harbour | yaml"
                + " | {\"title\":\"Harbour\",\"tags\":[\"tide\",7],\"draft\":\"no\"} | true"
                + " | 1 | 6 | 2 | 4 | ok | java",
            "copy.md | 44 | "
                + sha256(TIDES)
                + " | 6 | 8 | 6 | High Water | none | null | null | 2 | 0 | 0 | 1 | ok | java",
            "empty.md | 0 | "
                + sha256("")
                + " | 0 | 0 | 0 | null | none | null | null | 0 | 0 | 0 | 0 | ok | java",
            "guide/tides.md | 44 | "
                + sha256(TIDES)
                + " | 6 | 8 | 6 | High Water | none | null | null | 2 | 0 | 0 | 1 | ok | java",
            "latin.md | 5 | "
                + latin
                + " | 1 | 1 | 1 | null | none | null | null | 0 | 0 | 0 | 1 | ok | java"),
        audit.rows("results/docs", "documents"));
  }

  @Test
  void headings() {
    assertEquals(
        List.of(
            "README.md | 6 | 1 | Harbour Office | harbour-office",
            "copy.md | 1 | 1 | High Water | high-water",
            "copy.md | 6 | 2 | Low\ufffd | low",
            "guide/tides.md | 1 | 1 | High Water | high-water",
            "guide/tides.md | 6 | 2 | Low\ufffd | low"),
        audit.rows("results/docs", "headings"));
  }

  @Test
  void links() {
    assertEquals(
        List.of(
            "README.md | 8 | 6 | 72 | the guide | guide/tides.md#high-water | internal | inline"
                + " | guide/tides.md | high-water | ok | null | null",
            "README.md | 8 | 46 | 112 | setup | guide/tydes.md | internal | inline"
                + " | guide/tydes.md | null | broken | missing-file | guide/tides.md",
            "README.md | 8 | 71 | 137 | low | #low | anchor | inline"
                + " | README.md | low | broken | missing-anchor | null",
            "README.md | 9 | 1 | 155 | map | guide/ | internal | reference"
                + " | guide/ | null | ok | null | null",
            "README.md | 9 | 8 | 162 | the map | map.png | internal | image"
                + " | map.png | null | ok | null | null",
            "README.md | 9 | 28 | 182 | https://example.org/ | https://example.org/ | external"
                + " | autolink | null | null | unchecked | external | null"),
        audit.rows("results/docs", "links"));
  }

  @Test
  void findings() {
    assertEquals(
        List.of(
            "frontmatter/ambiguous-scalar | warning | README.md | 4 | 8"
                + " | YAML 1.1 reads `no` as the boolean false, YAML 1.2 as text; quote it if it is"
                + " text | no | \"no\""
                + " | 86b96154b695ae2b241f791310ab37f2",
            "link/missing-file | error | README.md | 8 | 46"
                + " | `guide/tydes.md` does not exist | guide/tydes.md | guide/tides.md"
                + " | 35255de55a78d269893ce525761c05cc",
            "link/missing-anchor | error | README.md | 8 | 71"
                + " | this document has no anchor `low` | #low | null"
                + " | d938d19417e6cfbd66b3b83c22dd2fa3",
            "link/undefined-reference | warning | README.md | 9 | 51"
                + " | no definition `[no page]: …` in this document | no page | null"
                + " | e74ec734ae098e23895a3a6211de5863",
            "duplicate/exact | info | copy.md | 0 | 0"
                + " | same bytes as `guide/tides.md` | guide/tides.md | null"
                + " | 71268a2c019ff2adb0aac964a365284e",
            "duplicate/exact | info | guide/tides.md | 0 | 0"
                + " | same bytes as `copy.md` | copy.md | null"
                + " | b815d655d03955a933edafca48321ae1",
            "document/invalid-utf8 | warning | latin.md | 1 | 4"
                + " | not valid UTF-8 at byte offset 3; read as U+FFFD | null | null"
                + " | bb1ea1e5692b85677fcada21de52037d"),
        audit.rows("results/docs", "findings"));
  }

  @Test
  void words() {
    assertEquals(
        List.of(
            "high | 5 | 3",
            "guide | 4 | 1",
            "low | 4 | 3",
            "map | 4 | 1",
            "tide | 3 | 3",
            "water | 3 | 3",
            "harbour | 2 | 1",
            "md | 2 | 1",
            "no | 2 | 1",
            "the | 2 | 1",
            "潮 | 2 | 2",
            "and | 1 | 1",
            "caf | 1 | 1",
            "draft | 1 | 1",
            "example | 1 | 1",
            "here | 1 | 1",
            "https | 1 | 1",
            "office | 1 | 1",
            "org | 1 | 1",
            "page | 1 | 1",
            "png | 1 | 1",
            "read | 1 | 1",
            "setup | 1 | 1",
            "tags | 1 | 1",
            "tides | 1 | 1",
            "title | 1 | 1",
            "tydes | 1 | 1"),
        audit.rows("results/docs", "words"));
  }

  @Test
  void duplicates() throws Exception {
    assertEquals(
        List.of(sha256(TIDES) + " | 44 | 2 | [copy.md, guide/tides.md]"),
        audit.rows("results/docs", "duplicates"));
    assertEquals(
        List.of("copy.md", "guide/tides.md"),
        TestAudit.query(
            "SELECT unnest(paths) FROM read_parquet('%s')"
                .formatted(audit.parquet("results/docs", "duplicates"))));
    assertEquals(
        List.of("2"),
        TestAudit.query(
            "SELECT len(paths) FROM read_parquet('%s')"
                .formatted(audit.parquet("results/docs", "duplicates"))));
  }

  /** Standard types, so that any reader knows them. */
  @Test
  void schemas() {
    assertEquals(
        List.of(
            "path VARCHAR",
            "bytes BIGINT",
            "sha256 VARCHAR",
            "lines BIGINT",
            "words BIGINT",
            "prose_words BIGINT",
            "title VARCHAR",
            "frontmatter_format VARCHAR",
            "frontmatter VARCHAR",
            "frontmatter_valid BOOLEAN",
            "headings INTEGER",
            "links INTEGER",
            "broken_links INTEGER",
            "findings INTEGER",
            "status VARCHAR",
            "engine VARCHAR"),
        columns("documents"));
    assertEquals(
        List.of("path VARCHAR", "line INTEGER", "level INTEGER", "text VARCHAR", "anchor VARCHAR"),
        columns("headings"));
    assertEquals(
        List.of(
            "source_file VARCHAR",
            "line_number INTEGER",
            "column INTEGER",
            "byte_offset BIGINT",
            "link_text VARCHAR",
            "target VARCHAR",
            "link_type VARCHAR",
            "syntax VARCHAR",
            "resolved_path VARCHAR",
            "fragment VARCHAR",
            "status VARCHAR",
            "reason VARCHAR",
            "suggestion VARCHAR"),
        columns("links"));
    assertEquals(
        List.of(
            "rule VARCHAR",
            "severity VARCHAR",
            "path VARCHAR",
            "line INTEGER",
            "column INTEGER",
            "message VARCHAR",
            "target VARCHAR",
            "suggestion VARCHAR",
            "fingerprint VARCHAR"),
        columns("findings"));
    assertEquals(List.of("word VARCHAR", "count BIGINT", "documents BIGINT"), columns("words"));
    assertEquals(
        List.of("sha256 VARCHAR", "bytes BIGINT", "count BIGINT", "paths VARCHAR[]"),
        columns("duplicates"));
  }

  private static List<String> columns(String table) {
    return TestAudit.query(
            "DESCRIBE SELECT * FROM read_parquet('%s')"
                .formatted(audit.parquet("results/docs", table)))
        .stream()
        .map(row -> String.join(" ", List.of(row.split(" \\| ", -1)).subList(0, 2)))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"documents", "headings", "links", "findings", "words", "duplicates"})
  void everyColumnIsCompressedWithZstd(String table) {
    assertEquals(
        List.of("ZSTD"),
        TestAudit.query(
            "SELECT DISTINCT compression FROM parquet_metadata('%s')"
                .formatted(audit.parquet("results/docs", table))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"documents", "headings", "links", "findings", "words", "duplicates"})
  void jsonLinesSayTheSame(String table) throws IOException {
    assertEquals(
        audit.rows("results/docs", table),
        JsonLines.rows(audit.text("results/docs/" + table + "/part-00000.jsonl")));
  }

  @Test
  void findingsAsJsonLines() throws IOException {
    String lines = audit.text("results/docs/findings.jsonl");
    assertEquals(audit.rows("results/docs", "findings"), JsonLines.rows(lines));
    assertEquals(
        "{\"rule\":\"link/undefined-reference\",\"severity\":\"warning\",\"path\":\"README.md\","
            + "\"line\":9,\"column\":51,\"message\":\"no definition `[no page]: \\u2026` in this"
            + " document\",\"target\":\"no page\",\"suggestion\":null,"
            + "\"fingerprint\":\"e74ec734ae098e23895a3a6211de5863\"}",
        lines.lines().toList().get(3));
  }

  @Test
  void digestByHand() throws Exception {
    TreeMap<String, byte[]> documents = new TreeMap<>();
    for (String path : List.of("README.md", "copy.md", "empty.md", "guide/tides.md", "latin.md")) {
      documents.put(path, Files.readAllBytes(folder.resolve("docs").resolve(path)));
    }
    List<String> lines = new ArrayList<>();
    for (var document : documents.entrySet()) {
      lines.add(sha256(document.getValue()) + "  " + document.getKey() + "\n");
    }
    Collections.sort(lines);
    assertEquals(sha256(String.join("", lines)), digest());
  }

  @Test
  void digestInAShell() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
    Process shell =
        new ProcessBuilder(
                "/bin/sh",
                "-c",
                "sha256sum README.md copy.md empty.md guide/tides.md latin.md"
                    + " | LC_ALL=C sort | sha256sum")
            .directory(folder.resolve("docs").toFile())
            .redirectErrorStream(true)
            .start();
    String printed = new String(shell.getInputStream().readAllBytes(), UTF_8);
    assumeTrue(shell.waitFor() == 0 && printed.endsWith("  -\n"), printed);
    assertEquals(printed, digest() + "  -\n");
  }

  private static String digest() {
    return audit.json("results/docs/summary.json").at("/corpus/digest").asText();
  }

  @Test
  void summary() {
    ObjectNode summary = (ObjectNode) audit.json("results/docs/summary.json");
    assertEquals("docaudit", summary.get("tool").asText());
    assertEquals(
        "{\"docaudit\":\"%s\",\"beam\":\"%s\",\"java\":\"%s\",\"unicode\":\"16.0\"}"
            .formatted(
                ProductVersion.current().docaudit(),
                ProductVersion.current().beam(),
                Runtime.version()),
        summary.get("versions").toString());
    assertEquals(
        "{\"requested\":\"java\",\"documents\":{\"java\":5},"
            + "\"reason\":null,\"runner\":\"DirectRunner\","
            + "\"kernels\":[{\"engine\":\"java\",\"batches\":1,\"documents\":5,\"bytes\":329}],"
            + "\"fallbacks\":{\"batches\":0,\"ratio\":0.0,\"max_ratio\":0.01,\"reasons\":[]},"
            + "\"shadow\":{\"sample\":0.0,\"sampled\":0,\"compared\":0,\"read_by_java_alone\":0,"
            + "\"facts\":0,\"differing\":0,\"differences\":{},\"inputs\":[]}}",
        summary.get("engine").toString());
    assertEquals(
        "{\"names\":[\"docs\"],"
            + "\"roots\":[{\"prefix\":\"\",\"folder\":\"../../docs/\",\"repository_path\":null}],"
            + "\"digest\":\"%s\",\"other_files\":2,".formatted(digest())
            + "\"skipped\":{\"hidden\":1,\"gitignore\":1}}",
        summary.get("corpus").toString());
    assertEquals(
        "{\"documents_listed\":7,\"documents_skipped\":2,\"documents_analyzed\":5,"
            + "\"documents_failed\":0,\"bytes\":329,\"lines\":24,\"words\":43,\"prose_words\":25,"
            + "\"headings\":5,\"words_distinct\":27,\"duplicate_groups\":1,"
            + "\"duplicate_documents\":2,\"suppressed\":0}",
        summary.get("totals").toString());
    assertEquals(
        "{\"total\":6,\"ok\":3,\"broken\":2,\"unchecked\":1,\"ignored\":0,\"reasons\":{"
            + "\"missing-file\":1,\"missing-anchor\":1,\"case-mismatch\":0,\"outside-corpus\":0,"
            + "\"empty-target\":0,\"invalid-url\":0,\"external\":1,\"anchor-in-other-file\":0,"
            + "\"anchor-in-unread-document\":0,\"template\":0,\"scheme\":0,\"configured\":0}}",
        summary.get("links").toString());
    assertEquals(
        "{\"error\":2,\"warning\":3,\"info\":2,\"rules\":["
            + rule("document/invalid-utf8", "warning", 1)
            + ","
            + rule("frontmatter/ambiguous-scalar", "warning", 1)
            + ","
            + rule("link/missing-file", "error", 1)
            + ","
            + rule("link/missing-anchor", "error", 1)
            + ","
            + rule("link/undefined-reference", "warning", 1)
            + ","
            + rule("duplicate/exact", "info", 2)
            + "]}",
        summary.get("findings").toString());
    assertEquals(
        "{\"document_bytes\":[{\"from\":0,\"n\":1},{\"from\":4,\"n\":1},{\"from\":32,\"n\":2},"
            + "{\"from\":128,\"n\":1}],"
            + "\"document_links\":[{\"from\":0,\"n\":4},{\"from\":4,\"n\":1}]}",
        summary.get("histograms").toString());
    assertEquals(
        "{\"word\":\"high\",\"count\":5,\"documents\":3}", summary.at("/top_words/0").toString());
    assertEquals(27, summary.get("top_words").size());
    assertEquals(
        "[{\"path\":\"README.md\",\"findings\":4,\"errors\":2},"
            + "{\"path\":\"latin.md\",\"findings\":1,\"errors\":0}]",
        summary.get("worst_documents").toString());
    List<String> balances = new ArrayList<>();
    for (JsonNode each : summary.get("conservation")) {
      balances.add(each.get("what").asText() + ": " + each.get("in") + " " + each.get("out"));
      assertTrue(each.get("holds").asBoolean());
    }
    assertEquals(
        List.of(
            "documents listed = analyzed + failed + skipped: 7 7",
            "documents listed = read + skipped + unlisted: 7 7",
            "documents parsed by an engine = analyzed: 5 5",
            "documents sampled = compared + read by java alone: 0 0",
            "links found = ok + broken + unchecked + ignored: 6 6",
            "questions asked = answered: 4 4",
            "word occurrences tallied = counted: 49 49",
            "hashes sent = compared: 5 5"),
        balances);
    Instant.parse(summary.at("/durations/started").asText());
    assertEquals(1, summary.get("workers").size());
    assertEquals(
        "{\"java\":5} null",
        summary.at("/workers/0/documents") + " " + summary.at("/workers/0/reason"));
    assertEquals(summary.at("/engine/kernels/0/bytes"), summary.at("/workers/0/bytes"));
    assertEquals(
        summary.at("/durations/busy_seconds/analyze"),
        summary.at("/workers/0/busy_seconds/analyze"));
    assertTrue(
        summary.at("/workers/0/worker").asText().endsWith(":" + ProcessHandle.current().pid()));
    List<String> durations = new ArrayList<>();
    summary.at("/durations/wall_seconds").fieldNames().forEachRemaining(durations::add);
    summary.at("/durations/busy_seconds").fieldNames().forEachRemaining(durations::add);
    summary.at("/durations/kernel_seconds/java").fieldNames().forEachRemaining(durations::add);
    assertEquals(
        List.of(
            "list",
            "run",
            "read",
            "analyze",
            "shadow",
            "words",
            "links",
            "suggestions",
            "duplicates",
            "uniqueness",
            "write",
            "whole",
            "text",
            "hash",
            "frequencies",
            "frontmatter",
            "markdown"),
        durations);
  }

  private static String rule(String rule, String severity, int count) {
    return "{\"rule\":\"%s\",\"severity\":\"%s\",\"count\":%d}".formatted(rule, severity, count);
  }

  @Test
  void nothingElseIsLeft() {
    List<String> expected = new ArrayList<>(List.of("docs/", "docs/findings.jsonl"));
    for (String table :
        List.of("documents", "duplicates", "findings", "headings", "links", "words")) {
      expected.add("docs/" + table + "/");
      expected.add("docs/" + table + "/part-00000.jsonl");
      expected.add("docs/" + table + "/part-00000.parquet");
    }
    expected.add("docs/summary.json");
    Collections.sort(expected);
    assertEquals(
        expected,
        audit.files("results").stream().filter(file -> !file.startsWith("history/")).toList());
  }

  @Test
  void theTableOnTheTerminal() {
    assertEquals(
        """
        Documents                 7
          analyzed                5
          failed                  0
          skipped                 2
        Words                    43
        Links                     6
          ok                      3
          broken                  2
          unchecked               1
          ignored                 0
        Findings                  7
                                  1  error    link/missing-file
                                  1  error    link/missing-anchor
                                  1  warning  document/invalid-utf8
                                  1  warning  frontmatter/ambiguous-scalar
                                  1  warning  link/undefined-reference
                                  2  info     duplicate/exact

        Worst documents                                                       findings
          README.md                                                                  4
          latin.md                                                                   1

        Time        …
        Engine      java
        Reports     %s
        """
            .formatted(folder.resolve("results/docs")),
        audit.out().replaceAll("(?m)^(Time +).*", "$1…"));
  }
}

package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docaudit pack}, and audits of packed corpora. */
class PackedCorporaTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("sample-corpus");
  private static final List<String> TABLES =
      List.of("documents", "headings", "links", "findings", "words", "duplicates");

  @TempDir static Path shared;
  @TempDir Path folder;

  private static TestAudit loose;

  @BeforeAll
  static void auditLooseFiles() {
    loose = new TestAudit(shared);
    assertEquals(1, loose.run("audit", SAMPLE.toString(), "--output=loose"), loose.err());
  }

  /** Members have no time of their own, so they are read, but neither parsed nor checked again. */
  @ParameterizedTest
  @ValueSource(strings = {"parquet", "jsonl.zst", "tar"})
  void anIncrementalRunKeepsTheFactsOfMembers(String format) throws IOException {
    TestAudit audit = new TestAudit(folder);
    audit.file("docs/a.md", "# A\n\n[b](b.md#b) [x](gone.md)\n").file("docs/b.md", "# B\n");
    String pack = "docs." + format;
    assertEquals(0, audit.pack("docs", "--output=" + pack), audit.err());
    String[] options = {"--incremental", "--fail-on=never"};
    assertEquals(0, audit.audit(pack, options), audit.err());
    audit.file("docs/b.md", "# C\n");
    assertEquals(0, audit.pack("docs", "--output=" + pack), audit.err());
    assertEquals(0, audit.audit(pack, options), audit.err());
    assertEquals(
        List.of("a.md | false | same-content", "b.md | true | content"),
        audit.rows("results/docs", "reads").stream().toList());
    assertEquals(0, audit.audit(pack, "--output=full", "--fail-on=never"), audit.err());
    for (String table : TABLES) {
      assertEquals(audit.rows("full", table), audit.rows("results/docs", table), table);
    }
  }

  /** All rows in the same order, the same digest, and the same bytes of the pack each time. */
  @ParameterizedTest
  @ValueSource(
      strings = {"parquet", "jsonl", "jsonl.gz", "jsonl.zst", "tar", "tar.gz", "tar.zst", "zip"})
  void aPackGivesTheRowsOfItsFolder(String format) throws IOException {
    TestAudit audit = new TestAudit(shared);
    String pack = format + "/sample-corpus." + format;
    assertEquals(0, audit.run("pack", SAMPLE.toString(), "--output=" + pack), audit.err());
    assertTrue(audit.out().startsWith("48 documents and the names of "), audit.out());
    audit.run("pack", SAMPLE.toString(), "--output=again." + format, "--quiet");
    assertEquals(-1, Files.mismatch(shared.resolve(pack), shared.resolve("again." + format)));

    String report = "report-" + format;
    assertEquals(
        1,
        audit.audit(pack, "--output=" + report, "--config=" + SAMPLE.resolve("docaudit.yaml")),
        audit.err());
    for (String table : TABLES) {
      List<String> rows = audit.rows("loose", table);
      assertFalse(rows.isEmpty(), table);
      assertEquals(rows, audit.rows(report, table), table);
    }
    JsonNode expected = loose.json("loose/summary.json");
    JsonNode actual = audit.json(report + "/summary.json");
    for (String field : List.of("totals", "links", "findings", "conservation", "histograms")) {
      assertEquals(expected.get(field), actual.get(field), field);
    }
    for (String field : List.of("names", "digest", "other_files", "skipped")) {
      assertEquals(expected.at("/corpus/" + field), actual.at("/corpus/" + field), field);
    }
    assertEquals("../" + pack, actual.at("/corpus/roots/0/file").asText());
  }

  /** Datasets come in many files. */
  @Test
  void linksLeadFromOneFileOfAGlobToAnother() {
    TestAudit audit =
        new TestAudit(folder)
            .file("shards/1.jsonl", "{\"path\":\"b/one.md\",\"text\":\"[two](../a/two.md#two)\"}\n")
            .file(
                "shards/2.jsonl", "{\"path\":\"a/two.md\",\"text\":\"# Two\\n[1](/b/one.md)\"}\n");
    assertEquals(0, audit.audit("shards/*.jsonl", "--output=r"), audit.out() + audit.err());
    assertEquals(
        List.of("b/one.md | a/two.md | ok", "a/two.md | b/one.md | ok"),
        audit.rows("r", "links", "source_file, resolved_path, status"));
    assertEquals("[\"shards\"]", audit.json("r/summary.json").at("/corpus/names").toString());
    assertEquals(
        "../shards/2.jsonl", audit.json("r/summary.json").at("/corpus/roots/1/file").asText());
  }

  @Test
  void packedCorporaCanBePackedAgain() throws IOException {
    TestAudit audit = new TestAudit(folder);
    audit.run("pack", SAMPLE.toString(), "--output=a.tar.gz", "--quiet");
    audit.run("pack", SAMPLE.toString(), "--output=direct.jsonl", "--quiet");
    assertEquals(0, audit.pack("a.tar.gz", "--output=b.jsonl", "--quiet"), audit.err());
    // The names of other files come first in an archive.
    assertEquals(
        new TreeSet<>(audit.text("direct.jsonl").lines().toList()),
        new TreeSet<>(audit.text("b.jsonl").lines().toList()));
  }

  @Test
  void textIsOneFileAfterTheOther() {
    TestAudit audit =
        new TestAudit(folder)
            .file("docs/b.md", "no line feed")
            .file("docs/a.md", "# A\r\n")
            .file("docs/utf16.md", "\uFEFFé".getBytes(StandardCharsets.UTF_16BE))
            .file("docs/p.png", "x");
    assertEquals(0, audit.pack("docs", "--output", "docs/llms-full.txt"), audit.err());
    assertEquals(
        """
        ===== a.md =====
        # A\r

        ===== b.md =====
        no line feed

        ===== utf16.md =====
        é

        """,
        audit.text("docs/llms-full.txt"));
    Path pack = audit.path("docs/llms-full.txt");
    assertEquals("3 documents, 79 bytes: " + pack + "\n", audit.out());
  }

  /** Or the second pack would name the first. */
  @Test
  void aPackDoesNotHoldItself() {
    TestAudit audit = new TestAudit(folder).file("docs/a.md", "A");
    for (int i = 0; i < 2; i++) {
      assertEquals(0, audit.pack("docs", "--output=docs/docs.jsonl"), audit.err());
      assertEquals(
          "{\"path\":\"a.md\",\"kind\":\"document\",\"size\":1,\"text\":\"A\"}\n",
          audit.text("docs/docs.jsonl"));
    }
    assertEquals(List.of("a.md", "docs.jsonl"), audit.files("docs"));
  }

  @Test
  void whatCannotBePackedLeavesTheEarlierFile() {
    TestAudit audit =
        new TestAudit(folder).file("docs/a.md", "A".repeat(100)).file("p.jsonl", "earlier");
    assertEquals(3, audit.pack("docs", "--output=p.jsonl", "--max-document-bytes=10", "--quiet"));
    assertEquals(
        "docaudit: nothing was packed, because of a.md: the document is larger than the limit of"
            + " 10 bytes\n",
        audit.err());
    audit.file("docs/back\\slash.md", "x");
    assertEquals(2, audit.pack("docs", "--output=p.jsonl", "--quiet"));
    assertEquals(
        "docaudit: the path 'back\\slash.md' holds a backslash, which no pack can hold; rename the"
            + " file\n",
        audit.err());
    assertEquals("earlier", audit.text("p.jsonl"));
    assertEquals(List.of("docs/", "docs/a.md", "docs/back\\slash.md", "p.jsonl"), audit.files(""));
  }

  @Test
  void mistakesOnTheCommandLine() {
    TestAudit audit = new TestAudit(folder).file("docs/a.md", "A");
    assertEquals(2, audit.pack("docs"));
    assertEquals("docaudit: pack needs a file to write: --output FILE\n", audit.err());
    assertEquals(2, audit.pack("docs", "--output=x.rar"));
    assertEquals(
        "docaudit: --output: the ending of 'x.rar' is none of .jsonl.gz, .jsonl.zst, .jsonl,"
            + " .ndjson.gz, .ndjson.zst, .ndjson, .parquet, .tar.gz, .tgz, .tar.zst, .tar, .zip,"
            + " .txt\n",
        audit.err());
    assertEquals(2, audit.run("pack", "--output=x.zip"));
    assertEquals("docaudit: no CORPUS given; try: docaudit pack DIR\n", audit.err());
    audit.file("a.jsonl", "{\"name\":\"a\",\"text\":\"t\"}\n");
    assertEquals(2, audit.audit("a.jsonl", "--path-field=title"));
    assertEquals(
        "docaudit: listing documents\ndocaudit: the corpus '"
            + audit.path("a.jsonl")
            + "': no field 'title' for the path of a document; its"
            + " records have the fields name, text\n",
        audit.err());
  }

  /** Links, hidden files and several corpora mean what they do in folders. */
  @Test
  void linksInsideOfAPackResolve() {
    TestAudit audit =
        new TestAudit(folder)
            .file(
                "a.jsonl",
                """
                {"path":"docs/x.md","text":"[y](y.md#y) [p](../p.png) [no](z.md) [hid](.h/h.md)"}
                {"path":"docs/y.md","text":"# Y"}
                {"path":"p.png","kind":"other","text":null}
                {"path":"docs/.h/h.md","text":""}
                """)
            .file("b.jsonl", "{\"path\":\"docs/z.md\",\"text\":\"[x](../../a/docs/x.md)\"}\n");
    assertEquals(1, audit.audit("a.jsonl b.jsonl", "--output=report", "--format=html,sarif"));
    assertEquals(
        List.of(
            "a/docs/x.md | y.md#y | null",
            "a/docs/x.md | ../p.png | null",
            "a/docs/x.md | z.md | missing-file",
            "a/docs/x.md | .h/h.md | null",
            "b/docs/z.md | ../../a/docs/x.md | outside-corpus"),
        audit.rows("report", "links", "source_file, target, reason"));
    assertEquals(1, audit.json("report/summary.json").at("/corpus/skipped/hidden").asInt());
    assertTrue(audit.text("report/report.html").contains("z.md"));
  }

  /** Runs are compared row by row in path order, which a stream need not have. */
  @Test
  void streamsInAnotherOrderAreCompared() throws IOException {
    TestAudit audit = new TestAudit(folder);
    String moved = document("c.md", "# One\\n\\n[y](y.md)");
    gzip("a.jsonl.gz", moved + document("b.md", "[x](x.md) [y](y.md)") + document("a.md", "A"));
    assertEquals(1, audit.audit("a.jsonl.gz", "--output=one"), audit.err());
    assertEquals(List.of("c.md", "b.md", "a.md"), audit.rows("one", "documents", "path"));
    gzip(
        "a.jsonl.gz",
        document("d.md", "[z](z.md)")
            + document("b.md", "[x](x.md) [z](z.md)")
            + moved.replace("c.md", "0.md"));
    assertEquals(1, audit.audit("a.jsonl.gz", "--output=two", "--baseline=" + audit.path("one")));
    assertEquals(
        List.of(
            "document | renamed | 0.md | c.md | null",
            "document | removed | a.md | null | null",
            "document | changed | b.md | null | null",
            "document | added | d.md | null | null",
            "finding | new | b.md | null | z.md",
            "finding | new | d.md | null | z.md",
            "finding | resolved | b.md | null | y.md"),
        audit.rows("two", "changes", "kind, state, path, old_path, target"));
    // The states in rendered reports are those of the table.
    assertEquals(0, audit.run("report", "two", "--format=sarif", "--quiet"), audit.err());
    List<String> states = new ArrayList<>();
    for (JsonNode result : audit.json("two/findings.sarif").at("/runs/0/results")) {
      states.add(
          result.at("/locations/0/physicalLocation/artifactLocation/uri").asText()
              + " "
              + result.at("/baselineState").asText());
    }
    Collections.sort(states);
    assertEquals(
        List.of("0.md unchanged", "b.md absent", "b.md new", "b.md unchanged", "d.md new"), states);
    assertEquals(1, audit.run("diff", "one", "two"), audit.err());
    assertTrue(audit.out().contains("1 added, 1 removed, 1 changed, 1 renamed"), audit.out());
  }

  private static String document(String path, String text) {
    return "{\"path\":\"%s\",\"text\":\"%s\"}\n".formatted(path, text);
  }

  private void gzip(String name, String text) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve(name));
        OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Each rule on packed corpora; the run is whole, and its balances hold. */
  @Test
  void whatIsWrongWithAPackIsFound() {
    TestAudit audit =
        new TestAudit(folder)
            .file(
                "a.jsonl",
                """
                {"path":"a.md","text":"# A"}
                {"path":"../b.md","text":"# B"}
                {"path":"a.md","text":"# A"}
                {"path":"c.md"}
                {"path":"d.md","text":"cut off
                """);
    assertEquals(1, audit.audit("a.jsonl", "--output=report"), audit.err());
    assertEquals(
        List.of(
            "a.jsonl#2 | corpus/unsafe-path | the path '../b.md' leads upwards; it was not read",
            "a.jsonl#3 | corpus/duplicate-path | the path 'a.md' stands twice; only the first"
                + " member of it was read",
            "a.jsonl#4 | corpus/invalid-member | the record has no field 'text'",
            "d.md | corpus/invalid-member | the line is not valid JSON: Unexpected end-of-input in"
                + " VALUE_STRING"),
        audit.rows("report", "findings", "path, rule, message").stream().sorted().toList());
    assertEquals(
        List.of(
            "a.jsonl#2 | failed",
            "a.jsonl#3 | failed",
            "a.jsonl#4 | failed",
            "a.md | ok",
            "d.md | failed"),
        audit.rows("report", "documents", "path, status").stream().sorted().toList());
    JsonNode balance = audit.json("report/summary.json").at("/conservation/0");
    assertEquals(5, balance.get("in").asInt());
    assertEquals(5, balance.get("out").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"uncompressed", "snappy", "gzip", "zstd", "lz4_raw"})
  void parquetFilesOfOthersAreRead(String codec) throws IOException {
    TestAudit audit = new TestAudit(folder);
    Path file = folder.resolve("data.parquet");
    TestAudit.execute(
        """
        COPY (SELECT i AS id, 'x' AS kind, 'docs/' || i || '.md' AS file_path,
              CASE WHEN i = 7 THEN NULL ELSE '# ' || i || repeat(' word', i %% 50) END AS content
              FROM range(5000) t(i) ORDER BY i)
        TO '%s' (FORMAT parquet, COMPRESSION %s, ROW_GROUP_SIZE 2048)
        """
            .formatted(file, codec));
    assertEquals(1, audit.audit("data.parquet", "--output=report"), audit.err());
    assertEquals(
        List.of("docs/7.md | corpus/invalid-member | the record has no 'content'"),
        audit.rows("report", "findings", "path, rule, message").stream()
            .filter(row -> !row.contains("duplicate/exact"))
            .toList());
    assertEquals(
        TestAudit.query(
            """
            SELECT 'docs/' || i || '.md' AS path,
                   CASE WHEN i = 7 THEN 0 ELSE 2 + i %% 50 END AS words
            FROM range(5000) t(i) ORDER BY i
            """
                .replace("%%", "%")),
        audit.rows("report", "documents", "path, words"));
  }

  @Test
  void aBrokenRowGroupIsLostAlone() throws IOException {
    TestAudit audit = new TestAudit(folder);
    Path file = folder.resolve("data.parquet");
    TestAudit.execute(
        """
        COPY (SELECT 'docs/' || i || '.md' AS path, '# ' || i AS text
              FROM range(4096) t(i) ORDER BY i)
        TO '%s' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 2048)
        """
            .formatted(file));
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 4; i < 400; i++) {
      bytes[i] = 0;
    }
    Files.write(file, bytes);
    assertEquals(1, audit.audit("data.parquet", "--output=report"), audit.err());
    assertEquals(
        List.of("data.parquet | corpus/damaged"),
        audit.rows("report", "findings", "path, rule").stream()
            .filter(row -> !row.contains("duplicate/exact"))
            .toList());
    assertEquals(
        List.of("2048 | docs/2048.md | docs/4095.md"),
        TestAudit.query(
            "SELECT count(*), min(path), max(path) FROM '%s' WHERE status = 'ok'"
                .formatted(audit.parquet("report", "documents"))));
  }
}

package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an audit that keeps facts of an earlier run reads, and that its report is a full one's. */
class IncrementalAuditTest {

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @TempDir Path folder;
  private TestAudit audit;

  @BeforeEach
  void begin() {
    audit = new TestAudit(folder);
  }

  private void old(String path, String content) {
    audit.file(path, content);
    modified(path, LONG_AGO);
  }

  private void modified(String path, Instant time) {
    try {
      Files.setLastModifiedTime(folder.resolve(path), FileTime.from(time));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void threeDocuments() {
    old("docs/a.md", "# A\n\n[to b](b.md#b)\n");
    old("docs/b.md", "# B\n");
    old("docs/c.md", "# C\n\n[to d](d.md)\n");
  }

  /** Runs an incremental audit of {@code docs}, and returns its {@code reuse}. */
  private JsonNode incremental(String... options) {
    List<String> all = new ArrayList<>(List.of("--fail-on=never", "--incremental"));
    all.addAll(List.of(options));
    assertEquals(0, audit.audit("docs", all.toArray(String[]::new)), audit.err());
    JsonNode reuse = audit.json("results/docs/summary.json").at("/reuse");
    assertEquals(
        audit.rows("results/docs", "documents").size(),
        reuse.at("/kept").asInt() + reuse.at("/read").asInt());
    return reuse;
  }

  /** What was printed, on one line. */
  private String printed() {
    return audit.out().replaceAll("\\s+", " ");
  }

  private List<String> reads() {
    return audit.rows("results/docs", "reads");
  }

  /** Every table of the incremental run is that of a full one, byte by byte. */
  private void assertSameAsFull(String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of("--fail-on=never", "--output=full"));
    all.addAll(List.of(options));
    assertEquals(0, audit.audit("docs", all.toArray(String[]::new)), audit.err());
    List<String> full = tables("full");
    assertEquals(full, tables("results/docs"));
    assertTrue(full.size() >= 7, full.toString());
    for (String file : full) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("full/" + file)),
          Files.readAllBytes(folder.resolve("results/docs/" + file)),
          file);
    }
    assertEquals(
        audit.json("full/summary.json").at("/corpus/digest"),
        audit.json("results/docs/summary.json").at("/corpus/digest"));
    for (String part : List.of("totals", "links", "findings", "histograms", "worst_documents")) {
      assertEquals(
          audit.json("full/summary.json").at("/" + part),
          audit.json("results/docs/summary.json").at("/" + part),
          part);
    }
  }

  private List<String> tables(String report) {
    return audit.files(report).stream()
        .filter(file -> file.endsWith(".parquet") || file.endsWith(".jsonl"))
        .filter(file -> !file.startsWith("reads/"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "native"})
  void whateverHappensToTheCorpusTheReportIsThatOfAFullRun(String engine) throws IOException {
    assumeTrue(
        engine.equals("java") || Boolean.getBoolean("docaudit.test.native"), "built without cargo");
    String[] options = {"--format=parquet,jsonl", "--engine=" + engine};
    long seed = engine.hashCode();
    EditedCorpus corpus = new EditedCorpus(folder.resolve("docs"), seed, 60);
    int kept = 0;
    int read = 0;
    for (int step = 0; step < 10; step++) {
      JsonNode reuse = incremental(options);
      assertEquals(corpus.size(), reuse.at("/kept").asInt() + reuse.at("/read").asInt());
      kept += reuse.at("/kept").asInt();
      read += reuse.at("/read").asInt();
      assertSameAsFull(options);
      for (int edits = 0; edits < 3; edits++) {
        corpus.edit();
      }
    }
    assertTrue(kept > 200 && read > 60, kept + " kept, " + read + " read");
  }

  @Test
  void eachDocumentSaysWhyItWasRead() throws IOException {
    threeDocuments();
    old("docs/e.md", "# E\n");
    old("docs/f.md", "# F\n");
    Files.createSymbolicLink(folder.resolve("docs/x.md"), Path.of("nothing.md"));
    assertEquals(0, incremental().at("/kept").asInt());
    assertEquals(
        List.of("a.md | true | new", "x.md | true | failed"),
        List.of(reads().get(0), reads().get(5)));

    old("docs/b.md", "# Bee\n");
    audit.file("docs/c.md", "# K\n\n[to d](d.md)\n");
    modified("docs/e.md", LONG_AGO.plusSeconds(1));
    old("docs/g.md", "# G\n");
    Files.delete(folder.resolve("docs/f.md"));
    JsonNode reuse = incremental();
    assertEquals(
        List.of(
            "a.md | false | unchanged",
            "b.md | true | size",
            "c.md | true | content",
            "e.md | false | same-content",
            "g.md | true | new",
            "x.md | true | failed"),
        reads());
    assertEquals(2, reuse.at("/reasons/unchanged").asInt() + reuse.at("/kept").asInt() - 1);
    assertEquals(
        List.of("a.md | b.md#b | missing-anchor", "c.md | d.md | missing-file"),
        audit.rows("results/docs", "links", "source_file, target, reason"));
    assertTrue(
        printed().contains("kept the facts of 2 documents, read 4 (same-content 1, new 1, size 1"),
        audit.out());
    assertSameAsFull();
  }

  @Test
  void aFileModifiedJustBeforeTheRunIsReadOnceMore() throws IOException {
    threeDocuments();
    Instant now = Instant.now();
    modified("docs/a.md", now);
    incremental();
    audit.file("docs/a.md", "# Z\n\n[to b](b.md#b)\n");
    modified("docs/a.md", now);
    incremental();
    assertEquals("a.md | true | content", reads().get(0));
    assertSameAsFull();
  }

  @Test
  void aChangedConfigurationRedoesWhatItTouches() throws IOException {
    threeDocuments();
    old("docs/sub/a.md", "# A\n");
    incremental();
    audit.file("docs/docaudit.yaml", "severity:\n  link/missing-file: info\n");
    assertEquals(4, incremental().at("/kept").asInt());
    assertSameAsFull();
    audit.file("docs/docaudit.yaml", "schemas:\n  - paths: [/sub/**]\n    schema: standard\n");
    incremental();
    assertEquals(
        List.of(
            "a.md | false | unchanged",
            "b.md | false | unchanged",
            "c.md | false | unchanged",
            "sub/a.md | true | configuration"),
        reads());
    assertSameAsFull();
    audit.file("docs/docaudit.yaml", "links:\n  ignore: ['^d']\n");
    assertEquals(4, incremental().at("/reasons/configuration").asInt());
    assertTrue(
        printed().contains("were found with another configuration; every document was read"),
        audit.out());
    assertSameAsFull();
  }

  /** The file of a part, which stays the same where it was linked. */
  private Object file(String part) throws IOException {
    return Files.readAttributes(
            folder.resolve("results/docs/" + part + ".parquet"), BasicFileAttributes.class)
        .fileKey();
  }

  /** A document that is a shard of its own. */
  private void large(String path) {
    String water = "Slack water at %s. ".formatted(path).repeat(20) + "\n\n";
    old(path, "# Large\n\n[a](a.md) [gone](gone.md)\n\n" + water.repeat(9_000));
  }

  @Test
  void tablesOfAShardOfWhichNothingChangedAreKept() throws IOException {
    String[] options = {"--format=parquet,jsonl"};
    threeDocuments();
    large("docs/m.md");
    old("docs/z.md", "# Z\n\n[to a](a.md#a)\n");
    incremental(options);
    Object large = file("links/part-00001");
    Object last = file("documents/part-00002");

    old("docs/z.md", "# Zed\n\n[to a](a.md#a)\n");
    incremental(options);
    assertEquals(large, file("links/part-00001"));
    assertNotEquals(last, file("documents/part-00002"));
    assertSameAsFull(options);

    // Another number of the shard, and other batches before it.
    large("docs/d.md");
    incremental(options);
    assertEquals(large, file("links/part-00002"));
    assertSameAsFull(options);

    // What another document changes in its rows.
    old("docs/gone.md", "# Gone\n");
    incremental(options);
    assertNotEquals(large, file("links/part-00002"));
    assertSameAsFull(options);

    large = file("links/part-00002");
    audit.file("docs/docaudit.yaml", "severity:\n  link/missing-file: info\n");
    incremental(options);
    assertNotEquals(large, file("links/part-00002"));
    assertSameAsFull(options);
    large = file("links/part-00002");
    incremental("--format=parquet");
    assertNotEquals(large, file("links/part-00002"));
    assertSameAsFull("--format=parquet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "links/part-00001.parquet",
        "findings.jsonl",
        "facts/shard-00000.tables",
        "facts/shard-00001.tables"
      })
  void damagedTablesAreWrittenAnew(String damaged) throws IOException {
    threeDocuments();
    large("docs/m.md");
    incremental();
    Object large = file("links/part-00001");
    Path file = folder.resolve("results/docs/" + damaged);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 20] ^= 1;
    Files.write(file, bytes);
    assertEquals(4, incremental().at("/kept").asInt());
    assertNotEquals(large, file("links/part-00001"));
    assertSameAsFull();
    large = file("links/part-00001");
    incremental();
    assertEquals(large, file("links/part-00001"));
  }

  @Test
  void damagedOrMissingFactsLeadToAFullRead() throws IOException {
    threeDocuments();
    incremental();
    Path piece = folder.resolve("results/docs/facts/batch-00000.facts");
    byte[] bytes = Files.readAllBytes(piece);
    byte[] damaged = bytes.clone();
    damaged[bytes.length - 20] ^= 1;
    Files.write(piece, damaged);
    assertEquals(3, incremental().at("/reasons/damaged").asInt());
    assertTrue(printed().contains("1 files of kept facts are damaged"), audit.out());
    assertSameAsFull();

    Files.write(piece, java.util.Arrays.copyOf(bytes, 40));
    assertEquals(3, incremental().at("/reasons/damaged").asInt());
    assertTrue(
        printed().contains("the facts of the earlier run are damaged; every document was read"),
        audit.out());
    Files.delete(piece);
    assertEquals(3, incremental().at("/reasons/new").asInt());
    assertTrue(printed().contains("there are no facts of an earlier run"), audit.out());
    assertEquals(3, incremental().at("/kept").asInt());
    assertSameAsFull();
  }

  @Test
  void aSampleThatDiffersMakesTheAuditIncomplete() throws IOException {
    threeDocuments();
    incremental();
    JsonNode reuse = incremental("--verify-sample=1");
    assertEquals(3, reuse.at("/verified").asInt());
    assertEquals("a.md | false | sample", reads().get(0));
    // What neither size nor time shows.
    old("docs/b.md", "# Q\n");
    assertEquals(3, audit.audit("docs", "--incremental", "--verify-sample=1"));
    assertEquals(
        "docaudit: the audit is incomplete: the facts kept of b.md are not those of its bytes (1 of"
            + " 3 documents of the sample); audit once without --incremental and --resume",
        audit.err().lines().toList().get(3));
    assertEquals("[docs/, history/]", tops("results").toString());
    assertEquals(2, audit.audit("docs", "--verify-sample=0.5"));
    assertTrue(audit.err().contains("--verify-sample: without --incremental"), audit.err());
  }

  @Test
  void factsOfTheBaselineAreKeptToo() {
    threeDocuments();
    assertEquals(
        0,
        audit.audit("docs", "--fail-on=never", "--incremental", "--output=results/monday"),
        audit.err());
    assertEquals(
        0,
        audit.audit(
            "docs",
            "--fail-on=never",
            "--incremental",
            "--output=results/tuesday",
            "--baseline=results/monday"),
        audit.err());
    assertEquals(3, audit.json("results/tuesday/summary.json").at("/reuse/kept").asInt());
  }

  @Test
  void aFullRunLeavesNoFacts() {
    threeDocuments();
    incremental();
    assertEquals(0, audit.audit("docs", "--fail-on=never"), audit.err());
    assertFalse(Files.exists(folder.resolve("results/docs/facts")));
    assertFalse(Files.exists(folder.resolve("results/docs/reads")));
  }

  private List<String> tops(String path) {
    return audit.files(path).stream().filter(file -> file.matches("[^/]+/?")).toList();
  }
}

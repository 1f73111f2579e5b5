package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corpora made to hurt, in one run each. The times only guard against hanging. */
class HostileCorpusTest {

  private static final Duration HANG = Duration.ofMinutes(2);

  @TempDir Path folder;

  private static int run(TestAudit audit, String... options) {
    return assertTimeoutPreemptively(HANG, () -> audit.audit("docs", options));
  }

  private static void assertConserved(TestAudit audit, int documents) {
    JsonNode summary = audit.json("results/docs/summary.json");
    assertEquals(documents, summary.at("/totals/documents_analyzed").asInt());
    assertEquals(0, summary.at("/totals/documents_failed").asInt());
    summary.get("conservation").forEach(each -> assertTrue(each.get("holds").asBoolean()));
    assertEquals(
        List.of(summary.at("/links/total").asText()),
        TestAudit.query(
            "SELECT count(*) FROM read_parquet('%s')"
                .formatted(audit.parquet("results/docs", "links"))));
  }

  @Test
  void everyKindAtOnce() {
    TestAudit audit = new TestAudit(folder);
    int documents = 0;
    List<String> expected = new ArrayList<>();
    for (int size : new int[] {20_000, 60_000}) {
      for (Map.Entry<String, String> each : HostileDocuments.ofSize(size).entrySet()) {
        String path = size + "/" + each.getKey() + ".md";
        audit.file("docs/" + path, each.getValue());
        expected.add(path + " | ok");
        documents++;
      }
    }
    // What follows a hostile document must be right all the same.
    audit.file("docs/z.md", "# End\n\n[x](60000/one-word.md) [y](#end)\n");
    expected.add("z.md | ok");
    expected.sort(null);
    assertEquals(1, run(audit, "--format=parquet,jsonl"), audit.err());
    assertConserved(audit, documents + 1);
    assertEquals(
        expected,
        audit.rows("results/docs", "documents", "path, status").stream().sorted().toList());
    assertEquals(
        List.of("60000/one-word.md | ok", "z.md | ok"),
        TestAudit.query(
            "SELECT resolved_path, status FROM read_parquet('%s') WHERE source_file = 'z.md'"
                .formatted(audit.parquet("results/docs", "links"))));
    // Nothing that a terminal obeys reaches it, nor what is read line by line.
    for (String text : List.of(audit.out(), audit.err(), audit.text("results/docs/summary.json"))) {
      assertTrue(text.chars().allMatch(c -> c >= ' ' || c == '\n'), "control characters");
    }
    assertTrue(
        audit
            .text("results/docs/findings.jsonl")
            .chars()
            .allMatch(c -> (c >= ' ' && c < 127) || c == '\n'));
  }

  @Test
  void aDocumentOfTwentyMegabytes() {
    StringBuilder text = new StringBuilder("# Start\n\n");
    for (int i = 0; text.length() < 20_000_000; i++) {
      text.append("## Part ").append(i).append("\n\n[next](#part-").append(i + 1).append(")\n\n");
      text.append("Low water and high water come twice a day, at the pier.\n".repeat(60));
      text.append('\n');
    }
    TestAudit audit = new TestAudit(folder).file("docs/big.md", text.toString());
    int parts = text.toString().split("## Part", -1).length - 1;
    assertEquals(1, run(audit), audit.err());
    assertConserved(audit, 1);
    assertEquals(
        List.of("%d | %d | %d | 1".formatted(text.length(), parts + 1, parts)),
        audit.rows("results/docs", "documents", "bytes, headings, links, broken_links"));
    assertEquals(
        List.of("#part-" + parts),
        TestAudit.query(
            "SELECT target FROM read_parquet('%s') WHERE status = 'broken'"
                .formatted(audit.parquet("results/docs", "links"))));
  }

  /** Five thousand tiny documents, a thousand of which link to one page. */
  @Test
  void manyTinyDocuments() {
    TestAudit audit = new TestAudit(folder).file("docs/hub.md", "# Part\n");
    for (int i = 0; i < 5_000; i++) {
      String link = i % 5 == 0 ? "[hub](../hub.md#part)" : i % 5 == 1 ? "[x](../hub.md#no)" : "";
      audit.file("docs/%02d/%d.md".formatted(i % 50, i), "tiny " + link + "\n");
    }
    assertEquals(1, run(audit), audit.err());
    assertConserved(audit, 5_001);
    assertEquals(
        List.of("../hub.md#no | broken | 1000", "../hub.md#part | ok | 1000"),
        TestAudit.query(
            """
            SELECT target, status, count(*) FROM read_parquet('%s')
            WHERE resolved_path = 'hub.md' GROUP BY ALL ORDER BY ALL
            """
                .formatted(audit.parquet("results/docs", "links"))));
    assertEquals(
        List.of("tiny | 5000 | 5000"),
        TestAudit.query(
            "SELECT * FROM read_parquet('%s') WHERE word = 'tiny'"
                .formatted(audit.parquet("results/docs", "words"))));
    assertEquals(
        List.of("1000 | 1000", "1000 | 1000", "3000 | 3000"),
        TestAudit.query(
            "SELECT count, len(paths) FROM read_parquet('%s') ORDER BY count"
                .formatted(audit.parquet("results/docs", "duplicates"))));
  }
}

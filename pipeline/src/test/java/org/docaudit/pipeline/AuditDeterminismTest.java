package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs over one corpus write the same files, however many workers there are. */
class AuditDeterminismTest {

  private static final int DOCUMENTS = 2_500;

  @TempDir Path folder;

  /** Big enough for several shards and buckets. */
  private TestAudit corpus() {
    Random random = new Random(7);
    TestAudit audit = new TestAudit(folder);
    for (int i = 0; i < DOCUMENTS; i++) {
      StringBuilder text = new StringBuilder();
      text.append("---\ntitle: Title ").append(random.nextInt(DOCUMENTS * 4)).append("\n---\n");
      text.append("# Page ").append(i).append("\n\n");
      text.append("[start](../0) ").append(i % 2 == 0 ? "[start](../0/README.md) " : "");
      for (int link = 0; link < 6; link++) {
        int target = random.nextInt(DOCUMENTS + 60);
        text.append("[to](../").append(target % 40).append("/p").append(target).append(".md");
        text.append(random.nextInt(4) == 0 ? "#page-" + (target + random.nextInt(2)) : "");
        text.append(") ");
      }
      for (int word = 0; word < 250; word++) {
        text.append("word").append((char) ('a' + random.nextInt(26))).append(' ');
      }
      audit.file("docs/%d/p%d.md".formatted(i % 40, i), text.toString());
    }
    audit.file("docs/0/README.md", "# Start\n");
    for (int i = 0; i < 30; i++) {
      audit.file("docs/copies/c" + i + ".md", "the same " + i % 7);
    }
    return audit.file("docs/docaudit.yaml", "unique: [title]\n");
  }

  @Test
  void theSameFilesToTheLastByte() throws IOException {
    TestAudit audit = corpus();
    assertEquals(1, audit.audit("docs", "--output=one", "--format=parquet,jsonl"), audit.err());
    List<String> files = audit.files("one");
    assertTrue(files.contains("links/part-00002.parquet"), "several shards: " + files);
    assertTrue(files.contains("words/part-00003.parquet"), "several buckets: " + files);
    assertEquals(
        List.of(String.valueOf(DOCUMENTS + 31)),
        TestAudit.query(
            "SELECT count(*) FROM read_parquet('%s')"
                .formatted(audit.parquet("one", "documents"))));
    for (String rule :
        List.of("link/missing-file", "link/missing-anchor", "frontmatter/not-unique")) {
      assertTrue(audit.out().contains(rule), rule);
    }
    sortedByPath(audit, "documents", "path");
    sortedByPath(audit, "links", "source_file, line_number, \"column\"");
    sortedByPath(audit, "findings", "path, line, \"column\", rule");

    assertEquals(hotTargets(audit), linkedTargets(audit));

    for (String parallelism : List.of("1", "7")) {
      assertEquals(
          1,
          audit.audit(
              "docs",
              "--output=two",
              "--format=parquet,jsonl",
              "--targetParallelism=" + parallelism),
          audit.err());
      assertEquals(files, audit.files("two"));
      for (String file : files) {
        if (!file.endsWith("/") && !file.equals("summary.json")) {
          assertArrayEquals(
              Files.readAllBytes(folder.resolve("one/" + file)),
              Files.readAllBytes(folder.resolve("two/" + file)),
              file);
        }
      }
      assertEquals(timeless(audit, "one"), timeless(audit, "two"));
    }
  }

  /** Rows are sorted across the files, too, since shards are ranges of paths. */
  private static void sortedByPath(TestAudit audit, String table, String columns) {
    List<String> rows =
        TestAudit.query(
            "SELECT %s FROM read_parquet('%s')".formatted(columns, audit.parquet("one", table)));
    List<String> sorted =
        TestAudit.query(
            "SELECT %s FROM read_parquet('%s') ORDER BY %s"
                .formatted(columns, audit.parquet("one", table), columns));
    assertEquals(sorted, rows, table);
  }

  private static List<String> hotTargets(TestAudit audit) {
    List<String> targets = new ArrayList<>();
    for (JsonNode target : audit.json("one/summary.json").path("hot_targets")) {
      targets.add(target.path("path").asText() + " | " + target.path("links"));
    }
    return targets;
  }

  /** The same from the table of links. */
  private static List<String> linkedTargets(TestAudit audit) {
    return TestAudit.query(
        ("SELECT resolved_path, count(*) AS n FROM read_parquet('%s')"
                + " WHERE link_type = 'internal' AND resolved_path IS NOT NULL"
                + " GROUP BY resolved_path ORDER BY n DESC, resolved_path LIMIT 10")
            .formatted(audit.parquet("one", "links")));
  }

  private static ObjectNode timeless(TestAudit audit, String report) {
    ObjectNode summary = (ObjectNode) audit.json(report + "/summary.json");
    summary.remove(List.of("run", "changed", "history", "unfinished", "workers", "durations"));
    return summary;
  }
}

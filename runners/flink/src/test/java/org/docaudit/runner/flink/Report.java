package org.docaudit.runner.flink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The report of a run with {@code --format=parquet,jsonl}.
 *
 * @param tables text of each file of JSON lines, by path
 */
record Report(Map<String, String> tables, ObjectNode summary) {

  static Report read(Path folder) throws IOException {
    Map<String, String> tables = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".jsonl")).toList()) {
        tables.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return new Report(
        tables, (ObjectNode) new ObjectMapper().readTree(folder.resolve("summary.json").toFile()));
  }

  Set<String> files() {
    return tables.keySet();
  }

  int rows() {
    return tables.values().stream().mapToInt(text -> (int) text.lines().count()).sum();
  }

  String runner() {
    return summary.at("/engine/runner").asText();
  }

  /** Documents by worker, added up over engines. */
  Map<String, Long> documentsByWorker() {
    Map<String, Long> documents = new TreeMap<>();
    for (JsonNode worker : summary.get("workers")) {
      for (JsonNode count : worker.get("documents")) {
        documents.merge(worker.get("worker").asText(), count.asLong(), Long::sum);
      }
    }
    return documents;
  }

  String documentsByEngine() {
    return summary.at("/engine/documents").toString();
  }

  /**
   * Every row of every table, and all of the summary but who ran it and how long it took. The order
   * of rows counts within documents, headings, links and findings alone.
   */
  void assertEqualTo(Report expected) {
    assertEquals(expected.files(), files());
    assertSameRows(expected);
    assertEquals(expected.timelessSummary(), timelessSummary());
  }

  /** Every row of every table of another report; this one may have more tables. */
  void assertSameRows(Report expected) {
    for (String file : expected.files()) {
      boolean ordered = !file.startsWith("words/") && !file.startsWith("duplicates/");
      assertTrue(files().contains(file), file);
      assertEquals(rows(expected.tables.get(file), ordered), rows(tables.get(file), ordered), file);
    }
    assertTrue(expected.rows() > 0, "nothing was compared");
  }

  private static List<String> rows(String text, boolean ordered) {
    String[] rows = text.split("\n", -1);
    if (!ordered) {
      Arrays.sort(rows);
    }
    return List.of(rows);
  }

  private ObjectNode timelessSummary() {
    ObjectNode copy = summary.deepCopy();
    ((ObjectNode) copy.get("engine")).remove("runner");
    copy.remove(List.of("run", "changed", "history", "unfinished", "durations", "workers"));
    return copy;
  }
}

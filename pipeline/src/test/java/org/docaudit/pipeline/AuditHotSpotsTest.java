package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.docaudit.generator.Generate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corpora in which everything meets in one spot, small. */
class AuditHotSpotsTest {

  private static final int DOCUMENTS = 3_000;

  @TempDir Path folder;

  private JsonNode audited(String shape) throws InterruptedException {
    String[] arguments = {
      "--shape=" + shape, "--documents=" + DOCUMENTS, "--output=" + folder.resolve(shape)
    };
    assertEquals(0, Generate.run(arguments, System.out, System.err));
    TestAudit audit = new TestAudit(folder);
    assertEquals(1, audit.audit(shape, "--output=report"), audit.err());
    JsonNode summary = audit.json("report/summary.json");
    assertEquals(DOCUMENTS, summary.at("/totals/documents_analyzed").asInt());
    return summary;
  }

  /** Ten links of each document, but only as many questions as a batch has different ones. */
  @Test
  void manyLinksToOneTarget() throws InterruptedException {
    JsonNode summary = audited("hot-target");
    JsonNode hottest = summary.at("/hot_targets/0");
    assertEquals("guide/index.md", hottest.path("path").asText());
    TestAudit audit = new TestAudit(folder);
    assertEquals(
        List.of(hottest.path("links").asText()),
        TestAudit.query(
            ("SELECT count(*) FROM read_parquet('%s')"
                    + " WHERE resolved_path = 'guide/index.md' AND link_type = 'internal'")
                .formatted(audit.parquet("report", "links"))));
    assertTrue(hottest.path("links").asInt() > 9.8 * DOCUMENTS, hottest.toString());

    long links = summary.at("/links/total").asLong();
    long questions = 0;
    for (JsonNode balance : summary.path("conservation")) {
      if (balance.path("what").asText().startsWith("questions")) {
        questions = balance.path("in").asLong();
      }
    }
    assertTrue(questions > 1_000 && questions < links - 9 * DOCUMENTS, questions + " questions");
  }

  @Test
  void oneWordInEachDocument() throws InterruptedException {
    JsonNode summary = audited("hot-word");
    List<String> words = new ArrayList<>();
    for (JsonNode word : summary.path("top_words")) {
      if (word.path("documents").asInt() == DOCUMENTS) {
        words.add(word.path("word").asText() + " " + word.path("count").asInt());
      }
    }
    assertTrue(words.contains("everywhere " + 2 * DOCUMENTS), words.toString());
    assertBatchesAreNamed(summary.at("/durations/slowest_batches"));
  }

  private static void assertBatchesAreNamed(JsonNode batches) {
    assertTrue(batches.size() > 1, batches.toString());
    long documents = 0;
    double before = Double.MAX_VALUE;
    for (JsonNode batch : batches) {
      documents += batch.path("documents").asLong();
      assertTrue(batch.path("first").asText().endsWith(".md"), batch.toString());
      assertTrue(batch.path("bytes").asLong() > 0, batch.toString());
      assertEquals("java", batch.path("engine").asText());
      assertTrue(batch.path("worker").asText().contains(":"), batch.toString());
      assertTrue(batch.path("seconds").asDouble() <= before, "the slowest first");
      before = batch.path("seconds").asDouble();
    }
    assertEquals(DOCUMENTS, documents, "few batches: each is named");
  }
}

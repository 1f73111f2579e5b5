package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that were killed, and those that go on from what they had read. */
class ResumedAuditTest {

  private static final int LARGE = 5;

  private static final String WATER = "Slack water and spring tide. ".repeat(15) + "\n\n";

  @TempDir Path folder;

  private TestAudit corpus() throws IOException {
    TestAudit audit = new TestAudit(folder);
    // Each large document is a batch of its own, and so are those between two of them.
    for (int i = 0; i < LARGE; i++) {
      String text = "[down](small-%d.md)\n\n".formatted(i) + WATER.repeat(10_000);
      audit.file("docs/large-%d.md".formatted(i), text);
      audit.file("docs/large-%d-after.md".formatted(i), "# After\n\n[x](missing.md)\n");
      audit.file("docs/small-%d.md".formatted(i), "# Small " + i + "\n");
    }
    for (String file : audit.files("docs")) {
      Files.setLastModifiedTime(
          folder.resolve("docs/" + file), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }
    return audit;
  }

  @Test
  void goesOnWhereKilledRunsHadCome() throws Exception {
    TestAudit audit = corpus();
    Files.createDirectories(folder.resolve("results"));
    Random random = new Random();
    for (int kills = 0; kills < 2; kills++) {
      assertEquals(KilledAudit.KILLED, KilledAudit.run(folder, 1 + random.nextInt(4)));
    }
    assertFalse(Files.exists(folder.resolve("results/docs")));
    assertTrue(KilledAudit.pieces(folder) > 0, "nothing to go on from");

    assertEquals(0, audit.audit("docs", "--resume", "--fail-on=never"), audit.err());
    JsonNode summary = audit.json("results/docs/summary.json");
    assertEquals(2, summary.get("unfinished").size(), "both kills are told");
    JsonNode reuse = summary.at("/reuse");
    assertTrue(reuse.at("/kept").asInt() > 0, reuse.toString());
    assertEquals(3 * LARGE, reuse.at("/kept").asInt() + reuse.at("/read").asInt());
    assertEquals(List.of("docs/", "history/"), tops(audit));
    assertFalse(Files.exists(folder.resolve("results/docs/facts")));

    assertEquals(0, audit.audit("docs", "--output=full", "--fail-on=never"), audit.err());
    List<String> tables =
        audit.files("full").stream().filter(file -> file.endsWith(".parquet")).toList();
    assertTrue(tables.size() > 12, tables.toString());
    for (String table : tables) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("full/" + table)),
          Files.readAllBytes(folder.resolve("results/docs/" + table)),
          table);
    }
  }

  private static List<String> tops(TestAudit audit) {
    return audit.files("results").stream().filter(file -> file.matches("[^/]+/?")).toList();
  }

  @Test
  void aRunThatFailedLeavesWhatItHadRead() throws IOException {
    TestAudit audit = new TestAudit(folder).file("docs/a.md", "# A\n").file("docs/b.md", "# B\n");
    audit.whenJobEnded(
        () -> {
          throw new IllegalStateException("the power failed");
        });
    assertEquals(3, audit.audit("docs", "--resume"));
    assertEquals(
        1, tops(audit).stream().filter(name -> name.startsWith(".docs.")).count(), audit.err());
    audit.whenJobEnded(() -> {});
    assertEquals(0, audit.audit("docs", "--resume"), audit.err());
    JsonNode reuse = audit.json("results/docs/summary.json").at("/reuse");
    assertEquals(2, reuse.at("/reasons/same-content").asInt(), reuse.toString());
    assertEquals(List.of("docs/", "history/"), tops(audit));
  }
}

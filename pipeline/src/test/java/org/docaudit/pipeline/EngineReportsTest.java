package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The report on {@code sample-corpus} is the same from either engine, but for the engine's name.
 */
class EngineReportsTest {

  private static final Path CORPUS =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("sample-corpus");

  @TempDir Path folder;

  @Test
  void sampleCorpus() {
    assumeTrue(Boolean.getBoolean("docaudit.test.native"), "built without cargo");
    TestAudit audit = new TestAudit(folder);
    for (String engine : List.of("java", "native")) {
      int exitCode =
          audit.run(
              "audit",
              CORPUS.toString(),
              "--output=" + engine,
              "--format=parquet,jsonl",
              "--engine=" + engine);
      assertEquals(1, exitCode, audit.err());
    }
    int compared = 0;
    for (String file : audit.files("java")) {
      if (file.endsWith(".jsonl")) {
        String expected = audit.text("java/" + file);
        assertEquals(
            expected, audit.text("native/" + file).replace(":\"native\"", ":\"java\""), file);
        compared += expected.lines().mapToInt(line -> 1).sum();
      }
    }
    assertTrue(compared > 1_000, "compared only " + compared + " rows");
    assertEquals(summary(audit, "java"), summary(audit, "native"));
  }

  private static ObjectNode summary(TestAudit audit, String report) {
    ObjectNode summary = (ObjectNode) audit.json(report + "/summary.json");
    assertEquals("{\"" + report + "\":48}", summary.at("/engine/documents").toString());
    return summary.remove(List.of("engine", "workers", "durations"));
  }
}

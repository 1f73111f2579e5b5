package org.docaudit.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The report on {@code sample-corpus} is the same from either engine, file by file and byte by
 * byte, but for the engine's name and the durations.
 */
class EngineReportsTest {

  private static final Path CORPUS =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("sample-corpus");

  /** Besides the JSON lines of the documents, which hold the rows of their table. */
  private static final Set<String> HAVE_ENGINE =
      Set.of("documents/part-00000.parquet", "summary.json");

  @TempDir Path folder;

  @Test
  void sampleCorpus() throws IOException {
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
    List<String> files = audit.files("java");
    assertEquals(files, audit.files("native"));
    int compared = 0;
    for (String file : files.stream().filter(name -> !name.endsWith("/")).toList()) {
      byte[] expected = bytes("java/" + file);
      byte[] actual = bytes("native/" + file);
      if (file.equals("documents/part-00000.jsonl")) {
        String other = new String(actual, UTF_8).replace(":\"native\"", ":\"java\"");
        assertEquals(new String(expected, UTF_8), other);
      } else if (!HAVE_ENGINE.contains(file)) {
        assertArrayEquals(expected, actual, file);
      }
      compared += file.endsWith(".jsonl") ? audit.text("java/" + file).split("\n").length : 0;
    }
    assertTrue(compared > 1_000, "compared only " + compared + " rows");
    assertEquals(summary(audit, "java"), summary(audit, "native"));
  }

  private byte[] bytes(String file) throws IOException {
    return Files.readAllBytes(folder.resolve(file));
  }

  private static ObjectNode summary(TestAudit audit, String report) {
    ObjectNode summary = (ObjectNode) audit.json(report + "/summary.json");
    assertEquals("{\"" + report + "\":48}", summary.at("/engine/documents").toString());
    return summary.remove(List.of("run", "changed", "history", "engine", "workers", "durations"));
  }
}

package org.docaudit.runner.flink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.docaudit.runner.flink.ClusterAudits.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the client learns of the engines of a cluster, whose workers load a native library that
 * fails on documents which order it to.
 */
class FlinkEngineFaultsIT {

  private static final Path LIBRARY =
      Path.of(System.getProperty("basedir", ""), "../../native-udf/target/rust/debug")
          .resolve("libdocaudit.so")
          .toAbsolutePath()
          .normalize();

  /** As many documents as a batch has at most; {@code a/0646.md} begins the second one. */
  private static final int BATCH = 1_024;

  @TempDir static Path folder;
  private static Cluster cluster;
  private static ClusterAudits audits;
  private static Path docs;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(Boolean.getBoolean("docaudit.test.native"), "built without cargo");
    cluster = new Cluster(folder, "-Ddocaudit.native.library=" + LIBRARY);
    cluster.start(1, 2);
    audits = new ClusterAudits(cluster, folder);
    docs = folder.resolve("docs");
    Files.createDirectories(docs.resolve("a"));
    Files.createDirectories(docs.resolve("b"));
    for (int i = 0; i < BATCH; i++) {
      Files.writeString(docs.resolve("a/%04d.md".formatted(i)), "# Page\n");
    }
    Files.writeString(docs.resolve("a/0007.md"), "fault:wrong-facts# Seven\n");
    Files.writeString(docs.resolve("b/one.md"), "# One\n");
    Files.writeString(docs.resolve("b/two.md"), "fault:panic\n# Two\n");
  }

  @AfterAll
  static void stop() throws Exception {
    if (cluster != null) {
      cluster.stop();
    }
  }

  @Test
  void whatTheEnginesDidReachesTheSummary() throws IOException {
    Outcome outcome =
        audits.audit(
            docs, "faults", "--engine=native", "--shadow-sample=1", "--max-fallback-ratio=0.5");
    assertEquals(0, outcome.code(), outcome.problem());
    Report report = audits.report("faults");
    JsonNode engine = report.summary().get("engine");
    assertEquals("{\"java\":380,\"native\":646}", report.documentsByEngine());
    assertEquals(1, engine.at("/fallbacks/batches").asInt());
    assertEquals("PANIC", engine.at("/fallbacks/reasons/0/code").asText());
    assertEquals("b/two.md", engine.at("/fallbacks/reasons/0/example").asText());
    JsonNode shadow = engine.get("shadow");
    assertEquals(
        "1026 646 380 1",
        "%s %s %s %s"
            .formatted(
                shadow.get("sampled"),
                shadow.get("compared"),
                shadow.get("read_by_java_alone"),
                shadow.get("differing")));
    assertEquals("a/0007.md", shadow.at("/inputs/0/path").asText());
    assertEquals(
        "fault:wrong-facts# Seven\n", Files.readString(folder.resolve("faults/shadow/001.md")));
    Map<String, Long> workers = report.documentsByWorker();
    assertEquals(1, workers.size(), workers::toString);
    assertTrue(
        workers.keySet().iterator().next().endsWith(":" + cluster.process("task-manager-1").pid()),
        workers::toString);
    assertEquals(1026, workers.values().iterator().next());
  }
}

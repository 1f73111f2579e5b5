package org.docaudit.runner.flink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.docaudit.pipeline.AuditJob;
import org.docaudit.pipeline.Docaudit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Embedded Flink writes the report that the DirectRunner writes. */
class EmbeddedFlinkTest {

  private static final Path SAMPLE_CORPUS =
      Path.of(System.getProperty("basedir", ""), "../../sample-corpus")
          .toAbsolutePath()
          .normalize();

  @TempDir Path folder;

  private Report direct(Path corpus, String... options) throws Exception {
    List<String> defaults = List.of("--runner=DirectRunner", "--enforceImmutability=false");
    return audit(new AuditJob(defaults), "direct", corpus, options);
  }

  private Report flink(Path corpus, String... options) throws Exception {
    return audit(new AuditJob(Main.defaults(), new FlinkLauncher()), "flink", corpus, options);
  }

  private Report audit(AuditJob job, String name, Path corpus, String... options) throws Exception {
    Path output = folder.resolve(name);
    List<String> arguments =
        new ArrayList<>(
            List.of("audit", corpus.toString(), "--output=" + output, "--format=parquet,jsonl"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--quiet", "--fail-on=never"));
    assertEquals(0, Docaudit.run(job, arguments.toArray(String[]::new)), name);
    return Report.read(output);
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "native"})
  void sampleCorpus(String engine) throws Exception {
    assumeTrue(
        engine.equals("java") || Boolean.getBoolean("docaudit.test.native"), "built without cargo");
    Report expected = direct(SAMPLE_CORPUS, "--engine=" + engine);
    Report actual = flink(SAMPLE_CORPUS, "--engine=" + engine);
    actual.assertEqualTo(expected);
    assertTrue(expected.rows() > 1_000, "compared only " + expected.rows() + " rows");
    assertEquals("FlinkRunner", actual.runner());
    assertEquals("{\"" + engine + "\":48}", actual.documentsByEngine());
  }

  @Test
  void severalShardsAndBuckets() throws Exception {
    Path corpus = folder.resolve("corpus");
    GeneratedCorpus.write(corpus, 1_300, 1_500);
    Report expected = direct(corpus, "--engine=java");
    Report actual = flink(corpus, "--engine=java", "--parallelism=3");
    actual.assertEqualTo(expected);
    assertTrue(expected.files().contains("links/part-00002.jsonl"), expected.files().toString());
    assertTrue(expected.files().contains("words/part-00003.jsonl"), expected.files().toString());
  }

  /** What a killed run leaves is facts in a folder beside the output. */
  @ParameterizedTest
  @ValueSource(strings = {"--incremental", "--resume"})
  void keepsTheFactsOfAnEarlierRun(String option) throws Exception {
    Path corpus = folder.resolve("corpus");
    GeneratedCorpus.write(corpus, 200, 300);
    Report expected = direct(corpus, "--engine=java");
    Report first = flink(corpus, "--engine=java", "--incremental");
    assertEquals(200, first.summary().at("/reuse/read").asInt());
    if (option.equals("--resume")) {
      Path left = Files.createDirectory(folder.resolve(".flink." + UUID.randomUUID()));
      Files.move(folder.resolve("flink/facts"), left.resolve("facts"));
    }
    Report actual = flink(corpus, "--engine=java", option);
    actual.assertSameRows(expected);
    assertEquals(200, actual.summary().at("/reuse/kept").asInt(), actual.summary()::toString);
  }

  /** Parts of one file go to several workers. */
  @ParameterizedTest
  @ValueSource(strings = {"jsonl.zst", "tar"})
  void packedCorpus(String format) throws Exception {
    Path corpus = folder.resolve("corpus");
    GeneratedCorpus.write(corpus, 1_300, 1_500);
    Path pack = GeneratedCorpus.pack(corpus, folder.resolve("corpus." + format));
    String config = "--config=" + corpus.resolve("docaudit.yaml");
    Report expected = direct(pack, "--engine=java", config);
    Report actual = flink(pack, "--engine=java", config, "--parallelism=3");
    actual.assertEqualTo(expected);
    assertEquals("{\"java\":1300}", actual.documentsByEngine());
    assertTrue(expected.files().contains("links/part-00002.jsonl"), expected.files().toString());
    assertTrue(expected.rows() > 10_000, "compared only " + expected.rows() + " rows");
  }

  @Test
  void saysThatNoClusterAnswers() throws Exception {
    Path output = folder.resolve("nobody");
    // Port 1 is reserved; nobody listens there.
    int code =
        Docaudit.run(
            new AuditJob(Main.defaults(), new FlinkLauncher()),
            "audit",
            SAMPLE_CORPUS.toString(),
            "--output=" + output,
            "--flinkMaster=127.0.0.1:1",
            "--filesToStage=job.jar",
            "--quiet");
    assertEquals(3, code);
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("history")), left.toList());
    }
  }
}

package org.docaudit.runner.flink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.docaudit.pipeline.AuditJob;
import org.docaudit.pipeline.AuditRunner;
import org.docaudit.pipeline.Docaudit;
import org.docaudit.pipeline.console.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Audits on a cluster of two task managers with a slot each, and what becomes of them when
 * processes die. One cluster for all; the last test ends its job manager.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FlinkClusterIT {

  private static final Path BASE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Path SAMPLE_CORPUS = BASE.resolve("../../sample-corpus").normalize();
  private static final Path BUILD = BASE.resolve("target/docaudit");
  private static final String ENGINE =
      Boolean.getBoolean("docaudit.test.native") ? "native" : "java";

  /** Enough that a process can be killed while it is read. */
  private static final int DOCUMENTS = 4_000;

  private static final int WORDS = 5_000;

  @TempDir static Path folder;
  private static Cluster cluster;
  private static Path corpus;
  private static Report expected;

  @BeforeAll
  static void start() throws Exception {
    cluster = new Cluster(folder);
    cluster.start(2, 1);
    corpus = folder.resolve("corpus");
    GeneratedCorpus.write(corpus, DOCUMENTS, WORDS);
    List<String> direct = List.of("--runner=DirectRunner", "--enforceImmutability=false");
    assertEquals(0, audit(new AuditJob(direct), corpus, "expected", "--engine=java"));
    expected = Report.read(folder.resolve("expected"));
  }

  @AfterAll
  static void stop() throws Exception {
    cluster.stop();
    assertEquals(List.of(), leftOver(), "folders of runs");
  }

  private static int audit(AuditRunner runner, Path corpus, String output, String... options) {
    return Docaudit.run(runner, arguments(corpus, output, options).toArray(String[]::new));
  }

  private static List<String> arguments(Path corpus, String output, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "audit",
                corpus.toString(),
                "--output=" + folder.resolve(output),
                "--format=parquet,jsonl",
                "--quiet",
                "--fail-on=never"));
    arguments.addAll(List.of(options));
    return arguments;
  }

  private static AuditRunner flink() {
    List<String> defaults = new ArrayList<>(Main.defaults());
    defaults.add("--flinkMaster=" + cluster.address());
    defaults.add("--filesToStage=" + BUILD.resolve("docaudit-flink.jar"));
    return new AuditJob(defaults, new FlinkLauncher());
  }

  /** The client as a process of its own. */
  private static Process client(Path corpus, String output, Path errors) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                BUILD.resolve("lib") + "/*",
                Main.class.getName()));
    command.addAll(
        arguments(corpus, output, "--engine=java", "--flinkMaster=" + cluster.address()));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(errors.toFile())
        .start();
  }

  private static int await(Process process) throws InterruptedException {
    assertTrue(process.waitFor(3, TimeUnit.MINUTES), "the client hangs");
    return process.exitValue();
  }

  /** Folders of runs that did not end. */
  private static List<String> leftOver() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.startsWith(".") && !name.endsWith(".lock"))
          .toList();
    }
  }

  private static Set<String> taskManagers() throws IOException {
    return Set.of(
        String.valueOf(cluster.process("task-manager-1").pid()),
        String.valueOf(cluster.process("task-manager-2").pid()));
  }

  @Test
  @Order(1)
  void everyJobHasTheSameRowsAndTheNativeLibrary() throws Exception {
    AuditJob direct = new AuditJob(List.of("--runner=DirectRunner"));
    assertEquals(0, audit(direct, SAMPLE_CORPUS, "sample", "--engine=" + ENGINE));
    Report sample = Report.read(folder.resolve("sample"));
    for (int job = 1; job <= 2; job++) {
      assertEquals(0, audit(flink(), SAMPLE_CORPUS, "job", "--engine=" + ENGINE));
      Report report = Report.read(folder.resolve("job"));
      report.assertEqualTo(sample);
      assertEquals("{\"" + ENGINE + "\":48}", report.documentsByEngine());
      assertEquals(
          48, report.documentsByWorker().values().stream().mapToLong(Long::longValue).sum());
    }
  }

  @Test
  @Order(2)
  void bothTaskManagersWork() throws Exception {
    assertEquals(0, audit(flink(), corpus, "job", "--engine=java"));
    Report report = Report.read(folder.resolve("job"));
    report.assertEqualTo(expected);
    Set<String> pids =
        report.documentsByWorker().keySet().stream()
            .map(worker -> worker.substring(worker.indexOf(':') + 1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(taskManagers(), pids);
  }

  @Test
  @Order(3)
  void aKilledTaskManagerIsReplaced() throws Exception {
    ProcessHandle victim = cluster.process("task-manager-1");
    Process client = client(corpus, "killed", folder.resolve("errors"));
    String job = cluster.awaitRunningJob(cluster.lastJob());
    victim.destroyForcibly();
    assertEquals(0, await(client), Files.readString(folder.resolve("errors")));
    Report.read(folder.resolve("killed")).assertEqualTo(expected);
    assertTrue(
        !cluster.rest("/jobs/" + job + "/exceptions").at("/exceptionHistory/entries").isEmpty(),
        "the job ended before its task manager did");
    assertFalse(victim.isAlive());
  }

  @Test
  @Order(4)
  void aDocumentThatVanishedIsAFinding() throws Exception {
    Path docs = folder.resolve("docs");
    Files.createDirectories(docs);
    Files.writeString(docs.resolve("a.md"), "# A\n");
    Files.writeString(docs.resolve("gone.md"), "# Gone\n");
    assertEquals(
        0, audit(whenListed(flink(), () -> delete(docs.resolve("gone.md"))), docs, "vanished"));
    String findings = Files.readString(folder.resolve("vanished/findings.jsonl"));
    assertTrue(findings.startsWith("{\"rule\":\"document/vanished\""), findings);
    assertEquals(1, findings.lines().count());
    assertEquals(
        1,
        Report.read(folder.resolve("vanished")).summary().at("/totals/documents_failed").asInt());
  }

  @Test
  @Order(5)
  void anOutputThatCannotBeWrittenFailsTheRunAndSaysWhy() throws Exception {
    assertEquals(0, audit(flink(), SAMPLE_CORPUS, "kept"));
    Report kept = Report.read(folder.resolve("kept"));
    // A run that was listed, and then lost the folder that it writes to.
    int code = audit(whenListed(flink(), FlinkClusterIT::deleteWorkFolder), SAMPLE_CORPUS, "kept");
    assertEquals(3, code);
    Report.read(folder.resolve("kept")).assertEqualTo(kept);
    assertTrue(
        cluster
            .rest("/jobs/" + cluster.lastJob() + "/exceptions")
            .at("/root-exception")
            .asText()
            .contains("is not there: the run was given up"),
        "the cause");
    assertEquals(List.of(), leftOver());
  }

  @Test
  @Order(6)
  void aClientThatIsToldToEndCancelsItsJob() throws Exception {
    Process client = client(corpus, "cancelled", folder.resolve("errors"));
    String job = cluster.awaitRunningJob(cluster.lastJob());
    client.destroy();
    assertEquals(143, await(client));
    assertEquals("CANCELED", cluster.rest("/jobs/" + job).at("/state").asText());
    assertEquals(List.of(), leftOver());
    assertFalse(Files.exists(folder.resolve("cancelled")));
  }

  @Test
  @Order(7)
  void aKilledJobManagerEndsTheRunAndLeavesTheEarlierReport() throws Exception {
    Report earlier = Report.read(folder.resolve("killed"));
    Path errors = folder.resolve("errors");
    Process client = client(corpus, "killed", errors);
    cluster.awaitRunningJob(cluster.lastJob());
    cluster.process("job-manager").destroyForcibly();
    assertEquals(3, await(client));
    String message = Files.readString(errors);
    assertTrue(message.contains("Flink no longer answers: "), message);
    assertEquals(1, message.lines().count(), message);
    Report.read(folder.resolve("killed")).assertEqualTo(earlier);
    assertEquals(List.of(), leftOver());
  }

  /** Does something between the listing and the job. */
  private static AuditRunner whenListed(AuditRunner runner, Runnable action) {
    return (config, progress) ->
        runner.run(
            config,
            new Progress() {
              @Override
              public void stage(String name) {
                progress.stage(name);
              }

              @Override
              public void listed(long documents, long bytes) {
                action.run();
                progress.listed(documents, bytes);
              }

              @Override
              public void update(long documents, long bytes) {
                progress.update(documents, bytes);
              }

              @Override
              public void close() {
                progress.close();
              }
            });
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteWorkFolder() {
    try {
      for (String name : leftOver()) {
        Files.delete(folder.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.docaudit.runner.flink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.flink.util.FileUtils;
import org.docaudit.pipeline.AuditJob;
import org.docaudit.pipeline.AuditRunner;
import org.docaudit.pipeline.console.Progress;
import org.docaudit.runner.flink.ClusterAudits.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Audits on a cluster of two task managers with a slot each, and what becomes of them when
 * processes die, files vanish and disks are full. One cluster for all; the last test ends its job
 * manager.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FlinkClusterIT {

  private static final Path SAMPLE_CORPUS =
      Path.of(System.getProperty("basedir", ""), "../../sample-corpus")
          .toAbsolutePath()
          .normalize();

  private static final String ENGINE =
      Boolean.getBoolean("docaudit.test.native") ? "native" : "java";

  /** Enough that a process can be killed while it is read. */
  private static final int DOCUMENTS = 2_000;

  private static final int WORDS = 3_000;

  /** How long a client may be silent, where a test says so. */
  private static final int SILENCE_MILLIS = 10_000;

  /** How often the cluster looks whether it was longer. */
  private static final int CHECK_MILLIS = 5_000;

  /** A table of the corpus is larger, a log of a task manager's hardly. */
  private static final long FULL_DISK = 1 << 16;

  @TempDir static Path folder;
  private static Cluster cluster;
  private static ClusterAudits audits;
  private static Path corpus;
  private static Report expected;

  /** Settings for Flink: the client is missed soon. */
  private static String impatient;

  /** Settings for Flink: the job fails with its first task. */
  private static String once;

  @BeforeAll
  static void start() throws Exception {
    cluster = new Cluster(folder, "");
    cluster.start(2, 1);
    audits = new ClusterAudits(cluster, folder);
    corpus = folder.resolve("corpus");
    GeneratedCorpus.write(corpus, DOCUMENTS, WORDS);
    impatient =
        settings(
            "impatient",
            "client.heartbeat.interval: 500\nclient.heartbeat.timeout: " + SILENCE_MILLIS);
    once = settings("once", "restart-strategy.fixed-delay.attempts: 0");
    AuditJob direct = new AuditJob(List.of("--runner=DirectRunner", "--enforceImmutability=false"));
    succeeded(audits.audit(direct, corpus, "expected", "--engine=java"));
    expected = audits.report("expected");
  }

  private static String settings(String name, String text) throws IOException {
    Path settings = Files.createDirectory(folder.resolve(name));
    Files.writeString(settings.resolve("config.yaml"), text + "\n");
    return "--flinkConfDir=" + settings;
  }

  @AfterAll
  static void stop() throws Exception {
    List<String> left = cluster.temporaryFiles();
    cluster.stop();
    assertEquals(List.of(), left.stream().filter(name -> name.contains("docaudit")).toList());
    assertEquals(List.of(), audits.leftOver(), "folders of runs");
  }

  private static void succeeded(Outcome outcome) {
    assertEquals(0, outcome.code(), outcome.problem());
  }

  /** How an audit of another process ended. */
  private static Outcome outcome(Process client, Path errors) throws Exception {
    int code = await(client);
    String text = Files.readString(errors);
    assertTrue(text.startsWith("docaudit: "), text);
    return new Outcome(code, text.substring("docaudit: ".length()));
  }

  private static int await(Process process) throws InterruptedException {
    assertTrue(process.waitFor(3, TimeUnit.MINUTES), "the client hangs");
    return process.exitValue();
  }

  /** The run failed, said why in one line, and left the report as it was and nothing else. */
  private static void failed(Outcome outcome, String why, String output, Report before)
      throws IOException {
    assertEquals(3, outcome.code(), outcome.problem());
    assertTrue(outcome.problem().startsWith("the job failed: "), outcome.problem());
    assertTrue(outcome.problem().contains(why), outcome.problem());
    assertEquals(1, outcome.problem().lines().count(), outcome.problem());
    audits.report(output).assertEqualTo(before);
    assertEquals(List.of(), audits.leftOver());
  }

  @Test
  @Order(1)
  void everyJobHasTheSameRowsAndTheNativeLibrary() throws Exception {
    AuditJob direct = new AuditJob(List.of("--runner=DirectRunner"));
    succeeded(audits.audit(direct, SAMPLE_CORPUS, "sample", "--engine=" + ENGINE));
    Report sample = audits.report("sample");
    for (int job = 1; job <= 2; job++) {
      succeeded(audits.audit(SAMPLE_CORPUS, "job", "--engine=" + ENGINE));
      Report report = audits.report("job");
      report.assertEqualTo(sample);
      assertEquals("{\"" + ENGINE + "\":48}", report.documentsByEngine());
      assertEquals(
          48, report.documentsByWorker().values().stream().mapToLong(Long::longValue).sum());
    }
  }

  @Test
  @Order(2)
  void bothTaskManagersWork() throws Exception {
    succeeded(audits.audit(corpus, "job", "--engine=java"));
    Report report = audits.report("job");
    report.assertEqualTo(expected);
    assertEquals(cluster.taskManagers(), pids(report));
  }

  /** Of the processes that have analyzed documents. */
  private static Set<Long> pids(Report report) {
    return report.documentsByWorker().keySet().stream()
        .map(worker -> Long.valueOf(worker.substring(worker.indexOf(':') + 1)))
        .collect(Collectors.toSet());
  }

  @Test
  @Order(3)
  void bothTaskManagersReadOnePackedFile() throws Exception {
    Path pack = GeneratedCorpus.pack(corpus, folder.resolve("corpus.jsonl.zst"));
    String config = "--config=" + corpus.resolve("docaudit.yaml");
    AuditJob direct = new AuditJob(List.of("--runner=DirectRunner", "--enforceImmutability=false"));
    succeeded(audits.audit(direct, pack, "expected-packed", "--engine=java", config));
    succeeded(audits.audit(pack, "packed", "--engine=java", config));
    Report report = audits.report("packed");
    report.assertEqualTo(audits.report("expected-packed"));
    assertEquals(expected.rows(), report.rows());
    assertEquals(cluster.taskManagers(), pids(report));
  }

  @Test
  @Order(4)
  void aKilledTaskManagerIsReplaced() throws Exception {
    ProcessHandle victim = cluster.process("task-manager-1");
    String earlier = cluster.lastJob();
    Path errors = folder.resolve("errors");
    Process client = audits.client(corpus, "killed", errors, "--engine=java");
    String job = cluster.awaitRunningJob(earlier);
    victim.destroyForcibly();
    assertEquals(0, await(client), Files.readString(errors));
    audits.report("killed").assertEqualTo(expected);
    assertTrue(
        !cluster.rest("/jobs/" + job + "/exceptions").at("/exceptionHistory/entries").isEmpty(),
        "the job ended before its task manager did");
    assertFalse(victim.isAlive());
  }

  @Test
  @Order(5)
  void aDocumentThatVanishedIsAFinding() throws Exception {
    Path docs = Files.createDirectory(folder.resolve("docs"));
    Files.writeString(docs.resolve("a.md"), "# A\n");
    Files.writeString(docs.resolve("gone.md"), "# Gone\n");
    AuditRunner vanishing = whenListed(() -> delete(docs.resolve("gone.md")));
    succeeded(audits.audit(vanishing, docs, "vanished"));
    String findings = Files.readString(folder.resolve("vanished/findings.jsonl"));
    assertTrue(findings.startsWith("{\"rule\":\"document/vanished\""), findings);
    assertEquals(1, findings.lines().count());
    assertEquals(1, audits.report("vanished").summary().at("/totals/documents_failed").asInt());
  }

  @Test
  @Order(6)
  void aWorkerThatThrowsFailsTheRunAndSaysWhy() throws Exception {
    Path docs = Files.createDirectory(folder.resolve("lost"));
    Files.writeString(docs.resolve("a.md"), "# A\n");
    succeeded(audits.audit(docs, "thrown"));
    Report before = audits.report("thrown");
    // A document that is gone is a finding; without its corpus the worker throws.
    AuditRunner vanishing = whenListed(() -> FileUtils.deleteDirectoryQuietly(docs.toFile()));
    Outcome outcome = audits.audit(vanishing, docs, "thrown");
    failed(outcome, "lost/ is not there: it was removed, or this worker does", "thrown", before);
    int failures =
        cluster
            .rest("/jobs/" + cluster.lastJob() + "/exceptions")
            .at("/exceptionHistory/entries")
            .size();
    assertTrue(failures > 1, "the job was not tried again");
  }

  @Test
  @Order(7)
  void anOutputThatIsGoneFailsTheRunAndSaysWhy() throws Exception {
    AuditRunner losing = whenListed(FlinkClusterIT::deleteWorkFolder);
    Outcome outcome = audits.audit(losing, SAMPLE_CORPUS, "killed", once);
    failed(outcome, "is not there: the run was given up", "killed", expected);
  }

  @Test
  @Order(8)
  void aFullDiskFailsTheRunAndSaysWhy() throws Exception {
    String earlier = cluster.lastJob();
    Path errors = folder.resolve("errors");
    Process client = audits.client(corpus, "killed", errors, "--engine=java", once);
    cluster.awaitRunningJob(earlier);
    try {
      cluster.limitFiles(FULL_DISK);
      failed(outcome(client, errors), "File too large", "killed", expected);
    } finally {
      cluster.limitFiles(-1);
    }
  }

  @Test
  @Order(9)
  void aClientThatIsToldToEndCancelsItsJob() throws Exception {
    String earlier = cluster.lastJob();
    Path errors = folder.resolve("errors");
    Process client = audits.client(corpus, "cancelled", errors, "--engine=java");
    String job = cluster.awaitRunningJob(earlier);
    client.destroy();
    assertEquals(143, await(client), Files.readString(errors));
    assertEquals("CANCELED", cluster.status(job));
    assertEquals(List.of(), audits.leftOver());
    assertFalse(Files.exists(folder.resolve("cancelled")));
  }

  @Test
  @Order(10)
  void aJobLivesAsLongAsItsClient() throws Exception {
    String earlier = cluster.lastJob();
    Path errors = folder.resolve("errors");
    Process client = audits.client(corpus, "orphan", errors, "--engine=java", impatient);
    String job = cluster.awaitRunningJob(earlier);
    // Nothing goes on in the job, so that it cannot end before it is cancelled.
    cluster.signalTaskManagers("STOP");
    try {
      cluster.awaitDuration(SILENCE_MILLIS + CHECK_MILLIS + 1_000);
      assertEquals("RUNNING", cluster.status(job), "its client lives");
      client.destroyForcibly();
      cluster.awaitStatus(job, Set.of("CANCELLING", "CANCELED"));
    } finally {
      cluster.signalTaskManagers("CONT");
    }
    cluster.awaitStatus(job, Set.of("CANCELED"));
    // What nobody could remove.
    List<Path> left = audits.leftOver();
    assertEquals(1, left.size(), left::toString);
    FileUtils.deleteDirectory(left.get(0).toFile());
    assertFalse(Files.exists(folder.resolve("orphan")));
  }

  @Test
  @Order(11)
  void aKilledJobManagerEndsTheRunAndLeavesTheEarlierReport() throws Exception {
    String earlier = cluster.lastJob();
    Path errors = folder.resolve("errors");
    Process client = audits.client(corpus, "killed", errors, "--engine=java");
    cluster.awaitRunningJob(earlier);
    cluster.process("job-manager").destroyForcibly();
    failed(outcome(client, errors), "Flink no longer answers: ", "killed", expected);
  }

  /** An audit on the cluster that does something between the listing and the job. */
  private static AuditRunner whenListed(Runnable action) {
    AuditRunner runner = audits.runner();
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
      for (Path work : audits.leftOver()) {
        Files.delete(work);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

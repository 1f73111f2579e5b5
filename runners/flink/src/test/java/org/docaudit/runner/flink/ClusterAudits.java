package org.docaudit.runner.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.docaudit.pipeline.AuditException;
import org.docaudit.pipeline.AuditJob;
import org.docaudit.pipeline.AuditRunner;
import org.docaudit.pipeline.Docaudit;
import org.docaudit.pipeline.console.AuditSummary;

/**
 * Audits with the job jar of the build, whose reports go to a folder.
 *
 * @param folder of the reports
 */
record ClusterAudits(Cluster cluster, Path folder) {

  private static final Path BUILD =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("target/docaudit");

  /**
   * How an audit ended.
   *
   * @param problem why it could not be completed; empty where it was
   */
  record Outcome(int code, String problem) {}

  /** An audit in this process, on the cluster. */
  Outcome audit(Path corpus, String output, String... options) {
    return audit(runner(), corpus, output, options);
  }

  /** An audit in this process, on any runner. */
  Outcome audit(AuditRunner runner, Path corpus, String output, String... options) {
    AtomicReference<String> problem = new AtomicReference<>("");
    AuditRunner observed =
        (config, progress) -> {
          try {
            AuditSummary summary = runner.run(config, progress);
            problem.set(Objects.requireNonNullElse(summary.incompleteReason(), ""));
            return summary;
          } catch (AuditException e) {
            problem.set(e.getMessage());
            throw e;
          }
        };
    String[] arguments = arguments(corpus, output, options).toArray(String[]::new);
    return new Outcome(Docaudit.run(observed, arguments), problem.get());
  }

  AuditRunner runner() {
    List<String> defaults = new ArrayList<>(Main.defaults());
    defaults.add("--flinkMaster=" + cluster.address());
    defaults.add("--filesToStage=" + BUILD.resolve("docaudit-flink.jar"));
    return new AuditJob(defaults, new FlinkLauncher());
  }

  /** An audit on the cluster by a process of its own. */
  Process client(Path corpus, String output, Path errors, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                BUILD.resolve("lib") + "/*",
                Main.class.getName()));
    command.addAll(arguments(corpus, output, options));
    command.add("--flinkMaster=" + cluster.address());
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(errors.toFile())
        .start();
  }

  private List<String> arguments(Path corpus, String output, String... options) {
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

  Report report(String output) throws IOException {
    return Report.read(folder.resolve(output));
  }

  /** Folders of runs that did not end. */
  List<Path> leftOver() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> entry.getFileName().toString().matches("[.](?!.*[.]lock$).*"))
          .toList();
    }
  }
}

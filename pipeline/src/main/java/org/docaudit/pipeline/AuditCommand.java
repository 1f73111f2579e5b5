package org.docaudit.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.docaudit.pipeline.console.AuditSummary;
import org.docaudit.pipeline.console.Console;
import org.docaudit.pipeline.console.Progress;
import org.docaudit.pipeline.console.SummaryTable;
import org.docaudit.pipeline.render.GithubAnnotations;
import org.docaudit.pipeline.render.RenderedReports;
import org.docaudit.pipeline.report.OutputLock;
import org.docaudit.pipeline.report.RemoteReport;
import org.docaudit.pipeline.report.ReportFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code docaudit audit}: reads the command line, runs the audit, prints the table. */
@Command(
    name = AuditCommand.NAME,
    description = "Audits corpora of Markdown documents.",
    customSynopsis = "docaudit audit CORPUS... [options] [Beam pipeline options]",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Any other option goes to Beam, as --name=value, such as --runner=DirectRunner.",
      "",
      "Exit codes:",
      "  0  no finding at or above --fail-on",
      "  1  findings at or above --fail-on",
      "  2  usage or configuration is wrong, or there is no document; nothing was run",
      "  3  the audit could not be completed"
    })
final class AuditCommand implements Callable<Integer> {
  static final String NAME = "audit";

  private final Console console;
  private final Map<String, String> environment;
  private final Path folder;
  private final AuditRunner runner;

  @Mixin private AuditOptions options;
  @Unmatched private List<String> others = new ArrayList<>();
  @Spec private CommandSpec spec;

  AuditCommand(Console console, Map<String, String> environment, Path folder, AuditRunner runner) {
    this.console = console;
    this.environment = environment;
    this.folder = folder;
    this.runner = runner;
  }

  @Override
  public Integer call() throws AuditException, IOException {
    OtherArguments.check(others, spec);
    AuditConfig config = new ConfigResolver(options, others, environment, folder).resolve();
    boolean quiet = config.verbosity() == Verbosity.QUIET;
    try {
      return call(config, quiet);
    } finally {
      RemoteReport.discard(config.remoteOutput(), config.output());
    }
  }

  private int call(AuditConfig config, boolean quiet) throws AuditException {
    AuditSummary summary = run(config, quiet);
    if (!quiet) {
      console.out().print(SummaryTable.render(summary, console.outPalette()));
      console.out().flush();
    }
    if (!summary.complete()) {
      throw AuditException.incomplete(
          "the audit is incomplete: " + summary.incompleteReason(), null);
    }
    if (config.githubAnnotations()) {
      annotate(config.output());
    }
    if (config.series().onChange().isPresent()) {
      tellOfChanges(config.series().onChange().get(), config.output());
    }
    return ExitCode.of(summary, config.failOn()).code();
  }

  /** Runs the audit; where it cannot be completed, the metrics say so if any are asked for. */
  private AuditSummary run(AuditConfig config, boolean quiet) throws AuditException {
    Instant started = Instant.now();
    boolean complete = false;
    try (Progress progress = Progress.on(console, quiet)) {
      AuditSummary summary = runner.run(config, progress);
      complete = summary.complete();
      return summary;
    } finally {
      if (!complete
          && config.remoteOutput().isEmpty()
          && config.formats().contains(ReportFormat.PROMETHEUS)) {
        noteFailure(config.output(), started);
      }
    }
  }

  /** Where another run has the folder, its metrics will say how that one ended. */
  private void noteFailure(Path output, Instant started) {
    try (OutputLock lock = ReportFolder.lock(output)) {
      if (ReportFolder.isReplaceable(lock.output())) {
        RenderedReports.writeFailure(output, started, Duration.between(started, Instant.now()));
      }
    } catch (IOException e) {
      console.say("the metrics could not be written: " + e);
    } catch (AuditException e) {
      // The run has failed for the same reason.
    }
  }

  private void tellOfChanges(String command, Path output) {
    try {
      new ChangeCommand(command, folder, ChangeCommand.LIMIT)
          .tell(output)
          .ifPresent(problem -> console.say("the command of --on-change " + problem));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void annotate(Path report) throws AuditException {
    try {
      console.out().print(GithubAnnotations.render(report));
      console.out().flush();
    } catch (IOException e) {
      throw AuditException.incomplete("the findings could not be printed: " + e.getMessage(), e);
    }
  }
}

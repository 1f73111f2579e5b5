package org.docaudit.pipeline;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.docaudit.pipeline.config.SourceUrl;
import org.docaudit.pipeline.console.Console;
import org.docaudit.pipeline.console.TerminalText;
import org.docaudit.pipeline.render.RenderedReports;
import org.docaudit.pipeline.report.OutputLock;
import org.docaudit.pipeline.report.ReportFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code docaudit report}: renders reports of an earlier audit again, from its tables. */
@Command(
    name = "report",
    description = "Renders the reports of an earlier audit again, from its tables.",
    customSynopsis = "docaudit report RUN [options]",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Exit codes:",
      "  0  rendered",
      "  2  usage is wrong, RUN is no report, or another run is writing to it",
      "  3  could not be rendered"
    })
final class ReportCommand implements Callable<Integer> {
  private final Console console;
  private final Path folder;

  @Mixin private ReportOptions options;

  ReportCommand(Console console, Path folder) {
    this.console = console;
    this.folder = folder;
  }

  @Override
  public Integer call() throws AuditException {
    Path run = run();
    Set<ReportFormat> formats =
        options.format == null
            ? Set.of(ReportFormat.HTML)
            : ConfigResolver.parse(
                "--format",
                options.format,
                text -> ReportFormat.parse(text, ReportFormat.RENDERED));
    Optional<SourceUrl> sourceUrl =
        options.sourceUrl == null
            ? Optional.empty()
            : Optional.of(ConfigResolver.parse("--source-url", options.sourceUrl, SourceUrl::new));
    try (OutputLock lock = ReportFolder.lock(run)) {
      if (!ReportFolder.isReport(lock.output())) {
        throw AuditException.usage(run + " is not a docaudit report");
      }
      for (Path file :
          RenderedReports.render(run, run.getFileName().toString(), formats, sourceUrl)) {
        if (!options.quiet) {
          console.out().println(TerminalText.clean(file.toString()));
        }
      }
    } catch (IOException e) {
      throw AuditException.incomplete("the report could not be rendered: " + e.getMessage(), e);
    }
    return ExitCode.OK.code();
  }

  private Path run() throws AuditException {
    if (options.run == null || options.run.isBlank()) {
      throw AuditException.usage("no RUN given; try: docaudit report results/NAME");
    }
    try {
      return folder.resolve(options.run).normalize();
    } catch (InvalidPathException e) {
      throw AuditException.usage("RUN: not a path: " + options.run, e);
    }
  }
}

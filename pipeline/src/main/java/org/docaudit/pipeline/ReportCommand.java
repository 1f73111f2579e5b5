package org.docaudit.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.docaudit.pipeline.config.SourceUrl;
import org.docaudit.pipeline.console.Console;
import org.docaudit.pipeline.console.TerminalText;
import org.docaudit.pipeline.render.RenderedReports;
import org.docaudit.pipeline.report.FetchedReport;
import org.docaudit.pipeline.report.OutputLock;
import org.docaudit.pipeline.report.ReportFolder;
import org.docaudit.read.ObjectStores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code docaudit report}: renders reports of an earlier audit again, from its tables. */
@Command(
    name = "report",
    description = "Renders the reports of an earlier audit again, from its tables.",
    customSynopsis = "docaudit report RUN [options] [Beam pipeline options]",
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
  @Unmatched private List<String> others = new ArrayList<>();
  @Spec private CommandSpec spec;

  ReportCommand(Console console, Path folder) {
    this.console = console;
    this.folder = folder;
  }

  @Override
  public Integer call() throws AuditException {
    OtherArguments.check(others, spec);
    if (options.run == null || options.run.isBlank()) {
      throw AuditException.usage("no RUN given; try: docaudit report results/NAME");
    }
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
    List<String> files;
    try {
      files =
          ObjectStores.isRemote(options.run)
              ? renderRemote(options.run, formats, sourceUrl)
              : renderLocal(LocalPath.of("RUN", options.run, folder), formats, sourceUrl);
    } catch (IOException e) {
      throw AuditException.incomplete("the report could not be rendered: " + e.getMessage(), e);
    }
    if (!options.quiet) {
      files.forEach(file -> console.out().println(TerminalText.clean(file)));
    }
    return ExitCode.OK.code();
  }

  private static List<String> renderLocal(
      Path run, Set<ReportFormat> formats, Optional<SourceUrl> sourceUrl)
      throws AuditException, IOException {
    try (OutputLock lock = ReportFolder.lock(run)) {
      if (!ReportFolder.isReport(lock.output())) {
        throw AuditException.usage(run + " is not a docaudit report");
      }
      return RenderedReports.render(run, run.getFileName().toString(), formats, sourceUrl).stream()
          .map(Path::toString)
          .toList();
    }
  }

  private List<String> renderRemote(
      String run, Set<ReportFormat> formats, Optional<SourceUrl> sourceUrl)
      throws AuditException, IOException {
    try (FetchedReport report = FetchedReport.toRender(run, BeamArguments.stores(others))) {
      return report.send(
          RenderedReports.render(report.folder(), report.name(), formats, sourceUrl));
    }
  }
}

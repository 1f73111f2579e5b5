package org.docaudit.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.docaudit.pipeline.compare.DiffJson;
import org.docaudit.pipeline.compare.DiffText;
import org.docaudit.pipeline.compare.LinkPatch;
import org.docaudit.pipeline.compare.NamedRuns;
import org.docaudit.pipeline.compare.Redirects;
import org.docaudit.pipeline.compare.RunDiff;
import org.docaudit.pipeline.config.Keyword;
import org.docaudit.pipeline.console.Console;
import org.docaudit.pipeline.console.Figures;
import org.docaudit.pipeline.console.TerminalText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code docaudit diff}: says what changed between two audits, and how to mend what broke. */
@Command(
    name = "diff",
    description = "Says what changed between two audits, and why links broke.",
    customSynopsis = "docaudit diff RUN_A RUN_B [options] [Beam pipeline options]",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Exit codes:",
      "  0  nothing differs",
      "  1  something does",
      "  2  usage is wrong, or one of both is no report",
      "  3  could not be compared"
    })
final class DiffCommand implements Callable<Integer> {
  private final Console console;
  private final Path folder;

  @Mixin private DiffOptions options;
  @Unmatched private List<String> others = new ArrayList<>();
  @Spec private CommandSpec spec;

  DiffCommand(Console console, Path folder) {
    this.console = console;
    this.folder = folder;
  }

  @Override
  public Integer call() throws AuditException {
    OtherArguments.check(others, spec);
    if (options.runs.size() != 2) {
      throw AuditException.usage(
          "needs two reports; try: docaudit diff results/YESTERDAY results/TODAY");
    }
    if (options.fix != null && options.format != null) {
      throw AuditException.usage("--fix and --format exclude each other");
    }
    String format = keyword("--format", options.format, List.of("text", "json"));
    String fix = keyword("--fix", options.fix, List.of("patch", "redirects"));
    try (NamedRuns runs = new NamedRuns(folder, () -> BeamArguments.stores(others))) {
      RunDiff diff = RunDiff.of(runs.open(options.runs.get(0)), runs.open(options.runs.get(1)));
      if (options.fix == null) {
        print(diff, format.equals("json"));
      } else {
        printFix(diff, fix);
      }
      return (diff.differs() ? ExitCode.FINDINGS : ExitCode.OK).code();
    } catch (IOException e) {
      throw AuditException.incomplete("the runs could not be compared: " + e.getMessage(), e);
    }
  }

  /** The value of an option, or the first word where it was not given. */
  private static String keyword(String option, String value, List<String> words)
      throws AuditException {
    return value == null
        ? words.get(0)
        : ConfigResolver.parse(option, value, text -> Keyword.parse(text, words));
  }

  private void print(RunDiff diff, boolean json) throws IOException {
    if (json) {
      OutputStream out = new BufferedOutputStream(console.out());
      DiffJson.write(diff, out);
      out.flush();
    } else {
      console.out().print(DiffText.of(diff));
    }
    console.out().flush();
  }

  private void printFix(RunDiff diff, String fix) throws IOException {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    OutputStream out = console.outIsTerminal() ? shown : new BufferedOutputStream(console.out());
    if (fix.equals("redirects")) {
      Redirects.write(diff, out);
    } else {
      LinkPatch.Result patch = LinkPatch.write(diff, out);
      console.say(
          "%s broke, the patch mends %s"
              .formatted(Figures.counted(patch.broken(), "link"), Figures.count(patch.mended())));
    }
    out.flush();
    // The lines are for a program; on a terminal those of documents must not act.
    shown.toString(UTF_8).lines().map(TerminalText::clean).forEach(console.out()::println);
    console.out().flush();
  }
}

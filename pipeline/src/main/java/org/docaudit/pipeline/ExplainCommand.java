package org.docaudit.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.docaudit.pipeline.compare.Baselines;
import org.docaudit.pipeline.compare.ComparedRun;
import org.docaudit.pipeline.compare.NamedRuns;
import org.docaudit.pipeline.console.Console;
import org.docaudit.pipeline.console.TerminalText;
import org.docaudit.pipeline.explain.DocumentExplanation;
import org.docaudit.pipeline.explain.SkipExplanation;
import org.docaudit.pipeline.render.SourceLocations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code docaudit explain}: says step by step why a link or a field has its verdict. */
@Command(
    name = "explain",
    description = "Says step by step why a link or a field has its verdict, or a file none.",
    customSynopsis = {
      "docaudit explain PATH[:LINE[:COLUMN]] [--report RUN]",
      "       docaudit explain --why-skipped PATH [--report RUN]"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Exit codes:",
      "  0  explained",
      "  2  usage is wrong, or the run has no such document, or nothing stands at the place",
      "  3  the report could not be read"
    })
final class ExplainCommand implements Callable<Integer> {
  private static final Pattern PLACE = Pattern.compile("(.+?)(?::(\\d{1,9}))?(?::(\\d{1,9}))?");

  /** Of a document with thousands of links all would fill the terminal. */
  private static final int NEAREST_LINES = 10;

  private final Console console;
  private final Path folder;

  @Mixin private ExplainOptions options;
  @Unmatched private List<String> others = new ArrayList<>();
  @Spec private CommandSpec spec;

  ExplainCommand(Console console, Path folder) {
    this.console = console;
    this.folder = folder;
  }

  @Override
  public Integer call() throws AuditException {
    OtherArguments.check(others, spec);
    if ((options.place == null) == (options.whySkipped == null)) {
      throw AuditException.usage(
          "needs a document, or --why-skipped PATH; try: docaudit explain guide/index.md:12");
    }
    try (NamedRuns runs = new NamedRuns(folder, () -> BeamArguments.stores(others))) {
      ComparedRun run = run(runs);
      String text =
          options.whySkipped == null ? explain(run, options.place) : skip(run, options.whySkipped);
      console.out().print(text);
      console.out().flush();
      return ExitCode.OK.code();
    } catch (IOException e) {
      throw AuditException.incomplete("the report could not be read: " + e.getMessage(), e);
    }
  }

  private ComparedRun run(NamedRuns runs) throws AuditException {
    if (options.report != null) {
      return runs.open(options.report);
    }
    Path results = folder.resolve("results");
    ComparedRun run =
        Baselines.newest(results, List.of())
            .orElseThrow(
                () ->
                    AuditException.usage(
                        "no report in %s; name one by --report RUN".formatted(results)));
    console.say("explaining " + run.name() + ", the newest report there");
    return run;
  }

  private String explain(ComparedRun run, String place) throws AuditException, IOException {
    // A name may itself end in a colon and digits.
    List<String> whole = corpusPaths(run, place);
    Matcher parts = PLACE.matcher(place);
    boolean split = parts.matches() && parts.group(2) != null;
    String path = split ? parts.group(1) : place;
    List<String> paths = new ArrayList<>(whole);
    paths.addAll(corpusPaths(run, path));
    DocumentExplanation document =
        DocumentExplanation.read(run, paths, folder)
            .orElseThrow(
                () ->
                    AuditException.usage(
                        "%s has no document %s; --why-skipped says which rule leaves a file out"
                            .formatted(run.name(), path)));
    if (!split || whole.contains(document.path())) {
      return document.text();
    }
    int line = Integer.parseInt(parts.group(2));
    int column = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
    Optional<String> text = document.text(line, column);
    if (text.isEmpty()) {
      throw AuditException.usage(nothing(place, line, document));
    }
    return text.get();
  }

  private static String nothing(String place, int line, DocumentExplanation document) {
    List<Integer> lines = document.lines();
    return "no link and no finding at %s%s%s"
        .formatted(
            place,
            lines.isEmpty()
                ? ", nor elsewhere in the document"
                : "; the nearest lines with some: "
                    + lines.stream()
                        .sorted(Comparator.comparingInt(each -> Math.abs(each - line)))
                        .limit(NEAREST_LINES)
                        .sorted()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ")),
            document.hasFrontmatter() ? "; without a line its fields are explained" : "");
  }

  /** What an argument may mean: a corpus path, or a file that is named from the current folder. */
  private List<String> corpusPaths(ComparedRun run, String argument)
      throws IOException, AuditException {
    List<String> paths = new ArrayList<>(List.of(argument));
    locations(run).corpusPath(LocalPath.of("PATH", argument, folder)).ifPresent(paths::add);
    return paths;
  }

  private static SourceLocations locations(ComparedRun run) throws IOException {
    return new SourceLocations(run.folder(), run.summary(), Optional.empty());
  }

  private String skip(ComparedRun run, String argument) throws AuditException, IOException {
    List<String> paths = corpusPaths(run, argument);
    Optional<DocumentExplanation> audited = DocumentExplanation.read(run, paths, folder);
    if (audited.isPresent()) {
      return "%s was audited\n".formatted(TerminalText.clean(audited.get().path()));
    }
    String path = paths.get(paths.size() - 1);
    String prefix = run.summary().prefixOf(path);
    Path root =
        locations(run)
            .file(prefix)
            .orElseThrow(
                () -> AuditException.usage("only for corpora on local disks, not for " + path));
    return SkipExplanation.of(run, root, path, path.substring(prefix.length()))
        .orElseThrow(() -> AuditException.usage("there is no file %s in %s".formatted(path, root)));
  }
}

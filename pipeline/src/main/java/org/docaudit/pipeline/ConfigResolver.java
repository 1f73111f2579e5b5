package org.docaudit.pipeline;

import static java.util.Objects.requireNonNullElse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.analysis.SchemaRule;
import org.docaudit.pipeline.compare.BaselineChoice;
import org.docaudit.pipeline.config.ConfigException;
import org.docaudit.pipeline.config.ConfigFile;
import org.docaudit.pipeline.config.ConfigLocation;
import org.docaudit.pipeline.config.FailOn;
import org.docaudit.pipeline.config.Keyword;
import org.docaudit.pipeline.config.SchemaFile;
import org.docaudit.pipeline.config.Share;
import org.docaudit.pipeline.config.SourceUrl;
import org.docaudit.pipeline.config.TextFolder;
import org.docaudit.pipeline.config.Threshold;
import org.docaudit.pipeline.report.RunHistory;
import org.docaudit.read.ObjectStores;

/** Combines the command line, the environment, the configuration file and the defaults. */
final class ConfigResolver {
  private final AuditOptions options;
  private final List<String> beamArguments;
  private final Map<String, String> environment;
  private final Path folder;
  private final CorpusResolver corpora;

  /** In which a report is put together that is not local. */
  private final Path temporary =
      Path.of(System.getProperty("java.io.tmpdir"), "docaudit-" + UUID.randomUUID())
          .toAbsolutePath();

  /**
   * @param folder the current folder
   */
  ConfigResolver(
      AuditOptions options,
      List<String> beamArguments,
      Map<String, String> environment,
      Path folder) {
    this.options = options;
    this.beamArguments = beamArguments;
    this.environment = environment;
    this.folder = folder;
    this.corpora = new CorpusResolver(options, "audit", folder, beamArguments);
  }

  AuditConfig resolve() throws AuditException {
    corpora.check();
    if (options.quiet && options.verbose) {
      throw AuditException.usage("--quiet and --verbose contradict each other");
    }
    Optional<ConfigLocation> configFile = corpora.configFile();
    ConfigFile file = corpora.file(configFile);
    return new AuditConfig(
        options.corpora,
        folder,
        output(),
        remoteOutput(),
        formats(),
        failOn(file.failOn()),
        corpora.documents(file),
        analysis(file),
        parse(
            "--max-fallback-ratio",
            requireNonNullElse(options.maxFallbackRatio, "0.01"),
            Share::parse),
        reuse(),
        options.quiet ? Verbosity.QUIET : options.verbose ? Verbosity.VERBOSE : Verbosity.NORMAL,
        configFile,
        sourceUrl(),
        options.annotate != null
            && parse("--annotate", options.annotate, text -> Keyword.parse(text, List.of("github")))
                .equals("github"),
        baseline(),
        series(file.thresholds()),
        beamArguments);
  }

  private FailOn failOn(FailOn file) throws AuditException {
    FailOn failOn =
        options.failOn == null ? file : parse("--fail-on", options.failOn, FailOn::parse);
    if (failOn.onlyNew() && options.baseline == null) {
      throw AuditException.usage(
          "fail-on %s needs --baseline RUN or --baseline auto".formatted(failOn.id()));
    }
    return failOn;
  }

  private Optional<BaselineChoice> baseline() throws AuditException {
    if (options.baseline == null) {
      return Optional.empty();
    }
    if (options.baseline.isBlank()) {
      throw AuditException.usage("--baseline: must not be empty");
    }
    requireLocalOutput("--baseline auto", options.baseline.equals(BaselineChoice.AUTO));
    return Optional.of(
        new BaselineChoice(
            options.baseline.equals(BaselineChoice.AUTO)
                ? Optional.empty()
                : Optional.of(
                    ObjectStores.isRemote(options.baseline)
                        ? options.baseline
                        : corpora.path("--baseline", options.baseline).toString())));
  }

  private SeriesConfig series(List<Threshold> thresholds) throws AuditException {
    boolean history = !options.noHistory && remoteOutput().isEmpty();
    requireLocalOutput("--keep", options.keep != null);
    requireLocalOutput("--on-change", options.onChange != null);
    requireLocalOutput(
        "thresholds: max-increase",
        thresholds.stream().anyMatch(each -> each.maxIncrease().isPresent()));
    if (!history && options.onChange != null) {
      throw AuditException.usage("--on-change needs the history that --no-history leaves out");
    }
    if (!history && thresholds.stream().anyMatch(each -> each.maxIncrease().isPresent())) {
      throw AuditException.usage(
          "thresholds: max-increase needs the history that --no-history leaves out");
    }
    if (history && output().endsWith(RunHistory.FOLDER)) {
      throw AuditException.usage(
          output()
              + " is where the history of the reports beside it stands; name another --output, or"
              + " give --no-history");
    }
    return new SeriesConfig(
        history,
        thresholds,
        options.keep == null
            ? OptionalInt.empty()
            : OptionalInt.of(parse("--keep", options.keep, ConfigResolver::reportsToKeep)),
        Optional.ofNullable(options.onChange));
  }

  /** Earlier runs are found beside the output, in a local folder alone. */
  private void requireLocalOutput(String option, boolean given) throws AuditException {
    if (given && remoteOutput().isPresent()) {
      throw AuditException.usage(option + " needs a local --output");
    }
  }

  private static int reportsToKeep(String text) {
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException("expected a number from 1, found '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  private Set<ReportFormat> formats() throws AuditException {
    if (options.format == null) {
      return ReportFormat.DEFAULT;
    }
    Set<ReportFormat> formats =
        parse(
            "--format",
            options.format,
            text -> ReportFormat.parse(text, List.of(ReportFormat.values())));
    formats.add(ReportFormat.PARQUET);
    return formats;
  }

  private ReuseChoice reuse() throws AuditException {
    ReuseChoice reuse =
        new ReuseChoice(
            options.incremental,
            options.resume,
            parse("--verify-sample", requireNonNullElse(options.verifySample, "0"), Share::parse));
    if (options.verifySample != null && !reuse.isActive()) {
      throw AuditException.usage(
          "--verify-sample: without --incremental or --resume every document is read anyhow");
    }
    if (reuse.isActive() && remoteOutput().isPresent()) {
      throw AuditException.usage("--incremental and --resume need a local --output");
    }
    return reuse;
  }

  private Optional<SourceUrl> sourceUrl() throws AuditException {
    return options.sourceUrl == null
        ? parse("the environment", environment, SourceUrl::of)
        : Optional.of(parse("--source-url", options.sourceUrl, SourceUrl::new));
  }

  private Path output() throws AuditException {
    if (options.output == null) {
      return folder.resolve("results").resolve(CorpusName.of(options.corpora, folder));
    }
    if (options.output.isBlank()) {
      throw AuditException.usage("--output: must not be empty");
    }
    Optional<String> remote = remoteOutput();
    return remote.isPresent()
        ? temporary.resolve(CorpusName.of(List.of(remote.get()), folder))
        : corpora.path("--output", options.output);
  }

  private Optional<String> remoteOutput() throws AuditException {
    if (options.output == null || !ObjectStores.isRemote(options.output)) {
      return Optional.empty();
    }
    String uri = options.output.replaceFirst("/+$", "");
    if (!uri.matches("[^/]+://[^/]*/.*[^/]")) {
      throw AuditException.usage(
          "--output: name a folder below %s, such as %s/report".formatted(uri, uri));
    }
    return Optional.of(uri);
  }

  private AnalysisConfig analysis(ConfigFile configFile) throws AuditException {
    AnalysisConfig file = configFile.analysis();
    return new AnalysisConfig(
        file.limits().withMaxDocumentBytes(corpora.maxDocumentBytes(configFile)),
        engine().id(),
        parse("--shadow-sample", requireNonNullElse(options.shadowSample, "0"), Share::parse),
        options.schema == null ? file.schemas() : List.of(schema(options.schema)),
        file.uniqueFields(),
        file.siteRoots(),
        file.ignorePatterns(),
        file.folderIndexRequired(),
        file.documentExtensions(),
        file.severities());
  }

  private EngineChoice engine() throws AuditException {
    return options.engine == null
        ? EngineChoice.of(environment).orElse(EngineChoice.AUTO)
        : parse("--engine", options.engine, EngineChoice::parse);
  }

  private SchemaRule schema(String name) throws AuditException {
    try {
      return SchemaFile.load(
          SchemaRule.forAll(SchemaRule.NONE, null).globs(), name, TextFolder.of(folder));
    } catch (ConfigException e) {
      throw AuditException.usage("--schema: " + e.getMessage(), e);
    }
  }

  /** Reads a value, and names the option where it cannot be read. */
  static <V, T> T parse(String option, V value, Function<V, T> parser) throws AuditException {
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException e) {
      throw AuditException.usage(option + ": " + e.getMessage(), e);
    }
  }
}

package org.docaudit.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.docaudit.analysis.SchemaRule;
import org.docaudit.container.FieldNames;
import org.docaudit.model.Rule;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.config.ConfigLocation;
import org.docaudit.pipeline.config.DocumentSelection;
import org.docaudit.pipeline.config.FailOn;
import org.docaudit.pipeline.config.SourceUrl;
import org.docaudit.pipeline.console.AuditSummary;
import org.docaudit.pipeline.console.Console;
import org.docaudit.pipeline.console.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line with a runner that only notes what it is asked for. */
class DocauditTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Map<String, String> environment = Map.of();
  private AuditConfig asked;
  private int prepared;
  private AuditRunner runner = (config, progress) -> summary(Map.of(), null);

  @BeforeEach
  void makeCorpus() throws IOException {
    Files.createDirectories(folder.resolve("docs"));
    Files.writeString(folder.resolve("docs/a.md"), "# A\n");
  }

  private static AuditSummary summary(Map<Rule, Long> findings, String incomplete) {
    return new AuditSummary(
        1,
        1,
        0,
        0,
        4,
        2,
        Map.of(),
        findings,
        Map.of(
            Rule.LINK_MISSING_FILE, Severity.ERROR,
            Rule.LINK_UNDEFINED_REFERENCE, Severity.WARNING,
            Rule.DUPLICATE_EXACT, Severity.INFO),
        List.of(),
        1,
        "java",
        null,
        List.of(),
        "out",
        incomplete,
        null);
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    asked = null;
    prepared = 0;
    Console console =
        new Console(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false,
            false,
            80,
            false);
    AuditRunner noting =
        new AuditRunner() {
          @Override
          public void prepare() {
            prepared++;
          }

          @Override
          public AuditSummary run(AuditConfig config, Progress progress) throws AuditException {
            asked = config;
            return runner.run(config, progress);
          }
        };
    return new Docaudit(console, environment, folder, noting).execute(arguments);
  }

  private AuditConfig config(String... arguments) {
    assertEquals(0, run(arguments), () -> err.toString(UTF_8));
    return asked;
  }

  private void assertUsage(String message, String... arguments) {
    assertEquals(2, run(arguments));
    assertEquals("docaudit: " + message + System.lineSeparator(), err.toString(UTF_8));
    assertEquals("", out.toString(UTF_8));
    assertNull(asked, "nothing is run");
  }

  @Test
  void onlyAnAuditIsPreparedFor() {
    assertEquals(0, run("audit", "docs"));
    assertEquals(1, prepared);
    assertEquals(0, run("doctor", "--help"));
    assertEquals(2, run());
    assertEquals(0, prepared);
  }

  @Test
  void whatConcernsEarlierRuns() throws IOException {
    assertEquals(
        new SeriesConfig(true, List.of(), OptionalInt.empty(), Optional.empty()),
        config("audit", "docs").series());
    assertEquals(
        new SeriesConfig(true, List.of(), OptionalInt.of(30), Optional.of("cat")),
        config("audit", "docs", "--keep=30", "--on-change", "cat").series());
    assertFalse(config("audit", "docs", "--no-history").series().history());
    assertUsage("--keep: expected a number from 1, found '0'", "audit", "docs", "--keep=0");
    assertUsage(
        "--on-change needs the history that --no-history leaves out",
        "audit",
        "docs",
        "--on-change=x",
        "--no-history");
    assertUsage(
        folder.resolve("r/history")
            + " is where the history of the reports beside it stands; name another --output, or"
            + " give --no-history",
        "audit",
        "docs",
        "--output=r/history");
    Files.writeString(
        folder.resolve("docs/docaudit.yaml"), "thresholds: {errors: {max-increase: 1}}");
    assertUsage(
        "thresholds: max-increase needs the history that --no-history leaves out",
        "audit",
        "docs",
        "--no-history");
  }

  @Test
  void factsAndHistoryNeedALocalOutput() {
    for (String option : List.of("--incremental", "--resume")) {
      assertUsage(
          "--incremental and --resume need a local --output",
          "audit",
          "docs",
          "--output=s3://bucket/report",
          option);
    }
    assertUsage(
        "--verify-sample: without --incremental or --resume every document is read anyhow",
        "audit",
        "docs",
        "--verify-sample=0.5");
    assertUsage(
        "--keep needs a local --output",
        "audit",
        "docs",
        "--output=s3://bucket/report",
        "--keep=3");
  }

  @Test
  void defaults() {
    AuditConfig config = config("audit", "docs");
    assertEquals(List.of("docs"), config.corpora());
    assertEquals(folder.resolve("results/docs"), config.output());
    assertEquals(Set.of(ReportFormat.PARQUET, ReportFormat.HTML), config.formats());
    assertEquals(Optional.empty(), config.sourceUrl());
    assertFalse(config.githubAnnotations());
    assertEquals(FailOn.ERROR, config.failOn());
    assertEquals(EngineChoice.AUTO, config.engine());
    assertEquals(Verbosity.NORMAL, config.verbosity());
    assertEquals(Optional.empty(), config.configFile());
    assertEquals(List.of(), config.beamArguments());
    assertEquals(List.of(), config.analysis().schemas());
    assertEquals(
        new DocumentSelection(
            List.of("md", "markdown", "mdx"), List.of(), List.of(), true, false, FieldNames.USUAL),
        config.documents());
  }

  @Test
  void everyOptionBeforeOrAfterTheCorpus() throws IOException {
    Files.writeString(folder.resolve("s.json"), "{}");
    AuditConfig config =
        config(
            "audit",
            "--output",
            "x/y",
            "--include=a",
            "--include",
            "b",
            "--exclude",
            "c",
            "--schema",
            "s.json",
            "docs",
            "--fail-on",
            "never",
            "--engine=native",
            "--format=jsonl,sarif",
            "--source-url=https://example.org/{path}#L{line}",
            "--max-fallback-ratio=.25",
            "--shadow-sample=0.5",
            "--no-ignore",
            "--hidden",
            "--max-document-bytes",
            "64KiB",
            "--verbose",
            "--jobName=nightly",
            "--blockOnRun");
    assertEquals(folder.resolve("x/y"), config.output());
    assertEquals(
        Set.of(ReportFormat.PARQUET, ReportFormat.JSONL, ReportFormat.SARIF), config.formats());
    assertEquals(
        Optional.of(new SourceUrl("https://example.org/{path}#L{line}")), config.sourceUrl());
    assertEquals(FailOn.NEVER, config.failOn());
    assertEquals(EngineChoice.NATIVE, config.engine());
    assertEquals(0.25, config.maxFallbackRatio());
    assertEquals(0.5, config.analysis().shadowSample());
    assertEquals(Verbosity.VERBOSE, config.verbosity());
    assertEquals(List.of("--jobName=nightly", "--blockOnRun"), config.beamArguments());
    assertEquals(
        List.of(new SchemaRule(List.of("**"), "s.json", "{}")), config.analysis().schemas());
    assertEquals(65_536, config.analysis().limits().maxDocumentBytes());
    assertEquals(
        new DocumentSelection(
            List.of("md", "markdown", "mdx"),
            List.of("a", "b"),
            List.of("c"),
            false,
            true,
            FieldNames.USUAL),
        config.documents());
  }

  @Test
  void theCommandLineOverridesTheFile() throws IOException {
    Files.writeString(
        folder.resolve("docs/docaudit.yaml"),
        """
        documents: {include: [x], exclude: [y], max-bytes: 1MB, extensions: [txt]}
        schemas: [{paths: [a], schema: standard}]
        fail-on: warning
        """);
    AuditConfig file = config("audit", "docs");
    assertEquals(configured("docs/docaudit.yaml"), file.configFile());
    assertEquals(FailOn.WARNING, file.failOn());
    assertEquals(1_000_000, file.analysis().limits().maxDocumentBytes());
    assertEquals(
        new DocumentSelection(
            List.of("txt"), List.of("x"), List.of("y"), true, false, FieldNames.USUAL),
        file.documents());
    AuditConfig both =
        config(
            "audit",
            "docs",
            "--include",
            "z",
            "--schema",
            "none",
            "--fail-on",
            "error",
            "--max-document-bytes",
            "7");
    assertEquals(FailOn.ERROR, both.failOn());
    assertEquals(7, both.analysis().limits().maxDocumentBytes());
    assertEquals(List.of(SchemaRule.forAll("none", null)), both.analysis().schemas());
    assertEquals(
        new DocumentSelection(
            List.of("txt"), List.of("z"), List.of("y"), true, false, FieldNames.USUAL),
        both.documents());
  }

  @Test
  void theFileIsLookedForWhereTheFirstCorpusBegins() throws IOException {
    Files.writeString(folder.resolve("docs/docaudit.yaml"), "fail-on: never");
    Optional<ConfigLocation> file = configured("docs/docaudit.yaml");
    Files.createDirectories(folder.resolve("other"));
    for (String corpus :
        List.of(
            "docs", "docs/", "docs/a.md", "docs/**/*.md", folder.resolve("docs").toUri() + "")) {
      assertEquals(file, config("audit", corpus, "other").configFile(), corpus);
    }
    assertEquals(Optional.empty(), config("audit", "other", "docs").configFile());
    assertEquals(
        file, config("audit", "gs://bucket/docs", "--config", "docs/docaudit.yaml").configFile());
    assertUsage(
        "the corpus 'gs://bucket/docs' cannot be read: no Beam file system for 'gs:' is on the"
            + " class path; known here: file",
        "audit",
        "gs://bucket/docs");
  }

  private Optional<ConfigLocation> configured(String file) {
    return Optional.of(ConfigLocation.of(folder.resolve(file)));
  }

  @ParameterizedTest
  @CsvSource({
    "docs, docs",
    "docs/, docs",
    "./docs/../docs, docs",
    "docs/a.md, docs",
    "docs/**/*.md, docs",
    "gs://bucket/some/path/, path",
    "gs://bucket/some/*.md, some",
    "hdfs://host, host",
    "/, root",
    "missing, missing",
    "a:b, a-b",
  })
  void theOutputIsNamedAfterTheCorpus(String corpus, String name) throws IOException {
    Files.writeString(folder.resolve("c.yaml"), "");
    assertEquals(
        folder.resolve("results").resolve(name),
        config("audit", corpus, "--config=c.yaml").output());
  }

  @Test
  void theOutputOfSeveralIsNamedAfterAll() throws IOException {
    assertEquals(folder.resolve("results/docs+b"), config("audit", "docs", "x/b").output());
    Files.writeString(folder.resolve("docs/b.md"), "");
    assertEquals(
        folder.resolve("results/docs"), config("audit", "docs/a.md", "docs/b.md").output());
    String[] many = new String[101];
    for (int i = 1; i < many.length; i++) {
      many[i] = "corpus" + i;
    }
    many[0] = "audit";
    assertEquals(60, config(many).output().getFileName().toString().length());
    assertEquals(folder.getFileName(), config("audit", ".").output().getFileName());
  }

  @Test
  void theEnvironmentChoosesTheEngineWhereTheCommandLineDoesNot() {
    environment = Map.of("DOCAUDIT_ENGINE", "java");
    assertEquals(EngineChoice.JAVA, config("audit", "docs").engine());
    assertEquals(EngineChoice.AUTO, config("audit", "docs", "--engine", "auto").engine());
    environment = Map.of("DOCAUDIT_ENGINE", "rust");
    assertUsage("DOCAUDIT_ENGINE: expected auto, native or java, found 'rust'", "audit", "docs");
    assertUsage("DOCAUDIT_ENGINE: expected auto, native or java, found 'rust'", "doctor");
    assertUsage("unknown option --fast; did you mean --help?", "doctor", "--fast");
  }

  @Test
  void continuousIntegrationTellsWhereDocumentsAre() {
    environment = Map.of("GITHUB_REPOSITORY", "tide/docs", "GITHUB_SHA", "ABC123");
    assertEquals(
        Optional.of(
            new SourceUrl("https://github.com/tide/docs/blob/abc123/{path}?plain=1#L{line}")),
        config("audit", "docs").sourceUrl());
    environment =
        Map.of("CI_PROJECT_URL", "https://git.example.org/tide/docs", "CI_COMMIT_SHA", "abc123");
    assertEquals(
        Optional.of(
            new SourceUrl(
                "https://git.example.org/tide/docs/-/blob/abc123/{path}?plain=1#L{line}")),
        config("audit", "docs").sourceUrl());
    assertEquals(
        Optional.of(new SourceUrl("file:///{path}")),
        config("audit", "docs", "--source-url=file:///{path}").sourceUrl());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--ouput | unknown option --ouput; did you mean --output?",
        "--ouput=x | unknown option --ouput; did you mean --output?",
        "--Output=x | unknown option --Output; did you mean --output?",
        "--runer=DirectRunner | unknown option --runer; did you mean --runner?",
        "--job-name=x | unknown option --job-name; did you mean --jobName?",
        "--blockOnRum | unknown option --blockOnRum; did you mean --blockOnRun?",
        "-x | unknown option -x; did you mean",
        "--jobName | the option --jobName goes to Beam and needs a value: --jobName=VALUE",
        "--runner=Nonsense | Beam rejects --runner=Nonsense: Unknown 'runner' specified 'Nonsense'",
        "--targetParallelism=many | Beam rejects --targetParallelism=many:",
        "--output | the option --output needs a value",
        "--output= | --output: must not be empty",
        "--output=gs://b | --output: name a folder below gs://b, such as gs://b/report",
        "--fail-on=info | --fail-on: expected error, warning, new-error, new-warning or never, found 'info'",
        "--engine=rust | --engine: expected auto, native or java, found 'rust'",
        "--format=pdf | --format: expected parquet, jsonl, html, sarif, junit, markdown or",
        "--format=html, | --format: expected parquet, jsonl, html, sarif, junit, markdown or",
        "--source-url=x | --source-url: expected a URL with {path}, such as",
        "--source-url=javascript://{path} | --source-url: expected a URL with {path}, such as",
        "--annotate=gitlab | --annotate: expected github, found 'gitlab'",
        "--max-fallback-ratio=1.5 | --max-fallback-ratio: expected a number from 0 to 1, such as",
        "--max-fallback-ratio=-0 | --max-fallback-ratio: expected a number from 0 to 1, such as",
        "--max-fallback-ratio=NaN | --max-fallback-ratio: expected a number from 0 to 1, such as",
        "--shadow-sample=all | --shadow-sample: expected a number from 0 to 1, such as 0.01, found",
        "--max-document-bytes=-1 | --max-document-bytes: expected a size such as",
        "--schema=no.json | --schema: schema file no.json does not exist",
        "--config=no.yaml | configuration file no.yaml does not exist",
      })
  void mistakesAreNamed(String argument, String message) {
    assertEquals(2, run("audit", "docs", argument));
    String line = err.toString(UTF_8);
    assertTrue(line.startsWith("docaudit: " + message), line);
    assertEquals(1, line.lines().count(), line);
    assertEquals("", out.toString(UTF_8));
    assertNull(asked);
  }

  @Test
  void whereThingsAreMissingOrTooMany() {
    assertUsage("no command given; try: docaudit --help");
    assertUsage("no CORPUS given; try: docaudit audit DIR", "audit");
    assertUsage("--keep needs a local --output", "audit", "x", "--output=gs://b/c", "--keep=3");
    assertUsage("a CORPUS must not be empty", "audit", "");
    assertUsage("unknown option --ouput; did you mean --output?", "audit", "--ouput", "x");
    assertUsage("unknown command 'adit'; did you mean 'audit'?", "adit", "docs");
    assertUsage("unknown option --verison; did you mean --version?", "--verison");
    assertUsage("unknown option --ouput; did you mean --output?", "--ouput", "audit", "docs");
    assertUsage("the option --output needs a value", "audit", "docs", "--output", "--jobName=x");
    assertUsage("the option --output needs a value", "audit", "--output", "--quiet", "docs");
    assertUsage(
        "option '--output' (DIR) should be specified only once",
        "audit",
        "docs",
        "--output",
        "a",
        "--output",
        "b");
    assertUsage(
        "the option --quiet belongs after the command: docaudit audit --quiet",
        "--quiet",
        "audit",
        "docs");
  }

  @Test
  void verboseShowsWhereAMistakeWasFound() {
    assertEquals(2, run("audit", "docs", "--quiet", "--verbose"));
    String text = err.toString(UTF_8);
    assertTrue(text.startsWith("docaudit: --quiet and --verbose contradict each other"), text);
    assertTrue(text.contains("at org.docaudit.pipeline.ConfigResolver."), text);
  }

  @Test
  void aConfigurationErrorNamesFileLineAndColumn() throws IOException {
    Files.writeString(folder.resolve("docs/docaudit.yaml"), "fail-on: error\nuniqe: [title]\n");
    assertUsage(
        "docs/docaudit.yaml:2:1: unknown key 'uniqe'; did you mean 'unique'?", "audit", "docs");
  }

  @Test
  void findingsDecideTheExitCode() {
    runner = (config, progress) -> summary(Map.of(Rule.LINK_MISSING_FILE, 1L), null);
    assertEquals(1, run("audit", "docs"));
    assertEquals(1, run("audit", "docs", "--fail-on", "warning"));
    assertEquals(0, run("audit", "docs", "--fail-on", "never"));
    runner = (config, progress) -> summary(Map.of(Rule.LINK_UNDEFINED_REFERENCE, 1L), null);
    assertEquals(0, run("audit", "docs"));
    assertEquals(1, run("audit", "docs", "--fail-on", "warning"));
    runner = (config, progress) -> summary(Map.of(Rule.DUPLICATE_EXACT, 1L), null);
    assertEquals(0, run("audit", "docs", "--fail-on", "warning"));
    runner = (config, progress) -> summary(Map.of(Rule.LINK_MISSING_FILE, 0L), null);
    assertEquals(0, run("audit", "docs"));
  }

  @Test
  void anIncompleteAuditIsNeverGreen() {
    runner = (config, progress) -> summary(Map.of(), "2 listed, 1 came out");
    assertEquals(3, run("audit", "docs", "--fail-on", "never"));
    assertEquals(
        "docaudit: the audit is incomplete: 2 listed, 1 came out" + System.lineSeparator(),
        err.toString(UTF_8));
    assertTrue(out.toString(UTF_8).contains("Incomplete  2 listed, 1 came out\n"));
  }

  @Test
  void whatTheRunnerThrowsBecomesOneLine() {
    runner =
        (config, progress) -> {
          throw AuditException.usage("corpus not found: nowhere\u001B[2J");
        };
    assertEquals(2, run("audit", "nowhere"));
    assertEquals(
        "docaudit: corpus not found: nowhere�[2J" + System.lineSeparator(), err.toString(UTF_8));
    runner =
        (config, progress) -> {
          throw new IllegalStateException(new IOException("No space left on device"));
        };
    assertEquals(3, run("audit", "docs"));
    String line =
        "docaudit: the audit could not be completed: IOException: No space left on device"
            + System.lineSeparator();
    assertEquals(line, err.toString(UTF_8));
    assertEquals(3, run("audit", "docs", "--verbose"));
    assertTrue(err.toString(UTF_8).startsWith(line + "java.lang.IllegalStateException"));
    runner =
        (config, progress) -> {
          throw new OutOfMemoryError("Java heap space");
        };
    assertEquals(3, run("audit", "docs"));
    assertEquals(
        "docaudit: the audit could not be completed: OutOfMemoryError: Java heap space;"
            + " DOCAUDIT_JAVA_OPTS=-Xmx4g gives it more memory"
            + System.lineSeparator(),
        err.toString(UTF_8));
  }

  @Test
  void quietPrintsNothing() {
    runner =
        (config, progress) -> {
          progress.stage("listing documents");
          return summary(Map.of(Rule.LINK_MISSING_FILE, 1L), null);
        };
    assertEquals(1, run("audit", "docs", "--quiet"));
    assertEquals("", out.toString(UTF_8) + err.toString(UTF_8));
    assertEquals(1, run("audit", "docs"));
    assertEquals("docaudit: listing documents" + System.lineSeparator(), err.toString(UTF_8));
    assertTrue(out.toString(UTF_8).startsWith("Documents                 1\n"));
  }

  @Test
  void helpAndVersion() {
    assertEquals(0, run("--version"));
    assertTrue(
        out.toString(UTF_8)
            .matches(
                "docaudit [0-9]+\\.[0-9]+\\.[0-9]+\\S* \\(Apache Beam 2\\.\\S+, Java .+\\)\\R"),
        out.toString(UTF_8));
    String version = out.toString(UTF_8);
    for (String command : List.of("audit", "pack", "report", "diff", "explain", "doctor")) {
      assertEquals(0, run(command, "--version"));
      assertEquals(version, out.toString(UTF_8), command);
    }
    assertEquals(0, run("--help"));
    assertTrue(out.toString(UTF_8).contains("docaudit COMMAND [options]"));
    assertEquals(0, run("doctor", "--help"));
    String doctor = out.toString(UTF_8);
    assertTrue(doctor.startsWith("Usage: docaudit doctor\n"), doctor);
    assertTrue(doctor.lines().allMatch(line -> line.length() <= 80), doctor);
    assertEquals(0, run("audit", "--help"));
    String help = out.toString(UTF_8);
    for (String option :
        List.of(
            "--output",
            "--config",
            "--include",
            "--exclude",
            "--schema",
            "--fail-on",
            "--engine",
            "--max-fallback-ratio",
            "--shadow-sample",
            "--format",
            "--no-ignore",
            "--hidden",
            "--max-document-bytes",
            "--quiet",
            "--verbose",
            "--help",
            "--version")) {
      assertTrue(help.contains(option), option);
    }
    assertTrue(help.lines().allMatch(line -> line.length() <= 80), help);
    assertEquals("", err.toString(UTF_8));
    assertNull(asked);
  }

  @Test
  void aValueMayLookLikeAnOption() {
    assertEquals(
        List.of("-a", "-b", "--c"),
        config("audit", "docs", "--exclude", "-a", "--exclude=-b", "--exclude=--c")
            .documents()
            .exclude());
  }

  @Test
  void aCorpusMayLookLikeAnOption() {
    assertEquals(List.of("--docs", "@file"), config("audit", "--", "--docs", "@file").corpora());
  }
}

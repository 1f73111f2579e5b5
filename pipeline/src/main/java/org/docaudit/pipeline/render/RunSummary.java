package org.docaudit.pipeline.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.docaudit.links.LinkRules;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.config.FailOn;
import org.docaudit.pipeline.config.SourceUrl;
import org.docaudit.pipeline.report.DocumentState;
import org.docaudit.pipeline.report.FindingState;
import org.docaudit.read.ReportMarks;

/**
 * What rendered reports need of {@code summary.json}. Read leniently: fields that are absent are 0
 * or empty, and those that are not known are left alone. Words and paths in it are from documents.
 */
public final class RunSummary {

  static final String FILE = ReportMarks.SUMMARY;

  private final JsonNode json;

  private RunSummary(JsonNode json) {
    this.json = json;
  }

  /** A rule with findings. */
  record RuleCount(String rule, Severity severity, long count) {}

  /** A bin of a histogram: values from {@code from} to less than twice that. */
  record Bin(long from, long count) {}

  /** A target and the links that lead to it. */
  record LinkedTarget(String path, long links) {}

  /** A run of the history, with its findings by severity. */
  record EarlierRun(
      String started, long documents, long words, long brokenLinks, Map<Severity, Long> findings) {}

  record WordCount(String word, long count, long documents) {}

  /**
   * Reads the summary of a report.
   *
   * @throws IOException where there is none, or it is none of docaudit's
   */
  public static RunSummary read(Path report) throws IOException {
    JsonNode json = new ObjectMapper().readTree(report.resolve(FILE).toFile());
    if (!json.path("tool").asText().equals(ReportMarks.TOOL)) {
      throw new IOException(report.resolve(FILE) + " is not docaudit's");
    }
    return new RunSummary(json);
  }

  /** Names of the corpora. */
  public List<String> corpora() {
    return texts("/corpus/names");
  }

  /** The same in one line. */
  String title() {
    return ShownFinding.shown(String.join(" + ", corpora()));
  }

  JsonNode roots() {
    return json.at("/corpus/roots");
  }

  Optional<SourceUrl> sourceUrl() {
    return Optional.ofNullable(json.at("/configuration/source-url").textValue())
        .map(SourceUrl::new);
  }

  String digest() {
    return json.at("/corpus/digest").asText();
  }

  /** A version, such as that of {@code docaudit}. */
  String version(String of) {
    return json.at("/versions").path(of).asText();
  }

  /** A figure of {@code totals}, such as {@code documents_analyzed}. */
  long total(String figure) {
    return json.at("/totals").path(figure).asLong();
  }

  long links() {
    return json.at("/links/total").asLong();
  }

  long links(String verdictOrReason) {
    JsonNode links = json.path("links");
    return links.path(verdictOrReason).asLong(links.path("reasons").path(verdictOrReason).asLong());
  }

  long findings(Severity severity) {
    return json.at("/findings").path(severity.id()).asLong();
  }

  long findings() {
    long sum = 0;
    for (Severity severity : Severity.values()) {
      sum += findings(severity);
    }
    return sum;
  }

  /** Rules that have findings, the gravest first, then those with the most. */
  List<RuleCount> rules() {
    List<RuleCount> rules = new ArrayList<>();
    for (JsonNode rule : json.at("/findings/rules")) {
      severity(rule.path("severity").asText())
          .ifPresent(
              severity ->
                  rules.add(
                      new RuleCount(
                          rule.path("rule").asText(), severity, rule.path("count").asLong())));
    }
    rules.sort(
        (a, b) ->
            a.severity() == b.severity()
                ? Long.compare(b.count(), a.count())
                : a.severity().compareTo(b.severity()));
    return rules;
  }

  /** The severity in force of a rule; empty where it is off or not known. */
  Optional<Severity> severityOf(String rule) {
    return severity(json.at("/configuration/severity").path(rule).asText());
  }

  private static Optional<Severity> severity(String id) {
    for (Severity severity : Severity.values()) {
      if (severity.id().equals(id)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }

  /** The least severity with which the audit does not pass. */
  FailOn failOn() {
    String id = json.at("/configuration/fail-on").asText();
    return id.isEmpty() ? FailOn.ERROR : FailOn.parse(id);
  }

  /** How many findings fail the audit. */
  long failing() {
    long sum = 0;
    for (Severity severity : Severity.values()) {
      sum += failOn().reachedBy(severity) ? counted(severity) : 0;
    }
    return sum;
  }

  /** The findings of a severity that count for the verdict. */
  long counted(Severity severity) {
    if (!failOn().onlyNew()) {
      return findings(severity);
    }
    return firstRun() ? 0 : findings(FindingState.NEW, severity);
  }

  /** Whether a finding fails the audit. */
  boolean fails(ShownFinding finding) {
    boolean counts = !failOn().onlyNew() || (finding.state() == FindingState.NEW && !firstRun());
    return counts && failOn().reachedBy(finding.severity());
  }

  /** Whether the run was compared with an earlier one, or would have been if there were one. */
  boolean compared() {
    return json.has("baseline");
  }

  /** Whether there was no earlier run to compare with, so that everything is new. */
  boolean firstRun() {
    return compared() && json.at("/baseline/run").isNull();
  }

  /** When the earlier run began. */
  Optional<Instant> baselineStarted() {
    return instant("/baseline/started");
  }

  /** What else is not the same in the earlier run. */
  List<String> baselineDifferences() {
    return texts("/baseline/differences");
  }

  /** Documents of a state since the earlier run. */
  long documents(DocumentState state) {
    return json.at("/baseline/documents").path(state.id()).asLong();
  }

  /** Findings of a state since the earlier run. */
  long findings(FindingState state, Severity severity) {
    return json.at("/baseline/findings").path(state.id()).path(severity.id()).asLong();
  }

  /** The same of every severity. */
  long findings(FindingState state) {
    long sum = 0;
    for (Severity severity : Severity.values()) {
      sum += findings(state, severity);
    }
    return sum;
  }

  /**
   * What is not the same in another run, and may have made or ended findings where no document
   * changed: sections of the configuration, the version of docaudit, that of Unicode, and the names
   * of the corpora.
   */
  public List<String> differences(RunSummary other) {
    List<String> differences = new ArrayList<>();
    for (String section :
        List.of("documents", "schemas", "unique", "links", "severity", "limits")) {
      if (!configuration().path(section).equals(other.configuration().path(section))) {
        differences.add(section);
      }
    }
    for (String version : List.of("docaudit", "unicode")) {
      if (!version(version).equals(other.version(version))) {
        differences.add("version of " + version);
      }
    }
    if (!corpora().equals(other.corpora())) {
      differences.add("names of the corpora");
    }
    return differences;
  }

  /** By which rules links were resolved. */
  public LinkRules linkRules() {
    return new LinkRules(
        texts("/configuration/documents/extensions"),
        texts("/configuration/links/site-roots"),
        json.at("/configuration/links/folder-index").asText().equals("required"));
  }

  /** What the paths of a document's corpus begin with. */
  public String prefixOf(String path) {
    for (JsonNode root : roots()) {
      String prefix = root.path("prefix").asText();
      if (path.startsWith(prefix)) {
        return prefix;
      }
    }
    return "";
  }

  private List<String> texts(String pointer) {
    List<String> texts = new ArrayList<>();
    json.at(pointer).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** Everything that was in force. */
  public JsonNode configuration() {
    return json.path("configuration");
  }

  /** The bins of a histogram that are not empty. */
  List<Bin> histogram(String name) {
    List<Bin> bins = new ArrayList<>();
    for (JsonNode bin : json.at("/histograms").path(name)) {
      bins.add(new Bin(bin.path("from").asLong(), bin.path("n").asLong()));
    }
    return bins;
  }

  List<WordCount> topWords() {
    List<WordCount> words = new ArrayList<>();
    for (JsonNode word : json.at("/top_words")) {
      words.add(
          new WordCount(
              word.path("word").asText(),
              word.path("count").asLong(),
              word.path("documents").asLong()));
    }
    return words;
  }

  List<LinkedTarget> hotTargets() {
    List<LinkedTarget> targets = new ArrayList<>();
    for (JsonNode target : json.at("/hot_targets")) {
      targets.add(new LinkedTarget(target.path("path").asText(), target.path("links").asLong()));
    }
    return targets;
  }

  /** Documents by the engine that read them. */
  Map<String, Long> engines() {
    Map<String, Long> engines = new LinkedHashMap<>();
    json.at("/engine/documents")
        .fields()
        .forEachRemaining(engine -> engines.put(engine.getKey(), engine.getValue().asLong()));
    return engines;
  }

  /** Why that engine; empty where it was asked for. */
  Optional<String> engineReason() {
    return Optional.ofNullable(json.at("/engine/reason").textValue());
  }

  /** Batches that the Java engine read because the native one failed on them. */
  long fallbacks() {
    return json.at("/engine/fallbacks/batches").asLong();
  }

  String runner() {
    return json.at("/engine/runner").asText();
  }

  /** When the run began. */
  public Optional<Instant> started() {
    return instant("/durations/started");
  }

  private Optional<Instant> instant(String pointer) {
    try {
      return Optional.of(Instant.parse(json.at(pointer).asText()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The complete runs over the same corpora up to this one, oldest first. */
  List<EarlierRun> history() {
    List<EarlierRun> runs = new ArrayList<>();
    for (JsonNode run : json.path("history")) {
      Map<Severity, Long> findings = new EnumMap<>(Severity.class);
      for (Severity severity : Severity.values()) {
        findings.put(severity, run.path(severity.id()).asLong());
      }
      runs.add(
          new EarlierRun(
              run.path("started").asText(),
              run.path("documents").asLong(),
              run.path("words").asLong(),
              run.path("links_broken").asLong(),
              findings));
    }
    return runs;
  }

  /** When those runs began, oldest first, that came before this one to no end. */
  List<String> unfinished() {
    return texts("/unfinished");
  }

  /** Wall-clock seconds of the stages that follow each other. */
  Map<String, Double> seconds() {
    Map<String, Double> seconds = new LinkedHashMap<>();
    json.at("/durations/wall_seconds")
        .fields()
        .forEachRemaining(stage -> seconds.put(stage.getKey(), stage.getValue().asDouble()));
    return seconds;
  }

  double totalSeconds() {
    return seconds().values().stream().mapToDouble(Double::doubleValue).sum();
  }
}

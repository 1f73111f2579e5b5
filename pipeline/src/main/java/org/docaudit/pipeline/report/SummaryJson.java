package org.docaudit.pipeline.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.analysis.Limits;
import org.docaudit.analysis.SchemaRule;
import org.docaudit.analysis.text.UnicodeTables;
import org.docaudit.model.LinkReason;
import org.docaudit.model.LinkStatus;
import org.docaudit.model.Rule;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.AuditConfig;
import org.docaudit.pipeline.ProductVersion;
import org.docaudit.pipeline.config.ConfigLocation;
import org.docaudit.pipeline.config.DocumentSelection;
import org.docaudit.pipeline.config.SourceUrl;
import org.docaudit.pipeline.config.Threshold;
import org.docaudit.read.CorpusRoot;
import org.docaudit.read.EnclosingRepository;
import org.docaudit.read.ReportMarks;
import org.docaudit.reuse.ReadReason;
import org.docaudit.summary.BatchTime;
import org.docaudit.summary.Conservation;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.Flow;
import org.docaudit.summary.Histogram;
import org.docaudit.summary.LinkedTarget;
import org.docaudit.summary.ReuseTotals;
import org.docaudit.summary.Stage;
import org.docaudit.summary.WordCount;
import org.docaudit.summary.WorstDocument;

/**
 * The run's manifest, {@code summary.json}. Only {@code run}, {@code changed}, {@code history},
 * {@code unfinished}, {@code baseline}, {@code workers}, {@code durations}, {@code versions.java}
 * and, for another output folder, {@code corpus.roots} and {@code configuration.file} differ
 * between two runs over one corpus with one configuration.
 */
final class SummaryJson {

  /** Value of {@code tool}, by which a folder is known to be a report. */
  static final String TOOL = ReportMarks.TOOL;

  /** Version of this file's form; grows when a field changes its meaning. */
  private static final int FORMAT = 1;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private SummaryJson() {}

  /** The whole text. */
  static String of(RunFacts run, CorpusTotals totals, HistoryRow row) {
    ObjectNode json = object();
    json.put("tool", TOOL);
    json.put("format", FORMAT);
    json.put("run", run.id());
    versions(json.putObject("versions"));
    engine(json.putObject("engine"), run, totals);
    configuration(json.putObject("configuration"), run.config());
    corpus(json.putObject("corpus"), run, row.digest());
    totals(json.putObject("totals"), run, totals);
    links(json.putObject("links"), totals);
    findings(json.putObject("findings"), run.config().analysis(), totals);
    if (run.config().reuse().isActive()) {
      reuse(json.putObject("reuse"), run, totals.reuse());
    }
    ObjectNode histograms = json.putObject("histograms");
    histogram(histograms.putArray("document_bytes"), totals.documentBytes());
    histogram(histograms.putArray("document_links"), totals.documentLinks());
    words(json.putArray("top_words"), totals.topWords());
    targets(json.putArray("hot_targets"), totals.hotTargets());
    worst(json.putArray("worst_documents"), totals.worstDocuments());
    conservation(json.putArray("conservation"), run, totals);
    changed(json, run, row);
    history(json.putArray("history"), run, row);
    strings(json.putArray("unfinished"), run.unfinished());
    EngineJson.workers(json.putArray("workers"), totals.engines());
    durations(json.putObject("durations"), run, totals);
    return text(json);
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** The text of a file, with line feeds on every system and nothing beyond ASCII. */
  static String text(ObjectNode json) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));
    try {
      return MAPPER.writer(printer).writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can be written", e);
    }
  }

  private static void versions(ObjectNode json) {
    ProductVersion version = ProductVersion.current();
    json.put("docaudit", version.docaudit());
    json.put("beam", version.beam());
    json.put("java", Runtime.version().toString());
    json.put("unicode", UnicodeTables.VERSION);
  }

  private static void engine(ObjectNode json, RunFacts run, CorpusTotals totals) {
    json.put("requested", run.config().engine().id());
    ObjectNode documents = json.putObject("documents");
    totals.documentsByEngine().forEach(documents::put);
    json.put("reason", run.engineReason());
    json.put("runner", run.runner());
    EngineJson.write(json, run.config(), totals.engines());
  }

  private static void configuration(ObjectNode json, AuditConfig config) {
    DocumentSelection selection = config.documents();
    ObjectNode documents = json.putObject("documents");
    strings(documents.putArray("extensions"), selection.extensions());
    strings(documents.putArray("include"), selection.include());
    strings(documents.putArray("exclude"), selection.exclude());
    documents.put("hidden", selection.hidden());
    documents.put("ignore-files", selection.obeyIgnoreFiles());
    documents.put("path-field", selection.fields().path());
    documents.put("text-field", selection.fields().text());
    AnalysisConfig analysis = config.analysis();
    ArrayNode schemas = json.putArray("schemas");
    for (SchemaRule rule : analysis.schemas()) {
      ObjectNode schema = schemas.addObject();
      strings(schema.putArray("paths"), rule.globs());
      schema.put("schema", rule.schemaName());
    }
    strings(json.putArray("unique"), analysis.uniqueFields());
    ObjectNode links = json.putObject("links");
    strings(links.putArray("site-roots"), analysis.siteRoots());
    strings(links.putArray("ignore"), analysis.ignorePatterns());
    links.put("folder-index", analysis.folderIndexRequired() ? "required" : "optional");
    ObjectNode severity = json.putObject("severity");
    for (Rule rule : Rule.values()) {
      severity.put(rule.id(), analysis.severityOf(rule).map(Severity::id).orElse("off"));
    }
    json.put("fail-on", config.failOn().id());
    Limits limits = analysis.limits();
    ObjectNode limit = json.putObject("limits");
    limit.put("document-bytes", limits.maxDocumentBytes());
    limit.put("nesting", limits.maxNesting());
    limit.put("frontmatter-bytes", limits.maxFrontmatterBytes());
    limit.put("frontmatter-depth", limits.maxFrontmatterDepth());
    limit.put("frontmatter-nodes", limits.maxFrontmatterNodes());
    ObjectNode thresholds = json.putObject("thresholds");
    for (Threshold threshold : config.series().thresholds()) {
      ObjectNode bounds = thresholds.putObject(threshold.figure());
      threshold.max().ifPresent(max -> bounds.put("max", max));
      threshold.maxIncrease().ifPresent(most -> bounds.put("max-increase", most.text()));
    }
    json.put("file", config.configFile().map(file -> reference(file, config)).orElse(null));
    json.put("source-url", config.sourceUrl().map(SourceUrl::template).orElse(null));
  }

  /** A report that is not local is not beside anything. */
  private static String reference(ConfigLocation file, AuditConfig config) {
    return file.path() == null || config.remoteOutput().isPresent()
        ? file.uri()
        : RelativeLocation.ofFile(file.path(), config.output());
  }

  private static void corpus(ObjectNode json, RunFacts run, String digest) {
    strings(json.putArray("names"), run.corpora());
    ArrayNode roots = json.putArray("roots");
    for (CorpusRoot root : run.listing().roots()) {
      roots
          .addObject()
          .put("prefix", root.pathPrefix())
          .put(
              root.packed() == null ? "folder" : "file",
              run.config().remoteOutput().isPresent()
                  ? root.location()
                  : RelativeLocation.of(root.location(), run.config().output()))
          .put("repository_path", EnclosingRepository.pathOf(root));
    }
    json.put("digest", digest);
    json.put("other_files", run.listing().counts().others());
    ObjectNode skipped = json.putObject("skipped");
    new TreeMap<>(run.listing().counts().skipped())
        .forEach((reason, count) -> skipped.put(reason.id(), count));
  }

  private static void totals(ObjectNode json, RunFacts run, CorpusTotals totals) {
    json.put("documents_listed", run.listed());
    json.put("documents_skipped", run.skipped());
    for (Flow flow :
        List.of(
            Flow.DOCUMENTS_ANALYZED,
            Flow.DOCUMENTS_FAILED,
            Flow.BYTES,
            Flow.LINES,
            Flow.WORDS,
            Flow.PROSE_WORDS,
            Flow.HEADINGS,
            Flow.WORDS_DISTINCT,
            Flow.DUPLICATE_GROUPS,
            Flow.DUPLICATE_DOCUMENTS,
            Flow.SUPPRESSED)) {
      json.put(flow.id(), totals.get(flow));
    }
  }

  private static void links(ObjectNode json, CorpusTotals totals) {
    json.put("total", totals.get(Flow.LINKS_JUDGED));
    for (LinkStatus status : LinkStatus.values()) {
      json.put(status.id(), totals.links(status));
    }
    ObjectNode reasons = json.putObject("reasons");
    Map<LinkReason, Long> counts = totals.linksByReason();
    for (LinkReason reason : LinkReason.values()) {
      reasons.put(reason.id(), counts.getOrDefault(reason, 0L));
    }
  }

  private static void findings(ObjectNode json, AnalysisConfig config, CorpusTotals totals) {
    for (Severity severity : Severity.values()) {
      json.put(severity.id(), totals.findings(severity));
    }
    ArrayNode rules = json.putArray("rules");
    totals
        .findingsByRule()
        .forEach(
            (rule, count) ->
                rules
                    .addObject()
                    .put("rule", rule.id())
                    .put("severity", config.severityOf(rule).map(Severity::id).orElse("off"))
                    .put("count", count));
  }

  private static void reuse(ObjectNode json, RunFacts run, ReuseTotals totals) {
    ArrayNode from = json.putArray("from");
    run.factsFrom().forEach(folder -> from.add(folder.getFileName().toString()));
    json.put("kept", totals.kept());
    json.put("read", totals.read());
    json.put("verified", totals.verified());
    json.put("damaged_files", totals.damaged().size());
    ObjectNode reasons = json.putObject("reasons");
    for (ReadReason reason : ReadReason.values()) {
      reasons.put(reason.id(), totals.documents().getOrDefault(reason, 0L));
    }
  }

  /** Bins by their smallest value; the next bin begins at twice that. */
  private static void histogram(ArrayNode json, Histogram histogram) {
    histogram.bins().forEach((from, count) -> json.addObject().put("from", from).put("n", count));
  }

  private static void words(ArrayNode json, List<WordCount> words) {
    for (WordCount word : words) {
      json.addObject()
          .put("word", word.word())
          .put("count", word.count())
          .put("documents", word.documents());
    }
  }

  private static void targets(ArrayNode json, List<LinkedTarget> targets) {
    for (LinkedTarget target : targets) {
      json.addObject().put("path", target.path()).put("links", target.links());
    }
  }

  private static void worst(ArrayNode json, List<WorstDocument> documents) {
    for (WorstDocument document : documents) {
      json.addObject()
          .put("path", document.path())
          .put("findings", document.findings())
          .put("errors", document.errors());
    }
  }

  private static void conservation(ArrayNode json, RunFacts run, CorpusTotals totals) {
    for (Conservation.Balance balance : run.balances(totals)) {
      json.addObject()
          .put("what", balance.name())
          .put("in", balance.expected())
          .put("out", balance.actual())
          .put("holds", balance.holds());
    }
  }

  /** Null where there is no run to compare with. */
  private static void changed(ObjectNode json, RunFacts run, HistoryRow row) {
    json.putNull("changed");
    run.previous()
        .ifPresent(
            before ->
                json.putObject("changed")
                    .put("since", before.started())
                    .put("documents", !before.digest().equals(row.digest()))
                    .put("findings", !before.findingsDigest().equals(row.findingsDigest())));
  }

  /** The latest runs, oldest first, and this one last; none without a history. */
  private static void history(ArrayNode json, RunFacts run, HistoryRow row) {
    if (!run.config().series().history()) {
      return;
    }
    List<HistoryRow> rows = new ArrayList<>(run.earlier());
    rows.add(row);
    for (HistoryRow each : rows) {
      ObjectNode object =
          json.addObject()
              .put("run", each.run())
              .put("started", each.started())
              .put("report", each.report())
              .put("documents", each.documents())
              .put("words", each.words())
              .put("links_broken", each.brokenLinks());
      for (Severity severity : Severity.values()) {
        object.put(severity.id(), each.findings().get(severity));
      }
    }
  }

  private static void durations(ObjectNode json, RunFacts run, CorpusTotals totals) {
    json.put("started", run.started().truncatedTo(ChronoUnit.SECONDS).toString());
    ObjectNode wall = json.putObject("wall_seconds");
    run.durations().forEach((name, time) -> wall.put(name, seconds(time.toNanos())));
    ObjectNode busy = json.putObject("busy_seconds");
    for (Stage stage : Stage.values()) {
      busy.put(stage.id(), seconds(totals.nanos(stage)));
    }
    EngineJson.times(json.putObject("kernel_seconds"), totals.engines());
    ArrayNode slowest = json.putArray("slowest_batches");
    for (BatchTime batch : totals.slowestBatches()) {
      slowest
          .addObject()
          .put("first", batch.path())
          .put("documents", batch.documents())
          .put("bytes", batch.bytes())
          .put("seconds", seconds(batch.nanos()))
          .put("engine", batch.engine())
          .put("worker", batch.worker());
    }
  }

  static double seconds(long nanos) {
    return Math.round(nanos / 1e6) / 1e3;
  }

  private static void strings(ArrayNode json, List<String> values) {
    values.forEach(json::add);
  }
}

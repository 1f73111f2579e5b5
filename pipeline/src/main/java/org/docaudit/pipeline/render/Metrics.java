package org.docaudit.pipeline.render;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.docaudit.model.LinkStatus;
import org.docaudit.model.Rule;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.ProductVersion;
import org.docaudit.pipeline.report.FindingState;

/**
 * {@code metrics.prom}: the run's figures in a text that both the OpenMetrics 1.0 parser and
 * Prometheus' own, which the textfile collector of node_exporter has, read alike. All are gauges:
 * they say how the last run ended.
 *
 * <p>Every sample has a label {@code report}, so that files of several reports can be collected
 * together.
 */
final class Metrics {

  private final StringBuilder text = new StringBuilder();
  private final Set<String> described = new LinkedHashSet<>();
  private final String report;

  /**
   * @param report what the samples are told apart by: the name of the report's folder
   */
  private Metrics(String report) {
    this.report = report;
  }

  /** Metrics of a run that was completed. */
  static void write(RunSummary summary, String report, Writer out) throws IOException {
    Metrics metrics = new Metrics(report);
    metrics.run(
        true,
        summary.version("docaudit"),
        summary.started().orElse(Instant.EPOCH),
        summary.totalSeconds());
    metrics.documents(summary);
    metrics.findings(summary);
    metrics.engine(summary);
    out.append(metrics.text).append("# EOF\n");
  }

  /** Metrics of a run that could not be completed. */
  static void writeFailure(String report, Instant started, Duration duration, Writer out)
      throws IOException {
    Metrics metrics = new Metrics(report);
    metrics.run(false, ProductVersion.current().docaudit(), started, duration.toNanos() / 1e9);
    out.append(metrics.text).append("# EOF\n");
  }

  private void run(boolean success, String version, Instant started, double seconds) {
    add("build_info", "Version of docaudit.", 1, "version", version);
    add(
        "run_success",
        "Whether the last run was completed; findings do not matter.",
        success ? 1 : 0);
    add(
        "run_start_timestamp_seconds",
        "When the last run began, as Unix time.",
        started.getEpochSecond());
    addSeconds("run_duration_seconds", "How long the last run took.", seconds);
  }

  private void documents(RunSummary summary) {
    summary
        .seconds()
        .forEach(
            (stage, seconds) ->
                addSeconds(
                    "run_stage_duration_seconds",
                    "How long a stage of the run took.",
                    seconds,
                    "stage",
                    stage));
    for (String state : new String[] {"analyzed", "failed", "skipped"}) {
      add(
          "documents",
          "Documents by what became of them.",
          summary.total("documents_" + state),
          "state",
          state);
    }
    add("document_bytes", "Bytes of the documents analyzed.", summary.total("bytes"));
    add("words", "Words of the documents analyzed.", summary.total("words"));
    for (LinkStatus status : LinkStatus.values()) {
      add("links", "Links by verdict.", summary.links(status.id()), "verdict", status.id());
    }
  }

  /** A rule without findings is 0, so that its series does not end. */
  private void findings(RunSummary summary) {
    for (Rule rule : Rule.values()) {
      Severity severity = summary.severityOf(rule.id()).orElse(null);
      if (severity != null) {
        long count =
            summary.rules().stream()
                .filter(each -> each.rule().equals(rule.id()))
                .mapToLong(RunSummary.RuleCount::count)
                .sum();
        add("findings", "Findings by rule.", count, "rule", rule.id(), "severity", severity.id());
      }
    }
    if (summary.compared()) {
      for (FindingState state : FindingState.values()) {
        for (Severity severity : Severity.values()) {
          add(
              "baseline_findings",
              "Findings by what became of them since the baseline.",
              summary.findings(state, severity),
              "state",
              state.id(),
              "severity",
              severity.id());
        }
      }
    }
    add("findings_failing", "Findings that fail the audit.", summary.failing());
  }

  private void engine(RunSummary summary) {
    for (Map.Entry<String, Long> engine : summary.engines().entrySet()) {
      add(
          "engine_documents",
          "Documents by the engine that read them.",
          engine.getValue(),
          "engine",
          engine.getKey());
    }
    add(
        "engine_fallback_batches",
        "Batches that the Java engine read because the native one failed.",
        summary.fallbacks());
  }

  private void add(String name, String help, long value, String... labels) {
    add(name, help, Long.toString(value), labels);
  }

  private void addSeconds(String name, String help, double value, String... labels) {
    add(name, help, String.format(Locale.ROOT, "%.3f", value), labels);
  }

  private void add(String name, String help, String value, String[] labels) {
    String metric = "docaudit_" + name;
    if (described.add(metric)) {
      text.append("# HELP %s %s\n# TYPE %s gauge\n".formatted(metric, help, metric));
    }
    text.append(metric).append("{report=\"").append(escape(report)).append('"');
    for (int i = 0; i < labels.length; i += 2) {
      text.append(',').append(labels[i]).append("=\"").append(escape(labels[i + 1])).append('"');
    }
    text.append("} ").append(value).append('\n');
  }

  private static String escape(String label) {
    return VisibleText.of(label, 200).replace("\\", "\\\\").replace("\"", "\\\"");
  }
}

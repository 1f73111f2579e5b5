package org.docaudit.pipeline.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.model.Finding;
import org.docaudit.model.LinkStatus;
import org.docaudit.model.Rule;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.config.Threshold;
import org.docaudit.summary.CorpusTotals;

/**
 * Findings on figures of the whole corpus that are beyond their thresholds. They stand where the
 * thresholds do: on a line of the configuration file.
 */
final class ThresholdFindings {

  /** Their part of the table, behind those of all shards. */
  static final int PART = 99_999;

  private ThresholdFindings() {}

  /** Writes them as a part of the findings table of their own, and adds them to the totals. */
  static void write(RunFacts run, CorpusTotals totals, ReportLocation location) throws IOException {
    AnalysisConfig config = run.config().analysis();
    List<Finding> findings = new ArrayList<>();
    List<Severity> severities = new ArrayList<>();
    for (Finding finding :
        exceeded(run.config().series().thresholds(), config, totals, run.previous())) {
      Optional<Severity> severity = config.severityOf(finding.rule());
      if (severity.isPresent()) {
        findings.add(finding);
        severities.add(severity.get());
      }
    }
    if (findings.isEmpty()) {
      return;
    }
    try (FindingsPart part = new FindingsPart(location, PART)) {
      part.write(run.configurationPath(), findings, severities);
    }
    for (int i = 0; i < findings.size(); i++) {
      totals.addFinding(findings.get(i).rule(), severities.get(i));
    }
  }

  /** Those beyond their thresholds, in the order of the configuration. */
  static List<Finding> exceeded(
      List<Threshold> thresholds,
      AnalysisConfig config,
      CorpusTotals totals,
      Optional<HistoryRow> previous) {
    List<Finding> findings = new ArrayList<>();
    for (Threshold threshold : thresholds) {
      String figure = threshold.figure();
      long now = now(figure, totals);
      OptionalLong max = threshold.max();
      if (max.isPresent() && now > max.getAsLong()) {
        findings.add(
            finding(
                Rule.THRESHOLD_MAX,
                threshold,
                "%s: %d, but at most %d are allowed".formatted(figure, now, max.getAsLong())));
      }
      if (previous.isPresent() && threshold.maxIncrease().isPresent()) {
        long before = before(figure, config, previous.get());
        if (threshold.maxIncrease().get().exceededBy(before, now)) {
          findings.add(
              finding(
                  Rule.THRESHOLD_MAX_INCREASE,
                  threshold,
                  "%s: %d after %d in the run of %s, but at most %s more are allowed"
                      .formatted(
                          figure,
                          now,
                          before,
                          previous.get().started(),
                          threshold.maxIncrease().get().text())));
        }
      }
    }
    return findings;
  }

  private static Finding finding(Rule rule, Threshold threshold, String message) {
    return new Finding(
        rule, threshold.line(), threshold.column(), message, threshold.figure(), null);
  }

  private static long now(String figure, CorpusTotals totals) {
    return switch (figure) {
      case Threshold.BROKEN_LINKS -> totals.links(LinkStatus.BROKEN);
      case Threshold.FINDINGS ->
          totals.findings(Severity.ERROR)
              + totals.findings(Severity.WARNING)
              + totals.findings(Severity.INFO);
      case Threshold.ERRORS -> totals.findings(Severity.ERROR);
      case Threshold.WARNINGS -> totals.findings(Severity.WARNING);
      default -> totals.findingsByRule().getOrDefault(Rule.byId(figure).orElseThrow(), 0L);
    };
  }

  /**
   * Of the run before. Its own findings on thresholds do not count; they are taken to have had the
   * severities that are in force now.
   */
  private static long before(String figure, AnalysisConfig config, HistoryRow row) {
    return switch (figure) {
      case Threshold.BROKEN_LINKS -> row.brokenLinks();
      case Threshold.FINDINGS ->
          row.rules().entrySet().stream()
              .filter(rule -> !onThresholds(rule.getKey()))
              .mapToLong(rule -> rule.getValue())
              .sum();
      case Threshold.ERRORS -> before(Severity.ERROR, config, row);
      case Threshold.WARNINGS -> before(Severity.WARNING, config, row);
      default -> row.rules().getOrDefault(figure, 0L);
    };
  }

  private static long before(Severity severity, AnalysisConfig config, HistoryRow row) {
    long onThresholds = 0;
    for (Map.Entry<String, Long> rule : row.rules().entrySet()) {
      if (onThresholds(rule.getKey())
          && config.severityOf(Rule.byId(rule.getKey()).orElseThrow()).orElse(null) == severity) {
        onThresholds += rule.getValue();
      }
    }
    return Math.max(0, row.findings().get(severity) - onThresholds);
  }

  private static boolean onThresholds(String rule) {
    return Rule.byId(rule).filter(Rule::onThresholds).isPresent();
  }
}

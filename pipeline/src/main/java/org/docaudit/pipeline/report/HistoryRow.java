package org.docaudit.pipeline.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.docaudit.model.LinkStatus;
import org.docaudit.model.Rule;
import org.docaudit.model.Severity;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.Flow;

/**
 * What a run is compared with in later ones; the history's table has more columns, which the README
 * documents.
 *
 * @param run identifier, different for every run
 * @param started by ISO 8601 in UTC, with milliseconds
 * @param corpus names of the corpora, joined by {@code +}
 * @param report name of the output folder
 * @param documents analyzed and failed ones
 * @param findings by severity; all severities are there
 * @param rules findings by rule; those without any are absent
 * @param digest of the corpus
 * @param findingsDigest SHA-256 of {@code findings.jsonl}
 */
public record HistoryRow(
    String run,
    String started,
    String corpus,
    String report,
    long documents,
    long words,
    long brokenLinks,
    Map<Severity, Long> findings,
    Map<String, Long> rules,
    String digest,
    String findingsDigest) {

  public HistoryRow {
    findings = Map.copyOf(findings);
    rules = Map.copyOf(rules);
  }

  /** The row of a run whose tables are written. */
  static HistoryRow of(RunFacts run, CorpusTotals totals, String digest, String findingsDigest) {
    Map<Severity, Long> findings = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      findings.put(severity, totals.findings(severity));
    }
    Map<String, Long> rules = new TreeMap<>();
    for (Map.Entry<Rule, Long> rule : totals.findingsByRule().entrySet()) {
      rules.put(rule.getKey().id(), rule.getValue());
    }
    return new HistoryRow(
        run.id(),
        RunHistory.time(run.started()),
        RunHistory.corpus(run.corpora()),
        run.config().output().getFileName().toString(),
        totals.get(Flow.DOCUMENTS_ANALYZED) + totals.get(Flow.DOCUMENTS_FAILED),
        totals.get(Flow.WORDS),
        totals.links(LinkStatus.BROKEN),
        findings,
        rules,
        digest,
        findingsDigest);
  }
}

package org.docaudit.pipeline.console;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.LinkStatus;
import org.docaudit.model.Rule;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.config.FailOn;
import org.docaudit.pipeline.report.BaselineTotals;

/**
 * What an audit comes to: all that the final table shows and the exit code needs.
 *
 * @param listed documents listed; the sum of the next three unless the audit is incomplete
 * @param bytes of the documents listed
 * @param words of the documents analyzed
 * @param links by verdict; a verdict that is absent stands for none
 * @param findings by rule, suppressed and switched-off ones left out
 * @param severities in force, of every rule that has findings
 * @param worst the documents with the most findings, worst first, at most ten
 * @param seconds from the start of the process or run to its end
 * @param engine the engine that was used
 * @param engineReason why that one, or null where it was asked for
 * @param engineNotes what else there is to say of the engines, one sentence each
 * @param output where the reports are, or null where none were written
 * @param incompleteReason why the audit could not be completed, or null where it was
 * @param baseline what changed since an earlier run, or null where that was not asked
 */
public record AuditSummary(
    long listed,
    long analyzed,
    long failed,
    long skipped,
    long bytes,
    long words,
    Map<LinkStatus, Long> links,
    Map<Rule, Long> findings,
    Map<Rule, Severity> severities,
    List<WorstDocument> worst,
    double seconds,
    String engine,
    @Nullable String engineReason,
    List<String> engineNotes,
    @Nullable String output,
    @Nullable String incompleteReason,
    @Nullable BaselineTotals baseline) {

  /** A document and how many findings it has. */
  public record WorstDocument(String path, long findings) {}

  public AuditSummary {
    links = Map.copyOf(links);
    findings = Map.copyOf(findings);
    severities = Map.copyOf(severities);
    worst = List.copyOf(worst);
    engineNotes = List.copyOf(engineNotes);
    if (!severities.keySet().containsAll(findings.keySet())) {
      throw new IllegalArgumentException("findings of rules without a severity");
    }
  }

  /** Whether every listed document and every link is accounted for. */
  public boolean complete() {
    return incompleteReason == null;
  }

  /** The findings by severity that decide whether the audit passes. */
  public Map<Severity, Long> counted(FailOn failOn) {
    return failOn.onlyNew() && baseline != null
        ? baseline.newSinceBaseline()
        : findingsBySeverity();
  }

  /** How many findings have each severity; all severities are there. */
  public Map<Severity, Long> findingsBySeverity() {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      counts.put(severity, 0L);
    }
    findings.forEach((rule, count) -> counts.merge(severities.get(rule), count, Long::sum));
    return counts;
  }
}

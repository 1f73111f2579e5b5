package org.docaudit.pipeline.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Severity;

/**
 * What changed since an earlier run, in numbers.
 *
 * @param run absolute path or URI of the earlier report, or null where there was none: then
 *     everything is new
 * @param started when the earlier run began, or null
 * @param differences what else is not the same in both runs, such as {@code severity}, see the
 *     README; a finding may be new or resolved because of it
 * @param documents how many have each state; all states are there
 * @param findings how many have each state and severity; all of both are there
 */
public record BaselineTotals(
    @Nullable String run,
    @Nullable Instant started,
    List<String> differences,
    Map<DocumentState, Long> documents,
    Map<FindingState, Map<Severity, Long>> findings) {

  public BaselineTotals {
    differences = List.copyOf(differences);
    documents = Map.copyOf(documents);
    findings = Map.copyOf(findings);
  }

  /** Findings of a state, whatever their severity. */
  public long findings(FindingState state) {
    return findings.get(state).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Findings that the earlier run did not have; none in a first run, which has none to compare. */
  public Map<Severity, Long> newSinceBaseline() {
    return run == null ? Map.of() : findings.get(FindingState.NEW);
  }
}

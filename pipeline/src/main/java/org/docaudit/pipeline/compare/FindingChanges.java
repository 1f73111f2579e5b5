package org.docaudit.pipeline.compare;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.report.ChangeRow;
import org.docaudit.pipeline.report.FindingRow;
import org.docaudit.pipeline.report.FindingState;
import org.docaudit.pipeline.report.Fingerprints;
import org.docaudit.pipeline.report.ReportTables;

/**
 * Tells which findings are new, unchanged and resolved, by their fingerprints. For a renamed
 * document the later fingerprints are computed with its earlier path. Severity, position and
 * message have no part in it.
 */
public final class FindingChanges {

  private static final PairedRows<FindingRow> ROWS =
      new PairedRows<>(ReportTables::findings, FindingRow::path);

  private final Map<FindingState, Map<Severity, Long>> counts = new EnumMap<>(FindingState.class);
  private final Visitor visitor;

  /** Takes each finding that is new or resolved, in path order. */
  public interface Visitor {
    void visit(ChangeRow change) throws IOException;
  }

  private FindingChanges(Visitor visitor) {
    this.visitor = visitor;
    for (FindingState state : FindingState.values()) {
      Map<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
      for (Severity severity : Severity.values()) {
        bySeverity.put(severity, 0L);
      }
      counts.put(state, bySeverity);
    }
  }

  /**
   * Compares the findings of two runs.
   *
   * @return how many have each state and severity; all of both are there
   */
  public static Map<FindingState, Map<Severity, Long>> compare(
      ReportTables before, ReportTables after, DocumentChanges documents, Visitor visitor)
      throws IOException {
    FindingChanges changes = new FindingChanges(visitor);
    ROWS.forEach(before, after, documents, changes::document);
    return changes.counts;
  }

  private void document(
      String path, @Nullable String oldPath, List<FindingRow> before, List<FindingRow> after)
      throws IOException {
    Map<String, FindingRow> old = new LinkedHashMap<>();
    before.forEach(finding -> old.put(finding.fingerprint(), finding));
    Fingerprints renamed = oldPath == null ? null : new Fingerprints(oldPath);
    for (FindingRow finding : after) {
      String fingerprint =
          renamed == null ? finding.fingerprint() : renamed.next(finding.rule(), finding.target());
      if (old.remove(fingerprint) != null) {
        count(FindingState.UNCHANGED, finding);
      } else {
        count(FindingState.NEW, finding);
        visitor.visit(new ChangeRow(FindingState.NEW, oldPath, finding));
      }
    }
    for (FindingRow finding : old.values()) {
      count(FindingState.RESOLVED, finding);
      visitor.visit(new ChangeRow(FindingState.RESOLVED, oldPath, finding));
    }
  }

  private void count(FindingState state, FindingRow finding) {
    counts.get(state).merge(finding.severityInForce(), 1L, Long::sum);
  }
}

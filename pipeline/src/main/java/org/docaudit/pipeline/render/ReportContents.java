package org.docaudit.pipeline.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.config.SourceUrl;
import org.docaudit.pipeline.report.ChangeRow;
import org.docaudit.pipeline.report.FindingState;
import org.docaudit.pipeline.report.ReportTables;
import org.docaudit.pipeline.report.RowCursor;

/**
 * What renderers share of a report: one pass over its findings. Memory is bounded by the limit on
 * findings and that on folders.
 *
 * @param gravest the gravest findings, at most the limit
 * @param resolved the gravest of those that only an earlier run has, at most as many
 * @param folders findings by folder
 */
record ReportContents(
    RunSummary summary,
    ReportTables tables,
    SourceLocations locations,
    List<ShownFinding> gravest,
    List<ShownFinding> resolved,
    FolderTree folders) {

  /**
   * Reads a report.
   *
   * @param sourceUrl instead of the one that the audit was told
   * @param limit of the findings that are held
   */
  static ReportContents read(Path report, Optional<SourceUrl> sourceUrl, int limit)
      throws IOException {
    RunSummary summary = RunSummary.read(report);
    ReportTables tables = new ReportTables(report);
    GravestFindings gravest = new GravestFindings(limit);
    GravestFindings resolved = new GravestFindings(limit);
    FolderTree folders = new FolderTree();
    tables.forEachFinding(
        summary.compared(),
        (finding, state) -> {
          Severity severity = finding.severityInForce();
          folders.addFinding(finding.path(), severity);
          if (gravest.wants(severity, state)) {
            gravest.add(ShownFinding.of(finding.row(), state));
          }
        });
    if (summary.compared()) {
      try (RowCursor<ChangeRow> rows = tables.changedFindings(FindingState.RESOLVED)) {
        for (ChangeRow row = rows.next(); row != null; row = rows.next()) {
          if (resolved.wants(row.finding().severityInForce(), row.state())) {
            resolved.add(ShownFinding.of(row.finding(), row.state()));
          }
        }
      }
    }
    return new ReportContents(
        summary,
        tables,
        new SourceLocations(report, summary, sourceUrl.or(() -> summary.sourceUrl())),
        gravest.all(),
        resolved.all(),
        folders);
  }

  /** The findings that a renderer with a limit of its own shows. */
  List<ShownFinding> gravest(int limit) {
    return first(gravest, limit);
  }

  /** The gravest resolved ones, no more than that. */
  List<ShownFinding> resolved(int limit) {
    return first(resolved, limit);
  }

  /** What to say where findings are left out. */
  String leftOut(long left) {
    return "%d findings more, none %s than these"
        .formatted(left, summary.compared() ? "newer or graver" : "graver");
  }

  private static List<ShownFinding> first(List<ShownFinding> findings, int limit) {
    return findings.size() <= limit ? findings : findings.subList(0, limit);
  }
}

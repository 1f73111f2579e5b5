package org.docaudit.pipeline.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.docaudit.pipeline.config.SourceUrl;
import org.docaudit.pipeline.report.ReportTables;

/**
 * What renderers share of a report: one pass over its findings. Memory is bounded by the limit on
 * findings and that on folders.
 *
 * @param gravest the gravest findings, at most the limit
 * @param folders findings by folder
 */
record ReportContents(
    RunSummary summary,
    ReportTables tables,
    SourceLocations locations,
    List<ShownFinding> gravest,
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
    FolderTree folders = new FolderTree();
    tables.forEachFinding(
        row -> {
          folders.addFinding(row.path(), ShownFinding.severity(row));
          if (gravest.wants(ShownFinding.severity(row))) {
            gravest.add(ShownFinding.of(row));
          }
        });
    return new ReportContents(
        summary,
        tables,
        new SourceLocations(report, summary, sourceUrl.or(() -> summary.sourceUrl())),
        gravest.all(),
        folders);
  }

  /** The findings that a renderer with a limit of its own shows. */
  List<ShownFinding> gravest(int limit) {
    return gravest.size() <= limit ? gravest : gravest.subList(0, limit);
  }
}

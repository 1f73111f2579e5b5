package org.docaudit.pipeline.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.docaudit.model.PathOrder;
import org.docaudit.pipeline.report.DocumentRow;
import org.docaudit.pipeline.report.DocumentView;

/**
 * What the page needs of the documents table, gathered in one pass over it.
 *
 * @param worst the documents with the most findings, worst first
 * @param withFindings how many documents have a finding
 * @param lines source lines of the findings that were asked for
 */
record ReportDocuments(List<DocumentRow> worst, long withFindings, SourceLines lines) {

  private static final Comparator<DocumentView> WORST_FIRST =
      Comparator.comparingInt(DocumentView::findings)
          .thenComparingInt(DocumentView::brokenLinks)
          .reversed()
          .thenComparing(DocumentView::path, PathOrder.INSTANCE);

  /**
   * Reads the table; counts its documents in the report's folders as well.
   *
   * @param findings whose source lines are wanted
   * @param limit how many documents are held
   */
  static ReportDocuments read(ReportContents report, List<ShownFinding> findings, int limit)
      throws IOException {
    Map<String, List<ShownFinding>> byPath = new HashMap<>();
    findings.forEach(
        finding -> byPath.computeIfAbsent(finding.path(), path -> new ArrayList<>()).add(finding));
    SourceLines lines = new SourceLines(report.locations(), report.summary().started());
    PriorityQueue<DocumentRow> worst = new PriorityQueue<>(WORST_FIRST.reversed());
    long[] withFindings = {0};
    report
        .tables()
        .forEachDocument(
            document -> {
              report.folders().addDocument(document.path());
              boolean found = document.findings() > 0;
              withFindings[0] += found ? 1 : 0;
              if (worst.size() < limit) {
                worst.add(document.row());
              } else if (WORST_FIRST.compare(document, worst.element()) < 0) {
                worst.remove();
                worst.add(document.row());
              }
              List<ShownFinding> shown = found ? byPath.get(document.path()) : null;
              if (shown != null) {
                lines.read(document.row(), shown);
              }
            });
    List<DocumentRow> sorted = new ArrayList<>(worst);
    sorted.sort(WORST_FIRST);
    return new ReportDocuments(sorted, withFindings[0], lines);
  }
}

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

/**
 * What the page needs of the documents table, gathered in one pass over it.
 *
 * @param worst the documents with the most findings, worst first
 * @param withFindings how many documents have a finding
 * @param lines source lines of the findings that were asked for
 */
record ReportDocuments(List<DocumentRow> worst, long withFindings, SourceLines lines) {

  private static final Comparator<DocumentRow> WORST_FIRST =
      Comparator.comparingInt(DocumentRow::findings)
          .thenComparingInt(DocumentRow::brokenLinks)
          .reversed()
          .thenComparing(DocumentRow::path, PathOrder.INSTANCE);

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
              withFindings[0] += document.findings() > 0 ? 1 : 0;
              if (worst.size() < limit) {
                worst.add(document);
              } else if (WORST_FIRST.compare(document, worst.element()) < 0) {
                worst.remove();
                worst.add(document);
              }
              List<ShownFinding> shown = byPath.get(document.path());
              if (shown != null) {
                lines.read(document, shown);
              }
            });
    List<DocumentRow> sorted = new ArrayList<>(worst);
    sorted.sort(WORST_FIRST);
    return new ReportDocuments(sorted, withFindings[0], lines);
  }
}

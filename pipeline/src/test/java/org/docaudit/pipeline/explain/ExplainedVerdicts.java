package org.docaudit.pipeline.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.docaudit.pipeline.compare.ComparedRun;
import org.docaudit.pipeline.report.DocumentRow;
import org.docaudit.pipeline.report.RowCursor;

/** The verdicts that explanations come to, for every link of a report. */
public final class ExplainedVerdicts {

  private ExplainedVerdicts() {}

  /** {@code status | reason | resolved path}, in the order of the links table. */
  public static List<String> of(Path report) throws IOException {
    ComparedRun run = ComparedRun.open(report, report.toString());
    List<String> verdicts = new ArrayList<>();
    try (RowCursor<DocumentRow> rows = run.tables().documents()) {
      for (DocumentRow row = rows.next(); row != null; row = rows.next()) {
        DocumentExplanation document =
            DocumentExplanation.read(run, List.of(row.path()), run.folder()).orElseThrow();
        for (LinkExplanation link : document.links()) {
          verdicts.add(
              "%s | %s | %s"
                  .formatted(
                      link.verdict().status().id(),
                      link.verdict().reason() == null ? null : link.verdict().reason().id(),
                      link.verdict().resolvedPath()));
        }
      }
    }
    return verdicts;
  }
}

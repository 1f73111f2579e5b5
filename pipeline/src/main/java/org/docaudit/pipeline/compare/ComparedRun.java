package org.docaudit.pipeline.compare;

import java.io.IOException;
import java.nio.file.Path;
import org.docaudit.pipeline.render.RunSummary;
import org.docaudit.pipeline.report.ReportTables;

/**
 * A run that was completed, as its report tells of it.
 *
 * @param folder of the report
 */
public record ComparedRun(Path folder, RunSummary summary, ReportTables tables) {

  /**
   * Opens a report.
   *
   * @throws IOException where it is not whole; the message says what is missing
   */
  public static ComparedRun open(Path folder) throws IOException {
    ReportTables tables = new ReportTables(folder);
    RunSummary summary = RunSummary.read(folder);
    tables.check();
    return new ComparedRun(folder, summary, tables);
  }

  /** The same run with its tables {@link ReportTables#inPathOrder}. */
  ComparedRun inPathOrder() throws IOException {
    return new ComparedRun(folder, summary, tables.inPathOrder());
  }
}

package org.docaudit.pipeline.compare;

import java.io.IOException;
import java.nio.file.Path;
import org.docaudit.pipeline.render.RunSummary;
import org.docaudit.pipeline.report.ReportTables;

/**
 * A run that was completed, as its report tells of it.
 *
 * @param folder of the report
 * @param name of the run for users: path or URI of its report
 */
public record ComparedRun(Path folder, String name, RunSummary summary, ReportTables tables) {

  /**
   * Opens a report.
   *
   * @throws IOException where it is not whole; the message says what is missing
   */
  public static ComparedRun open(Path folder, String name) throws IOException {
    ReportTables tables = new ReportTables(folder);
    RunSummary summary = RunSummary.read(folder);
    tables.check();
    return new ComparedRun(folder, name, summary, tables);
  }

  /** The same run with its tables {@link ReportTables#inPathOrder}. */
  ComparedRun inPathOrder() throws IOException {
    return new ComparedRun(folder, name, summary, tables.inPathOrder());
  }
}

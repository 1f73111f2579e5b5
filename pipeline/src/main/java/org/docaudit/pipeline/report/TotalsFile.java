package org.docaudit.pipeline.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.CorpusTotalsCoder;

/** The totals of a run on their way from the workers to the client. */
final class TotalsFile {

  private static final String FILE = ReportLocation.PARTS + "/totals";

  private static final CorpusTotalsCoder CODER = CorpusTotalsCoder.of();

  private TotalsFile() {}

  static void write(ReportLocation location, CorpusTotals totals) throws IOException {
    try (OutputStream out = location.create(FILE)) {
      CODER.encode(totals, out);
    }
  }

  /**
   * Reads them back.
   *
   * @throws IOException where there are none, for then the job did not come to its end
   */
  static CorpusTotals read(Path report) throws IOException {
    try (InputStream in = Files.newInputStream(report.resolve(FILE))) {
      return CODER.decode(in);
    } catch (NoSuchFileException e) {
      throw new IOException("the job wrote no totals", e);
    }
  }
}

package org.docaudit.pipeline.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.docaudit.read.CorpusBatch;
import org.docaudit.read.ListedFile;
import org.docaudit.reuse.ReadReason;

/** The table of an incremental run that says of each document whether it was read, and why. */
final class ReadsTable {

  private static final ReadReason[] REASONS = ReadReason.values();

  private ReadsTable() {}

  /** Writes it from what the workers left for each batch. */
  static void write(ReportLocation location, Path work, List<CorpusBatch> batches)
      throws IOException {
    try (TableWriter table = location.open(Tables.READS, 0)) {
      for (CorpusBatch batch : batches) {
        Path file = work.resolve(FactsFolder.reasonsOf(batch.id()));
        byte[] reasons = Files.exists(file) ? Files.readAllBytes(file) : null;
        int next = 0;
        for (ListedFile document : batch) {
          if (document.isDocument()) {
            ReadReason reason = reasons == null ? ReadReason.UNCHANGED : REASONS[reasons[next++]];
            table.write(document.path(), !reason.kept(), reason.id());
          }
        }
      }
    }
  }
}

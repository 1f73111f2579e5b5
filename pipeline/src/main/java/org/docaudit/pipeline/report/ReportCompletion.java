package org.docaudit.pipeline.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.docaudit.pipeline.ReuseChoice;
import org.docaudit.read.CorpusBatch;
import org.docaudit.summary.Conservation;
import org.docaudit.summary.CorpusTotals;

/** What the client does with a report once the job has ended: checks it, and makes it whole. */
public final class ReportCompletion {

  private final ReportFolder folder;
  private final ReportLocation location;

  public ReportCompletion(ReportFolder folder, ReportLocation location) {
    this.folder = folder;
    this.location = location;
  }

  /**
   * The totals that the job wrote.
   *
   * @throws IOException where it did not come to its end
   */
  public CorpusTotals totals() throws IOException {
    return TotalsFile.read(folder.work());
  }

  /** The balances that do not hold; empty where nothing was lost. */
  public static List<Conservation.Balance> leaks(RunFacts run, CorpusTotals totals) {
    return Conservation.leaks(run.balances(totals));
  }

  /**
   * Writes what needs the whole; then the tables and the summary are all there.
   *
   * @param batches of the listing, in order of their ids
   */
  public void complete(RunFacts run, List<CorpusBatch> batches, CorpusTotals totals)
      throws IOException {
    Path work = folder.work();
    String digest = CorpusDigest.of(work, run.plan().buckets());
    FindingLines.join(work, run.plan().shards());
    for (TableSchema table : Tables.ALL) {
      writeEmptyUnlessThere(table);
    }
    if (run.config().reuse().isActive()) {
      ReadsTable.write(location, work, batches);
    }
    ShadowInputs.write(work, totals.engines().shadow().inputs());
    Files.writeString(
        work.resolve(ReportFolder.SUMMARY), SummaryJson.of(run, totals, digest), UTF_8);
  }

  /** Puts the report in its place, and removes what it was resumed from. */
  public void commit(RunFacts run) throws IOException {
    ReuseChoice reuse = run.config().reuse();
    if (!reuse.incremental()) {
      ReportFolder.deleteTree(folder.work().resolve(FactsFolder.NAME));
    }
    folder.commit();
    for (Path earlier : run.factsFrom()) {
      if (!earlier.equals(run.config().output())) {
        ReportFolder.deleteTree(earlier);
      }
    }
  }

  /** A query over {@code TABLE/*.parquet} must find a file also where there is no row. */
  private void writeEmptyUnlessThere(TableSchema table) throws IOException {
    Path tableFolder = folder.work().resolve(table.name());
    if (Files.isDirectory(tableFolder)) {
      try (DirectoryStream<Path> parts = Files.newDirectoryStream(tableFolder)) {
        if (parts.iterator().hasNext()) {
          return;
        }
      }
    }
    location.open(table, 0).close();
  }
}

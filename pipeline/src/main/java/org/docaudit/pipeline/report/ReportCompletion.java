package org.docaudit.pipeline.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.docaudit.pipeline.ReuseChoice;
import org.docaudit.read.CorpusBatch;
import org.docaudit.summary.Conservation;
import org.docaudit.summary.CorpusTotals;

/** What the client does with a report once the job has ended: checks it, and makes it whole. */
public final class ReportCompletion {

  private final ReportFolder folder;
  private final ReportLocation location;
  private final Set<String> elsewhere;

  /** What has to be done before the report takes its place, and nothing waits for until then. */
  private final List<SideTasks.Task<Void>> begun = new ArrayList<>();

  /**
   * @param location the folder
   * @param elsewhere names of tables that have parts, but not in the folder
   */
  public ReportCompletion(ReportFolder folder, ReportLocation location, Set<String> elsewhere) {
    this.folder = folder;
    this.location = location;
    this.elsewhere = Set.copyOf(elsewhere);
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
   * Writes what needs the whole; then the tables and the summary are all there, but for the table
   * {@code reads}, which {@link #commit} waits for.
   *
   * @param batches of the listing, in order of their ids
   * @param totals get the findings on thresholds added
   * @return the run's row for the history
   */
  public HistoryRow complete(RunFacts run, List<CorpusBatch> batches, CorpusTotals totals)
      throws IOException {
    Path work = folder.work();
    ThresholdFindings.write(run, totals, location);
    // The disk can begin with what is whole; commit() forces it all, which costs little then.
    List<Path> whole = folder.content();
    begin(() -> DurableFiles.force(whole));
    if (run.config().reuse().isActive()) {
      begin(() -> ReadsTable.write(location, work, batches));
    }
    SideTasks.Task<String> findingsDigest =
        folder.beside().begin(() -> FindingLines.join(work, run.plan().shards()));
    String digest = CorpusDigest.of(work, run.plan().buckets());
    HistoryRow row = HistoryRow.of(run, totals, digest, findingsDigest.result());
    for (TableSchema table : Tables.ALL) {
      writeEmptyUnlessThere(table);
    }
    ShadowInputs.write(work, totals.engines().shadow().inputs());
    Files.writeString(work.resolve(ReportFolder.SUMMARY), SummaryJson.of(run, totals, row), UTF_8);
    return row;
  }

  private void begin(SideTasks.Action action) {
    begun.add(folder.beside().beginAction(action));
  }

  /**
   * Puts the report in its place once all of it is there, and removes what it was resumed from.
   *
   * @throws IOException also for what {@link #complete} began
   */
  public void commit(RunFacts run) throws IOException {
    for (SideTasks.Task<Void> action : begun) {
      action.result();
    }
    ReuseChoice reuse = run.config().reuse();
    if (!reuse.incremental()) {
      WorkFolders.delete(folder.work().resolve(FactsFolder.NAME));
    }
    folder.commit();
    if (reuse.resume()) {
      folder.removeLeftOvers();
    }
  }

  /** A query over {@code TABLE/*.parquet} must find a file also where there is no row. */
  private void writeEmptyUnlessThere(TableSchema table) throws IOException {
    if (elsewhere.contains(table.name())) {
      return;
    }
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

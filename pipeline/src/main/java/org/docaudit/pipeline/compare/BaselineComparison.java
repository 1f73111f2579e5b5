package org.docaudit.pipeline.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.AuditConfig;
import org.docaudit.pipeline.AuditException;
import org.docaudit.pipeline.render.RunSummary;
import org.docaudit.pipeline.report.BaselineJson;
import org.docaudit.pipeline.report.BaselineTotals;
import org.docaudit.pipeline.report.ChangesTable;
import org.docaudit.pipeline.report.FindingState;
import org.docaudit.pipeline.report.ReportLocation;
import org.docaudit.pipeline.report.ReportTables;
import org.docaudit.read.ObjectStores;

/**
 * Adds to a report what changed since an earlier run: the changes table, and {@code baseline} in
 * {@code summary.json}.
 */
public final class BaselineComparison {

  private final AuditConfig config;
  private final @Nullable ComparedRun baseline;

  private BaselineComparison(AuditConfig config, @Nullable ComparedRun baseline) {
    this.config = config;
    this.baseline = baseline;
  }

  /**
   * Finds the earlier run before anything is audited. Without one the comparison is with nothing,
   * so that everything is new.
   *
   * @param corpora names of the corpora that are audited
   * @param runs opens the earlier run, and keeps it until the comparison is written
   * @throws AuditException with the code of a usage error, see {@link Baselines#find}
   */
  public static BaselineComparison with(
      BaselineChoice choice, AuditConfig config, List<String> corpora, NamedRuns runs)
      throws AuditException {
    return new BaselineComparison(
        config, Baselines.find(choice, config.output(), corpora, runs).orElse(null));
  }

  /** The folder of the earlier run, if there is one and it is local. */
  public Optional<Path> folder() {
    return Optional.ofNullable(baseline)
        .filter(run -> !ObjectStores.isRemote(run.name()))
        .map(ComparedRun::folder);
  }

  /**
   * Compares a report, whose tables and summary are all there, and completes it.
   *
   * @param report folder in which the report is now
   * @param location the same folder, to which the table is written
   */
  public BaselineTotals write(Path report, ReportLocation location) throws IOException {
    ReportTables before = baseline == null ? ReportTables.empty() : baseline.tables().inPathOrder();
    ReportTables after = new ReportTables(report).inPathOrder();
    DocumentChanges documents = DocumentChanges.of(before, after);
    Map<FindingState, Map<Severity, Long>> findings;
    try (ChangesTable table = new ChangesTable(location)) {
      for (ChangedDocument document : documents.all()) {
        table.document(document.state(), document.path(), document.oldPath(), document.how());
      }
      findings = FindingChanges.compare(before, after, documents, table::finding);
    }
    Optional<ComparedRun> run = Optional.ofNullable(baseline);
    BaselineTotals totals =
        new BaselineTotals(
            run.map(ComparedRun::name).orElse(null),
            run.flatMap(each -> each.summary().started()).orElse(null),
            baseline == null ? List.of() : RunSummary.read(report).differences(baseline.summary()),
            documents.counts(),
            findings);
    BaselineJson.write(report, config, totals);
    return totals;
  }
}

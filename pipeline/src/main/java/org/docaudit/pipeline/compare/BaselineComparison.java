package org.docaudit.pipeline.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.AuditException;
import org.docaudit.pipeline.render.RunSummary;
import org.docaudit.pipeline.report.BaselineJson;
import org.docaudit.pipeline.report.BaselineTotals;
import org.docaudit.pipeline.report.ChangesTable;
import org.docaudit.pipeline.report.FindingState;
import org.docaudit.pipeline.report.ReportLocation;
import org.docaudit.pipeline.report.ReportTables;

/**
 * Adds to a report what changed since an earlier run: the changes table, and {@code baseline} in
 * {@code summary.json}.
 */
public final class BaselineComparison {

  private final Path output;
  private final @Nullable ComparedRun baseline;

  private BaselineComparison(Path output, @Nullable ComparedRun baseline) {
    this.output = output;
    this.baseline = baseline;
  }

  /**
   * Finds the earlier run before anything is audited. Without one the comparison is with nothing,
   * so that everything is new.
   *
   * @param output folder of the report once it is in its place
   * @param corpora names of the corpora that are audited
   * @throws AuditException with the code of a usage error, see {@link Baselines#find}
   */
  public static BaselineComparison with(BaselineChoice choice, Path output, List<String> corpora)
      throws AuditException {
    return new BaselineComparison(output, Baselines.find(choice, output, corpora).orElse(null));
  }

  /** The folder of the earlier run, if there is one. */
  public Optional<Path> folder() {
    return Optional.ofNullable(baseline).map(ComparedRun::folder);
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
            run.map(ComparedRun::folder).orElse(null),
            run.flatMap(each -> each.summary().started()).orElse(null),
            baseline == null ? List.of() : RunSummary.read(report).differences(baseline.summary()),
            documents.counts(),
            findings);
    BaselineJson.write(report, output, totals);
    return totals;
  }
}

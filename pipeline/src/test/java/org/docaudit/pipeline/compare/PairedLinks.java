package org.docaudit.pipeline.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.docaudit.pipeline.report.LinkRow;
import org.docaudit.pipeline.report.ReportTables;

/**
 * The links of two runs side by side.
 *
 * @param documents of each its path, its earlier path, and the targets of its links in both runs
 * @param readings how often the earlier table was read
 */
public record PairedLinks(List<String> documents, int readings) {

  /**
   * Sets the reports of two runs side by side.
   *
   * @param maxHeld rows of renamed documents that are held at once
   */
  public static PairedLinks of(Path earlier, Path later, int maxHeld) throws IOException {
    ReportTables before = new ReportTables(earlier);
    ReportTables after = new ReportTables(later);
    List<ReportTables> opened = new ArrayList<>();
    PairedRows<LinkRow> rows =
        new PairedRows<>(
            run -> {
              opened.add(run);
              return run.links();
            },
            LinkRow::sourceFile,
            maxHeld);
    List<String> documents = new ArrayList<>();
    rows.forEach(
        before,
        after,
        DocumentChanges.of(before, after),
        (path, oldPath, old, now) ->
            documents.add(
                "%s | %s | %s | %s".formatted(path, oldPath, targets(old), targets(now))));
    return new PairedLinks(documents, (int) opened.stream().filter(before::equals).count());
  }

  private static List<String> targets(List<LinkRow> links) {
    return links.stream().map(LinkRow::target).toList();
  }
}

package org.docaudit.pipeline.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.PathOrder;
import org.docaudit.pipeline.ReportFormat;

/**
 * Reads the tables of a report in a local folder, row by row in the order of the parts. Rows of the
 * tables of documents are in path order. Memory is that of a row group of the columns that are
 * read.
 */
public final class ReportTables {

  private static final TableSchema DOCUMENTS =
      Tables.DOCUMENTS.project(
          "path",
          "bytes",
          "sha256",
          "words",
          "title",
          "links",
          "broken_links",
          "findings",
          "status");

  private static final TableSchema DETAILS =
      Tables.DOCUMENTS.project(
          "path",
          "frontmatter_format",
          "frontmatter",
          "frontmatter_valid",
          "headings",
          "links",
          "findings",
          "status",
          "engine");

  private static final TableSchema FINDING_CHANGES =
      Tables.CHANGES.project(
          "old_path",
          "rule",
          "severity",
          "path",
          "line",
          "column",
          "message",
          "target",
          "suggestion",
          "fingerprint");

  private static final Comparator<FindingRow> BY_PATH =
      Comparator.comparing(FindingRow::path, PathOrder.INSTANCE);

  private final @Nullable Path report;

  /**
   * @param report folder of the report
   */
  public ReportTables(Path report) {
    this.report = report;
  }

  private ReportTables() {
    this.report = null;
  }

  /** Tables without a row. */
  public static ReportTables empty() {
    return new ReportTables();
  }

  /**
   * Opens every part of the tables of documents, so that a report that is not whole is told early.
   *
   * @throws IOException where a table or a column is missing, or a part cannot be read
   */
  public void check() throws IOException {
    for (TableSchema schema : Tables.OF_DOCUMENTS) {
      List<Path> parts = parts(schema);
      if (parts.isEmpty()) {
        throw new IOException("the table " + schema.name() + " has no part");
      }
      for (Path part : parts) {
        new ParquetTableReader(part, schema).close();
      }
    }
  }

  /** Every row of the findings table. */
  public void forEachFinding(Consumer<FindingRow> action) throws IOException {
    forEach(findings(), action);
  }

  /**
   * Every row of the findings table with its state.
   *
   * @param compared whether the report was compared with an earlier run; the states are null where
   *     it was not
   */
  public void forEachFinding(
      boolean compared, BiConsumer<FindingRow, @Nullable FindingState> action) throws IOException {
    if (!compared) {
      forEachFinding(finding -> action.accept(finding, null));
      return;
    }
    try (RowCursor<FindingRow> findings = findings();
        RowCursor<ChangeRow> added = changedFindings(FindingState.NEW)) {
      ChangeRow next = added.next();
      for (FindingRow row = findings.next(); row != null; row = findings.next()) {
        // Both are in the same order, and a fingerprint is there once in a run.
        boolean isNew = next != null && next.finding().fingerprint().equals(row.fingerprint());
        action.accept(row, isNew ? FindingState.NEW : FindingState.UNCHANGED);
        next = isNew ? added.next() : next;
      }
    }
  }

  /** Every row of the documents table. */
  public void forEachDocument(Consumer<DocumentRow> action) throws IOException {
    forEach(documents(), action);
  }

  private static <T> void forEach(RowCursor<T> rows, Consumer<T> action) throws IOException {
    try (rows) {
      for (T row = rows.next(); row != null; row = rows.next()) {
        action.accept(row);
      }
    }
  }

  /** The rows of the documents table. */
  public RowCursor<DocumentRow> documents() throws IOException {
    return rows(
        DOCUMENTS,
        row ->
            new DocumentRow(
                (String) row[0],
                (Long) row[1],
                (String) row[2],
                (Long) row[3],
                (String) row[4],
                (Integer) row[5],
                (Integer) row[6],
                (Integer) row[7],
                (String) row[8]));
  }

  /** How the documents were read. */
  public RowCursor<DocumentDetails> documentDetails() throws IOException {
    return rows(
        DETAILS,
        row ->
            new DocumentDetails(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (Boolean) row[3],
                (Integer) row[4],
                (Integer) row[5],
                (Integer) row[6],
                (String) row[7],
                (String) row[8]));
  }

  /** The rows of the headings table. */
  public RowCursor<HeadingRow> headings() throws IOException {
    return rows(
        Tables.HEADINGS,
        row ->
            new HeadingRow(
                (String) row[0],
                (Integer) row[1],
                (Integer) row[2],
                (String) row[3],
                (String) row[4]));
  }

  /** The rows of the links table. */
  public RowCursor<LinkRow> links() throws IOException {
    return rows(
        Tables.LINKS,
        row ->
            new LinkRow(
                (String) row[0],
                (Integer) row[1],
                (Integer) row[2],
                (Long) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                (String) row[8],
                (String) row[9],
                (String) row[10],
                (String) row[11],
                (String) row[12]));
  }

  /** The rows of the findings table, in path order; those on thresholds are put in their place. */
  public RowCursor<FindingRow> findings() throws IOException {
    List<Path> parts = parts(Tables.FINDINGS);
    String name =
        ReportLocation.part(Tables.FINDINGS.name(), ThresholdFindings.PART, ReportFormat.PARQUET);
    List<FindingRow> onThresholds = new ArrayList<>();
    if (report != null && parts.remove(report.resolve(name))) {
      forEach(findings(List.of(report.resolve(name))), onThresholds::add);
    }
    return findings(parts).with(onThresholds, BY_PATH);
  }

  private static RowCursor<FindingRow> findings(List<Path> parts) {
    return new RowCursor<>(parts, Tables.FINDINGS, row -> finding(row, 0));
  }

  /**
   * The rows of the changes table that are findings of one state, new or resolved. New ones come in
   * the order of the findings table. Only for a report that was compared with an earlier run.
   */
  public RowCursor<ChangeRow> changedFindings(FindingState state) {
    String part =
        ReportLocation.part(Tables.CHANGES.name(), ChangesTable.part(state), ReportFormat.PARQUET);
    return new RowCursor<>(
        report == null ? List.of() : List.of(report.resolve(part)),
        FINDING_CHANGES,
        row -> new ChangeRow(state, (String) row[0], finding(row, 1)));
  }

  private static FindingRow finding(Object[] row, int first) {
    return new FindingRow(
        (String) row[first],
        (String) row[first + 1],
        (String) row[first + 2],
        (Integer) row[first + 3],
        (Integer) row[first + 4],
        (String) row[first + 5],
        (String) row[first + 6],
        (String) row[first + 7],
        (String) row[first + 8]);
  }

  private <T> RowCursor<T> rows(TableSchema schema, Function<Object[], T> row) throws IOException {
    return new RowCursor<>(parts(schema), schema, row);
  }

  private List<Path> parts(TableSchema schema) throws IOException {
    if (report == null) {
      return new ArrayList<>();
    }
    List<Path> parts = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(report.resolve(schema.name()), "part-*.parquet")) {
      files.forEach(parts::add);
    } catch (NoSuchFileException e) {
      throw new IOException("the report has no table " + schema.name(), e);
    }
    Collections.sort(parts);
    return parts;
  }
}

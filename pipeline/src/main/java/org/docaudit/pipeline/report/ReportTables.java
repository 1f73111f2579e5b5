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
 * tables of documents are in path order, but for some packed corpora; see {@link #inPathOrder}.
 * Memory is that of a row group of the columns that are read.
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

  /** Rows of a table that are sorted in memory, of about 500 bytes each. */
  static final int MAX_SORTED = 1_000_000;

  private static final TableSchema READ = Tables.DOCUMENTS.project("path", "sha256");

  private final @Nullable Path report;
  private final boolean sorts;

  /**
   * @param report folder of the report
   */
  public ReportTables(Path report) {
    this(report, false);
  }

  private ReportTables(@Nullable Path report, boolean sorts) {
    this.report = report;
    this.sorts = sorts;
  }

  /** Tables without a row. */
  public static ReportTables empty() {
    return new ReportTables(null, false);
  }

  /**
   * The same tables, with the rows of those of documents in path order. Where they are not so
   * already, as those of a stream in another order or of several files, a table is held in memory
   * whenever it is read.
   *
   * @throws IOException where a part cannot be read; of a table with more than {@value #MAX_SORTED}
   *     rows when it is read
   */
  public ReportTables inPathOrder() throws IOException {
    return sorts || isInPathOrder() ? this : new ReportTables(report, true);
  }

  private boolean isInPathOrder() throws IOException {
    String last = "";
    try (RowCursor<Object[]> rows = new RowCursor<>(parts(READ), READ, row -> row)) {
      for (Object[] row = rows.next(); row != null; row = rows.next()) {
        // What could not be listed comes last.
        if (row[1] != null) {
          String path = (String) row[0];
          if (PathOrder.INSTANCE.compare(last, path) >= 0) {
            return false;
          }
          last = path;
        }
      }
    }
    return true;
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
    try (RowCursor<FindingRow> findings = inPathOrder().findings();
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
        DocumentRow::path,
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
        DocumentDetails::path,
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
        HeadingRow::path,
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
        LinkRow::sourceFile,
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
    RowCursor<FindingRow> rows = findings(parts).with(onThresholds, BY_PATH);
    return sorts ? sorted(rows, Tables.FINDINGS, BY_PATH) : rows;
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

  private <T> RowCursor<T> rows(
      TableSchema schema, Function<T, String> pathOf, Function<Object[], T> row)
      throws IOException {
    RowCursor<T> rows = new RowCursor<>(parts(schema), schema, row);
    return sorts ? sorted(rows, schema, Comparator.comparing(pathOf, PathOrder.INSTANCE)) : rows;
  }

  private <T> RowCursor<T> sorted(RowCursor<T> rows, TableSchema schema, Comparator<T> order)
      throws IOException {
    List<T> sorted = new ArrayList<>();
    try {
      for (T row = rows.next(); row != null; row = rows.next()) {
        if (sorted.size() == MAX_SORTED) {
          throw new IOException(
              ("the documents of %s are not in path order, as those of some packed corpora, and its"
                      + " table %s has more than %d rows; packed again as .jsonl, .tar or .zip they"
                      + " are")
                  .formatted(report, schema.name(), MAX_SORTED));
        }
        sorted.add(row);
      }
    } catch (IOException e) {
      rows.close();
      throw e;
    }
    sorted.sort(order);
    // It has come to its end, and what is put in between is all that follows.
    return rows.with(sorted, order);
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

package org.docaudit.pipeline.report;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.docaudit.model.Severity;
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

  private static final Comparator<FindingView> BY_PATH =
      Comparator.comparing(FindingView::path, PathOrder.INSTANCE);

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
    for (Path part : parts(READ)) {
      try (ParquetTableReader row = new ParquetTableReader(part, READ)) {
        while (row.next()) {
          String path = row.text(0);
          if (PathOrder.INSTANCE.compare(last, path) < 0) {
            last = path;
          } else if (row.text(1) != null) {
            return false;
          } // What could not be listed has no hash and comes last.
        }
      } catch (UncheckedIOException e) {
        throw e.getCause();
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

  /**
   * Every row of the findings table with its state.
   *
   * @param compared whether the report was compared with an earlier run; the states are null where
   *     it was not
   */
  public void forEachFinding(
      boolean compared, BiConsumer<FindingView, @Nullable FindingState> action) throws IOException {
    if (!compared) {
      forEach(findingViews(), finding -> action.accept(finding, null));
      return;
    }
    try (RowCursor<ChangeRow> added = changedFindings(FindingState.NEW)) {
      NewFindings news = new NewFindings(added);
      forEach(
          inPathOrder().findingViews(),
          finding ->
              action.accept(
                  finding, news.has(finding) ? FindingState.NEW : FindingState.UNCHANGED));
    }
  }

  /** Tells new findings apart, both in the same order: a fingerprint is there once in a run. */
  private static final class NewFindings {

    private final RowCursor<ChangeRow> added;
    private @Nullable FindingRow next;

    NewFindings(RowCursor<ChangeRow> added) throws IOException {
      this.added = added;
      advance();
    }

    boolean has(FindingView finding) throws IOException {
      boolean isNew =
          next != null
              && next.path().equals(finding.path())
              && next.fingerprint().equals(finding.fingerprint());
      if (isNew) {
        advance();
      }
      return isNew;
    }

    private void advance() throws IOException {
      ChangeRow row = added.next();
      next = row == null ? null : row.finding();
    }
  }

  /** Every row of the documents table. */
  public void forEachDocument(Consumer<DocumentView> action) throws IOException {
    forEach(
        new RowCursor<DocumentView>(parts(DOCUMENTS), DOCUMENTS, UnreadDocument::new),
        action::accept);
  }

  /** Takes the rows of a table. */
  private interface Visitor<T> {
    void visit(T row) throws IOException;
  }

  private static <T> void forEach(RowCursor<T> rows, Visitor<? super T> visitor)
      throws IOException {
    try (rows) {
      for (T row = rows.next(); row != null; row = rows.next()) {
        visitor.visit(row);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private record UnreadFinding(ParquetTableReader values) implements FindingView {

    @Override
    public String path() {
      return values.text(2);
    }

    @Override
    public Severity severityInForce() {
      return Severity.ofId(values.text(1));
    }

    @Override
    public String fingerprint() {
      return values.text(8);
    }

    @Override
    public FindingRow row() {
      return finding(values, 0);
    }
  }

  private record UnreadDocument(ParquetTableReader values) implements DocumentView {

    @Override
    public String path() {
      return values.text(0);
    }

    @Override
    public int brokenLinks() {
      return values.integer(6);
    }

    @Override
    public int findings() {
      return values.integer(7);
    }

    @Override
    public DocumentRow row() {
      return document(values);
    }
  }

  /** The rows of the documents table. */
  public RowCursor<DocumentRow> documents() throws IOException {
    return rows(DOCUMENTS, DocumentRow::path, ReportTables::document);
  }

  private static DocumentRow document(ParquetTableReader row) {
    return new DocumentRow(
        row.text(0),
        row.longInteger(1),
        row.text(2),
        row.longInteger(3),
        row.text(4),
        row.integer(5),
        row.integer(6),
        row.integer(7),
        row.text(8));
  }

  /** How the documents were read. */
  public RowCursor<DocumentDetails> documentDetails() throws IOException {
    return rows(
        DETAILS,
        DocumentDetails::path,
        row ->
            new DocumentDetails(
                row.text(0),
                row.text(1),
                row.text(2),
                row.truth(3),
                row.integer(4),
                row.integer(5),
                row.integer(6),
                row.text(7),
                row.text(8)));
  }

  /** The rows of the headings table. */
  public RowCursor<HeadingRow> headings() throws IOException {
    return rows(
        Tables.HEADINGS,
        HeadingRow::path,
        row ->
            new HeadingRow(row.text(0), row.integer(1), row.integer(2), row.text(3), row.text(4)));
  }

  /** The rows of the links table. */
  public RowCursor<LinkRow> links() throws IOException {
    return rows(
        Tables.LINKS,
        LinkRow::sourceFile,
        row ->
            new LinkRow(
                row.text(0),
                row.integer(1),
                row.integer(2),
                row.longInteger(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.text(7),
                row.text(8),
                row.text(9),
                row.text(10),
                row.text(11),
                row.text(12)));
  }

  /** The rows of the findings table, in path order; those on thresholds are put in their place. */
  public RowCursor<FindingRow> findings() throws IOException {
    List<Path> parts = parts(Tables.FINDINGS);
    List<FindingRow> onThresholds = takeThresholds(parts);
    RowCursor<FindingRow> rows =
        new RowCursor<FindingRow>(parts, Tables.FINDINGS, row -> finding(row, 0))
            .with(onThresholds, BY_PATH);
    return sorts ? sorted(rows, Tables.FINDINGS, BY_PATH) : rows;
  }

  private RowCursor<? extends FindingView> findingViews() throws IOException {
    if (sorts) {
      return findings();
    }
    List<Path> parts = parts(Tables.FINDINGS);
    List<FindingRow> onThresholds = takeThresholds(parts);
    return new RowCursor<FindingView>(parts, Tables.FINDINGS, UnreadFinding::new)
        .with(onThresholds, BY_PATH);
  }

  /** Takes the part of the findings on thresholds away, and reads it. */
  private List<FindingRow> takeThresholds(List<Path> parts) throws IOException {
    List<FindingRow> onThresholds = new ArrayList<>();
    String name =
        ReportLocation.part(Tables.FINDINGS.name(), ThresholdFindings.PART, ReportFormat.PARQUET);
    if (report != null && parts.remove(report.resolve(name))) {
      forEach(
          new RowCursor<>(List.of(report.resolve(name)), Tables.FINDINGS, row -> finding(row, 0)),
          onThresholds::add);
    }
    return onThresholds;
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
        row -> new ChangeRow(state, row.text(0), finding(row, 1)));
  }

  private static FindingRow finding(ParquetTableReader row, int first) {
    return new FindingRow(
        row.text(first),
        row.text(first + 1),
        row.text(first + 2),
        row.integer(first + 3),
        row.integer(first + 4),
        row.text(first + 5),
        row.text(first + 6),
        row.text(first + 7),
        row.text(first + 8));
  }

  private <T> RowCursor<T> rows(
      TableSchema schema, Function<T, String> pathOf, Function<ParquetTableReader, T> row)
      throws IOException {
    RowCursor<T> rows = new RowCursor<>(parts(schema), schema, row);
    return sorts ? sorted(rows, schema, Comparator.comparing(pathOf, PathOrder.INSTANCE)) : rows;
  }

  private <T> RowCursor<T> sorted(
      RowCursor<T> rows, TableSchema schema, Comparator<? super T> order) throws IOException {
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

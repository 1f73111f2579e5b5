package org.docaudit.pipeline.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the tables of a report in a local folder, row by row in the order of the parts. Rows of
 * both tables are in path order. Memory is that of a row group of the columns that are read.
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

  private final Path report;

  /**
   * @param report folder of the report
   */
  public ReportTables(Path report) {
    this.report = report;
  }

  /** Every row of the findings table. */
  public void forEachFinding(Consumer<FindingRow> action) throws IOException {
    forEach(
        Tables.FINDINGS,
        row ->
            action.accept(
                new FindingRow(
                    (String) row[0],
                    (String) row[1],
                    (String) row[2],
                    (Integer) row[3],
                    (Integer) row[4],
                    (String) row[5],
                    (String) row[6],
                    (String) row[7],
                    (String) row[8])));
  }

  /** Every row of the documents table. */
  public void forEachDocument(Consumer<DocumentRow> action) throws IOException {
    forEach(
        DOCUMENTS,
        row ->
            action.accept(
                new DocumentRow(
                    (String) row[0],
                    (Long) row[1],
                    (String) row[2],
                    (Long) row[3],
                    (String) row[4],
                    (Integer) row[5],
                    (Integer) row[6],
                    (Integer) row[7],
                    (String) row[8])));
  }

  private void forEach(TableSchema schema, Consumer<Object[]> action) throws IOException {
    for (Path part : parts(report.resolve(schema.name()))) {
      ParquetTableReader.forEach(part, schema, action);
    }
  }

  private static List<Path> parts(Path table) throws IOException {
    List<Path> parts = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(table, "part-*.parquet")) {
      files.forEach(parts::add);
    } catch (NoSuchFileException e) {
      throw new IOException("the report has no table " + table.getFileName(), e);
    }
    Collections.sort(parts);
    return parts;
  }
}

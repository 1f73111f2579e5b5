package org.docaudit.pipeline.report;

import static org.docaudit.pipeline.report.Column.nullable;
import static org.docaudit.pipeline.report.Column.required;
import static org.docaudit.pipeline.report.ColumnType.BOOLEAN;
import static org.docaudit.pipeline.report.ColumnType.INT;
import static org.docaudit.pipeline.report.ColumnType.LONG;
import static org.docaudit.pipeline.report.ColumnType.STRING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTableReaderTest {

  private static final TableSchema TABLE =
      TableSchema.of(
          "table",
          required("path", STRING),
          nullable("title", STRING),
          required("line", INT),
          required("bytes", LONG),
          nullable("valid", BOOLEAN),
          nullable("words", LONG));

  private static final int ROWS = 50_000;

  @TempDir Path folder;

  private static String path(int row) {
    return "guide/" + row / 3 + ".md";
  }

  private static String title(int row) {
    return row % 5 == 0 ? null : "Füße " + row * 31L % 1_000;
  }

  private static Boolean valid(int row) {
    return row % 7 == 0 ? null : row % 2 == 0;
  }

  /** In several row groups. */
  private Path written() throws IOException {
    Path file = folder.resolve("part.parquet");
    try (TableWriter writer = new ParquetTableWriter(TABLE, Files.newOutputStream(file), 1 << 16)) {
      for (int row = 0; row < ROWS; row++) {
        writer.write(path(row), title(row), row, 10L * row, valid(row), row == 1 ? 1L : null);
      }
    }
    return file;
  }

  @Test
  void valuesThatAreNotAskedForArePassedOver() throws IOException {
    Random random = new Random(1);
    int compared = 0;
    try (ParquetTableReader row = new ParquetTableReader(written(), TABLE)) {
      for (int i = 0; i < ROWS; i++) {
        assertTrue(row.next());
        // A column is asked for in runs of rows, or once in a while.
        if ((i >> 10) % 2 == 0 || random.nextInt(100) == 0) {
          assertEquals(title(i), row.text(1));
          assertEquals(title(i), row.text(1), "again");
          assertEquals(10L * i, row.longInteger(3));
          compared++;
        }
        if (random.nextInt(1_000) == 0) {
          assertEquals(path(i), row.text(0));
          assertEquals(i, row.integer(2));
          assertEquals(valid(i), row.truth(4));
          compared++;
        }
      }
      assertFalse(row.next());
      assertFalse(row.next());
    }
    assertTrue(compared > ROWS / 2);
  }

  @Test
  void aNumberThatIsNotThereIsNoZero() throws IOException {
    Path file = written();
    try (ParquetTableReader row = new ParquetTableReader(file, TABLE.project("words", "title"))) {
      row.next();
      assertNull(row.text(1));
      UncheckedIOException failure =
          assertThrows(UncheckedIOException.class, () -> row.longInteger(0));
      assertEquals("cannot read " + file + ": no value of words", failure.getMessage());
      row.next();
      assertEquals(1, row.longInteger(0));
    }
  }
}

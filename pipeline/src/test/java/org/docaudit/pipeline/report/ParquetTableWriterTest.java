package org.docaudit.pipeline.report;

import static org.docaudit.pipeline.report.Column.nullable;
import static org.docaudit.pipeline.report.Column.required;
import static org.docaudit.pipeline.report.ColumnType.BOOLEAN;
import static org.docaudit.pipeline.report.ColumnType.BYTES;
import static org.docaudit.pipeline.report.ColumnType.INT;
import static org.docaudit.pipeline.report.ColumnType.LONG;
import static org.docaudit.pipeline.report.ColumnType.STRING;
import static org.docaudit.pipeline.report.ColumnType.STRING_LIST;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written, as DuckDB and {@link ParquetTableReader} read it. */
class ParquetTableWriterTest {

  private static final TableSchema PLAIN =
      TableSchema.of(
          "plain",
          required("path", STRING).withDictionary(),
          nullable("kind", STRING).withDictionary(),
          nullable("none", STRING).withDictionary(),
          required("text", STRING),
          nullable("bytes", BYTES),
          required("long", LONG),
          nullable("int", INT),
          nullable("flag", BOOLEAN));

  private static final TableSchema LISTS =
      TableSchema.of("lists", required("paths", STRING_LIST), nullable("perhaps", STRING_LIST));

  /** More than two pages have. */
  private static final int ROWS = 45_000;

  private static final long ONE_ROW_GROUP = 1L << 30;

  private static final String[] KINDS = {"a", "", "z\u00e9", "\ud83d\ude00", null};

  @TempDir private Path folder;

  /** A path has up to nine rows; the second half has no null but in one column. */
  private static Object[] row(int i) {
    boolean whole = i > ROWS / 2;
    return new Object[] {
      "docs/%06d.md".formatted(i / 9 + i % 11 / 10),
      KINDS[i % (whole ? 4 : 5)],
      null,
      i % 7 == 0 ? "" : "text " + (i * 31L) % 1009,
      (whole || i % 3 > 0) ? new byte[] {(byte) i, (byte) (i >> 8), -1} : null,
      (i - 9L) * 0x1234_5678_9abL,
      (whole || i % 5 > 0) ? Integer.valueOf(i * -7) : null,
      (whole || i % 2 > 0) ? Boolean.valueOf(i % 11 > 4) : null
    };
  }

  private static List<Object[]> rows() {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(row(i));
    }
    return rows;
  }

  private Path write(TableSchema schema, long rowGroupBytes, List<Object[]> rows)
      throws IOException {
    Path file = folder.resolve(schema.name() + ".parquet");
    try (TableWriter writer =
        new ParquetTableWriter(schema, Files.newOutputStream(file), rowGroupBytes)) {
      for (Object[] row : rows) {
        writer.write(row);
      }
    }
    return file;
  }

  private static List<String> query(String sql, Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql.formatted(file))) {
      int columns = rows.getMetaData().getColumnCount();
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          values.add(rows.getString(column));
        }
        lines.add(String.join("|", values));
      }
      return lines;
    }
  }

  private static void assertReadBack(List<Object[]> rows, Path file) throws IOException {
    try (ParquetTableReader reader =
        new ParquetTableReader(
            file, PLAIN.project("path", "kind", "none", "text", "long", "flag"))) {
      for (Object[] row : rows) {
        assertTrue(reader.next());
        assertArrayEquals(
            new Object[] {row[0], row[1], row[2], row[3], row[5], row[7]},
            new Object[] {
              reader.text(0),
              reader.text(1),
              reader.text(2),
              reader.text(3),
              reader.longInteger(4),
              reader.truth(5)
            });
      }
      assertFalse(reader.next());
    }
  }

  /** In DuckDB's own words, so that a value that was written for another one is seen. */
  private static void assertReadByDuckDb(List<Object[]> rows, Path file) throws SQLException {
    List<String> expected = new ArrayList<>();
    for (Object[] row : rows) {
      byte[] bytes = (byte[]) row[4];
      expected.add(
          String.join(
              "|",
              (String) row[0],
              String.valueOf(row[1]),
              "null",
              (String) row[3],
              bytes == null ? "null" : "%02X%02X%02X".formatted(bytes[0], bytes[1], bytes[2]),
              String.valueOf(row[5]),
              String.valueOf(row[6]),
              String.valueOf(row[7])));
    }
    assertEquals(
        expected,
        query(
            "SELECT path, kind, none, text, hex(bytes), long, int, flag FROM read_parquet('%s')",
            file));
  }

  @Test
  void everyValueIsReadBackFromPagesOfOneRowGroup() throws IOException, SQLException {
    List<Object[]> rows = rows();
    Path file = write(PLAIN, ONE_ROW_GROUP, rows);
    assertEquals(
        List.of("1"), query("SELECT num_row_groups FROM parquet_file_metadata('%s')", file));
    assertReadBack(rows, file);
    assertReadByDuckDb(rows, file);
  }

  /** Of which each has a dictionary of its own. */
  @Test
  void everyValueIsReadBackFromManyRowGroups() throws IOException, SQLException {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      rows.addAll(rows());
    }
    Path file = write(PLAIN, 1, rows);
    assertEquals(
        List.of("12"), query("SELECT num_row_groups FROM parquet_file_metadata('%s')", file));
    assertReadBack(rows, file);
    assertReadByDuckDb(rows, file);
  }

  @Test
  void listsAreReadBack() throws IOException, SQLException {
    List<Object[]> rows = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      List<String> paths = Collections.nCopies(i % 4, "p" + i % 13);
      List<String> perhaps = i % 3 == 0 ? null : Collections.nCopies(i % 3 - 1, "q" + i);
      rows.add(new Object[] {paths, perhaps});
      expected.add(paths + "|" + perhaps);
    }
    assertEquals(
        expected, query("SELECT * FROM read_parquet('%s')", write(LISTS, ONE_ROW_GROUP, rows)));
  }

  /** Readers skip by them, so they have to hold for every row group. */
  @Test
  void eachRowGroupTellsItsLeastAndGreatestValuesAndItsNulls() throws IOException, SQLException {
    List<Object[]> rows = rows();
    Path file = write(PLAIN, ONE_ROW_GROUP, rows);
    assertEquals(
        query(
            """
            SELECT * FROM (
              SELECT 'path', min(path), max(path), 0 FROM read_parquet('%1$s')
              UNION ALL SELECT 'kind', min(kind), max(kind), count(*) - count(kind)
                FROM read_parquet('%1$s')
              UNION ALL SELECT 'none', NULL, NULL, count(*) FROM read_parquet('%1$s')
              UNION ALL SELECT 'text', min(text), max(text), 0 FROM read_parquet('%1$s')
              UNION ALL SELECT 'long', min(long)::TEXT, max(long)::TEXT, 0
                FROM read_parquet('%1$s')
              UNION ALL SELECT 'int', min(int)::TEXT, max(int)::TEXT, count(*) - count(int)
                FROM read_parquet('%1$s')
              UNION ALL SELECT 'flag', min(flag)::TEXT, max(flag)::TEXT, count(*) - count(flag)
                FROM read_parquet('%1$s'))
            """,
            file),
        query(
            "SELECT path_in_schema, stats_min_value, stats_max_value, stats_null_count"
                + " FROM parquet_metadata('%s') WHERE path_in_schema <> 'bytes'",
            file));
  }

  @Test
  void onlyColumnsWithADictionaryHaveOne() throws IOException, SQLException {
    assertEquals(
        List.of(
            "path|true",
            "kind|true",
            "none|false",
            "text|false",
            "bytes|false",
            "long|false",
            "int|false",
            "flag|false"),
        query(
            "SELECT path_in_schema, encodings LIKE '%%RLE_DICTIONARY%%'"
                + " AND dictionary_page_offset IS NOT NULL FROM parquet_metadata('%s')",
            write(PLAIN, ONE_ROW_GROUP, rows())));
  }

  @Test
  void equalRowsGiveEqualBytes() throws IOException {
    byte[] first = Files.readAllBytes(write(PLAIN, ONE_ROW_GROUP, rows()));
    assertArrayEquals(first, Files.readAllBytes(write(PLAIN, ONE_ROW_GROUP, rows())));
  }

  /** Texts of one hash, as a document may have them, would otherwise be looked for one by one. */
  @Test
  void textsOfOneHash() throws IOException {
    TableSchema schema = TableSchema.of("crowded", required("target", STRING).withDictionary());
    List<String> texts = List.of("");
    for (int doublings = 0; doublings < 16; doublings++) {
      texts = texts.stream().flatMap(text -> Stream.of(text + "Aa", text + "BB")).toList();
    }
    assertEquals(1, texts.stream().mapToInt(String::hashCode).distinct().count());
    List<Object[]> rows = new ArrayList<>();
    for (int times = 0; times < 2; times++) {
      texts.forEach(text -> rows.add(new Object[] {text}));
    }
    try (ParquetTableReader reader =
        new ParquetTableReader(write(schema, ONE_ROW_GROUP, rows), schema)) {
      for (Object[] row : rows) {
        assertTrue(reader.next());
        assertEquals(row[0], reader.text(0));
      }
      assertFalse(reader.next());
    }
  }

  /** Large values make pages of their own, which count for the size of a row group. */
  @Test
  void largeValues() throws IOException {
    TableSchema schema = TableSchema.of("large", required("text", STRING));
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      rows.add(new Object[] {String.valueOf((char) ('a' + i)).repeat(i << 20)});
    }
    try (ParquetTableReader reader =
        new ParquetTableReader(write(schema, ONE_ROW_GROUP, rows), schema)) {
      for (Object[] row : rows) {
        assertTrue(reader.next());
        assertEquals(row[0], reader.text(0));
      }
      assertFalse(reader.next());
    }
  }

  @Test
  void aTableWithoutRows() throws IOException, SQLException {
    Path file = write(PLAIN, ONE_ROW_GROUP, List.of());
    assertReadBack(List.of(), file);
    assertEquals(List.of("0"), query("SELECT count(*) FROM read_parquet('%s')", file));
  }

  /** A file whose last row is missing must not look like a whole one. */
  @Test
  void aRowThatDoesNotFitLeavesNoWholeFile() throws IOException {
    Path file = folder.resolve("broken.parquet");
    try (TableWriter writer =
        new ParquetTableWriter(PLAIN, Files.newOutputStream(file), ONE_ROW_GROUP)) {
      writer.write(row(1));
      Object[] row = row(2);
      row[3] = null;
      assertEquals(
          "no text in plain",
          assertThrows(IllegalArgumentException.class, () -> writer.write(row)).getMessage());
      assertEquals(
          "7 values for table plain",
          assertThrows(IllegalArgumentException.class, () -> writer.write(Arrays.copyOf(row, 7)))
              .getMessage());
    }
    String message =
        assertThrows(IOException.class, () -> new ParquetTableReader(file, PLAIN)).getMessage();
    assertTrue(message.startsWith("cannot read " + file), message);
  }
}

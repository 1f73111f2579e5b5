package org.docaudit.pipeline.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.parquet.ColumnValues;
import org.docaudit.parquet.PageCodecs;

/**
 * Reads a file that {@link ParquetTableWriter} wrote, column by column, without records between.
 * Lists are not read. Memory is that of a row group of the columns that are read. Not thread-safe.
 */
final class ParquetTableReader implements Closeable {

  private final Path file;
  private final Column[] columns;
  private final MessageType message;
  private final ParquetFileReader reader;
  private ColumnValues[] values = {};

  /** The last text of each column: of a dictionary's every row has the same object. */
  private final @Nullable Binary[] binaries;

  private final @Nullable String[] texts;
  private long rowsLeft;

  /**
   * Opens the file.
   *
   * @param schema columns to read, of the file's or fewer
   * @throws IOException where the file cannot be read or has no such column; names the file
   */
  ParquetTableReader(Path file, TableSchema schema) throws IOException {
    this.file = file;
    this.columns = schema.columns().toArray(new Column[0]);
    this.binaries = new Binary[columns.length];
    this.texts = new String[columns.length];
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new PageCodecs())
            .build();
    try {
      this.reader = ParquetFileReader.open(new LocalInputFile(file), options);
    } catch (IOException | RuntimeException e) {
      throw failure(e);
    }
    MessageType written = reader.getFileMetaData().getSchema();
    for (Column column : columns) {
      if (!written.containsField(column.name())) {
        close();
        throw failure(
            new IOException("it has no column " + column.name() + "; audit the corpus again"));
      }
    }
    // Whether values may be absent is as it was written, perhaps by an earlier version.
    this.message =
        new MessageType(
            schema.name(),
            schema.columns().stream().map(column -> written.getType(column.name())).toList());
    reader.setRequestedSchema(message);
  }

  /** The next row, one value a column of the schema, or null at the end. */
  Object @Nullable [] next() throws IOException {
    try {
      while (rowsLeft == 0) {
        PageReadStore group = reader.readNextRowGroup();
        if (group == null) {
          return null;
        }
        begin(group);
      }
      rowsLeft--;
      return row();
    } catch (IOException | RuntimeException e) {
      throw failure(e);
    }
  }

  private void begin(PageReadStore group) {
    values = ColumnValues.of(group, message, reader.getFileMetaData().getCreatedBy());
    rowsLeft = group.getRowCount();
  }

  private Object[] row() {
    Object[] row = new Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      if (values[i].isPresent()) {
        row[i] = value(i, values[i].value());
      }
      values[i].next();
    }
    return row;
  }

  private IOException failure(Exception e) {
    return new IOException("cannot read " + file + ": " + e.getMessage(), e);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private Object value(int column, ColumnReader reader) {
    return switch (columns[column].type()) {
      case STRING -> text(column, reader.getBinary());
      case BYTES -> reader.getBinary().getBytes();
      case LONG -> reader.getLong();
      case INT -> reader.getInteger();
      case BOOLEAN -> reader.getBoolean();
      case STRING_LIST -> throw new IllegalArgumentException("lists are not read");
    };
  }

  @SuppressWarnings("ReferenceEquality") // The same object, or it is decoded.
  private String text(int column, Binary binary) {
    if (binary != binaries[column]) {
      binaries[column] = binary;
      texts[column] = binary.toStringUsingUTF8();
    }
    return texts[column];
  }
}

package org.docaudit.pipeline.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.schema.MessageType;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.parquet.ColumnValues;
import org.docaudit.parquet.PageCodecs;

/**
 * Reads a file that {@link ParquetTableWriter} wrote, column by column, without records between. Of
 * a row no more is unpacked than the values that are asked for. Lists are not read. Memory is that
 * of a row group of the columns that are read. Not thread-safe.
 *
 * <p>Values are those of the present row, by the position of their column in the schema. Where one
 * cannot be read, {@link UncheckedIOException} says so, with the file.
 */
final class ParquetTableReader implements Closeable {

  private final Path file;
  private final MessageType message;
  private final ParquetFileReader reader;

  /** The last text of each column that was asked for. */
  private final byte[][] lastBytes;

  private final String[] lastTexts;

  private ColumnValues[] values = {};

  /** Of the row group, the present one included. */
  private long rowsLeft;

  /**
   * Opens the file.
   *
   * @param schema columns to read, of the file's or fewer
   * @throws IOException where the file cannot be read or has no such column; names the file
   */
  ParquetTableReader(Path file, TableSchema schema) throws IOException {
    this.file = file;
    this.lastBytes = new byte[schema.columns().size()][];
    this.lastTexts = new String[schema.columns().size()];
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
    for (Column column : schema.columns()) {
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

  /** Goes to the next row, the first at the beginning; false at the end. */
  boolean next() throws IOException {
    try {
      if (rowsLeft > 0) {
        for (ColumnValues column : values) {
          column.next();
        }
      }
      rowsLeft--;
      while (rowsLeft <= 0) {
        PageReadStore group = reader.readNextRowGroup();
        if (group == null) {
          return false;
        }
        values = ColumnValues.of(group, message, reader.getFileMetaData().getCreatedBy());
        rowsLeft = group.getRowCount();
      }
      return true;
    } catch (IOException | RuntimeException e) {
      throw failure(e);
    }
  }

  /** A text, or null. */
  @Nullable String text(int column) {
    try {
      if (!values[column].isPresent()) {
        return null;
      }
      byte[] bytes = values[column].value().getBinary().getBytes();
      // Paths and identifiers come many times over.
      if (!Arrays.equals(bytes, lastBytes[column])) {
        lastBytes[column] = bytes;
        lastTexts[column] = new String(bytes, UTF_8);
      }
      return lastTexts[column];
    } catch (RuntimeException e) {
      throw unchecked(e);
    }
  }

  /** A number of four bytes, in a column of which every row has a value. */
  int integer(int column) {
    try {
      return required(column).getInteger();
    } catch (RuntimeException e) {
      throw unchecked(e);
    }
  }

  /** The same of eight bytes. */
  long longInteger(int column) {
    try {
      return required(column).getLong();
    } catch (RuntimeException e) {
      throw unchecked(e);
    }
  }

  /** A truth value, or null. */
  @Nullable Boolean truth(int column) {
    try {
      return values[column].isPresent() ? values[column].value().getBoolean() : null;
    } catch (RuntimeException e) {
      throw unchecked(e);
    }
  }

  private ColumnReader required(int column) {
    if (!values[column].isPresent()) {
      throw new ParquetDecodingException("no value of " + message.getFieldName(column));
    }
    return values[column].value();
  }

  private UncheckedIOException unchecked(RuntimeException e) {
    IOException failure = failure(e);
    return new UncheckedIOException(failure.getMessage(), failure);
  }

  private IOException failure(Exception e) {
    return new IOException("cannot read " + file + ": " + e.getMessage(), e);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}

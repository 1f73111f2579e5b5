package org.docaudit.pipeline.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.docaudit.parquet.ColumnValues;
import org.docaudit.parquet.PageCodecs;

/**
 * Reads a file that {@link ParquetTableWriter} wrote, column by column, without records between.
 * Lists are not read.
 */
final class ParquetTableReader {

  private ParquetTableReader() {}

  /**
   * Passes on each row, one value a column of the schema, null where there is none.
   *
   * @param schema columns to read, of the file's or fewer
   * @throws IOException where the file cannot be read or has no such column; names the file
   */
  static void forEach(Path file, TableSchema schema, Consumer<Object[]> action) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new PageCodecs())
            .build();
    MessageType columns = schema.messageType();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      MessageType written = reader.getFileMetaData().getSchema();
      for (Column column : schema.columns()) {
        if (!written.containsField(column.name())) {
          throw new IOException("it has no column " + column.name() + "; audit the corpus again");
        }
      }
      reader.setRequestedSchema(columns);
      String writer = reader.getFileMetaData().getCreatedBy();
      for (PageReadStore group = reader.readNextRowGroup();
          group != null;
          group = reader.readNextRowGroup()) {
        forEachRow(ColumnValues.of(group, columns, writer), group.getRowCount(), schema, action);
      }
    } catch (IOException | RuntimeException e) {
      throw new IOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static void forEachRow(
      ColumnValues[] values, long rows, TableSchema schema, Consumer<Object[]> action) {
    Column[] columns = schema.columns().toArray(new Column[0]);
    for (long row = 0; row < rows; row++) {
      Object[] read = new Object[columns.length];
      for (int i = 0; i < columns.length; i++) {
        if (values[i].isPresent()) {
          read[i] = value(values[i].value(), columns[i].type());
        }
        values[i].next();
      }
      action.accept(read);
    }
  }

  private static Object value(ColumnReader reader, ColumnType type) {
    return switch (type) {
      case STRING -> reader.getBinary().toStringUsingUTF8();
      case BYTES -> reader.getBinary().getBytes();
      case LONG -> reader.getLong();
      case INT -> reader.getInteger();
      case BOOLEAN -> reader.getBoolean();
      case STRING_LIST -> throw new IllegalArgumentException("lists are not read");
    };
  }
}

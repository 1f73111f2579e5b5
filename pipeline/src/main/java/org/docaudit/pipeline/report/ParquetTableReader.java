package org.docaudit.pipeline.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;

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
            .withCodecFactory(new ZstdCodecFactory())
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
        forEachRow(
            new ColumnReadStoreImpl(group, new NoConverters(), columns, writer),
            group.getRowCount(),
            schema,
            action);
      }
    } catch (IOException | RuntimeException e) {
      throw new IOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static void forEachRow(
      ColumnReadStoreImpl group, long rows, TableSchema schema, Consumer<Object[]> action) {
    Column[] columns = schema.columns().toArray(new Column[0]);
    ColumnReader[] readers = new ColumnReader[columns.length];
    ColumnDescriptor[] descriptors =
        schema.messageType().getColumns().toArray(new ColumnDescriptor[0]);
    for (int i = 0; i < columns.length; i++) {
      readers[i] = group.getColumnReader(descriptors[i]);
    }
    for (long row = 0; row < rows; row++) {
      Object[] values = new Object[columns.length];
      for (int i = 0; i < columns.length; i++) {
        if (readers[i].getCurrentDefinitionLevel() == descriptors[i].getMaxDefinitionLevel()) {
          values[i] = value(readers[i], columns[i].type());
        }
        readers[i].consume();
      }
      action.accept(values);
    }
  }

  private static Object value(ColumnReader reader, ColumnType type) {
    return switch (type) {
      case STRING -> reader.getBinary().toStringUsingUTF8();
      case LONG -> reader.getLong();
      case INT -> reader.getInteger();
      case BOOLEAN -> reader.getBoolean();
      case STRING_LIST -> throw new IllegalArgumentException("lists are not read");
    };
  }

  /** Parquet asks for a converter a column; values are taken from the column readers instead. */
  private static final class NoConverters extends GroupConverter {

    @Override
    public Converter getConverter(int field) {
      return new PrimitiveConverter() {};
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}

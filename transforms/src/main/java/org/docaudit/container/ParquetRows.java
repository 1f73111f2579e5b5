package org.docaudit.container;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.parquet.ChannelInputFile;
import org.docaudit.parquet.ColumnValues;
import org.docaudit.parquet.PageCodecs;

/** Some columns of a Parquet file, a row group at a time. Not thread-safe. */
final class ParquetRows implements Closeable {
  private final ParquetFileReader reader;
  private final MessageType written;
  private MessageType schema;

  ParquetRows(ContainerSource file) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new PageCodecs())
            .build();
    try {
      reader = ParquetFileReader.open(new ChannelInputFile(file.open()), options);
    } catch (RuntimeException e) {
      throw new IOException("no Parquet file: " + e.getMessage(), e);
    }
    written = reader.getFileMetaData().getSchema();
    schema = written;
  }

  /** Names of the columns that can hold a path or a text. */
  List<String> names() {
    return written.getFields().stream().filter(ParquetRows::isScalar).map(Type::getName).toList();
  }

  private static boolean isScalar(Type field) {
    if (!field.isPrimitive() || field.isRepetition(Repetition.REPEATED)) {
      return false;
    }
    PrimitiveTypeName type = field.asPrimitiveType().getPrimitiveTypeName();
    return type == PrimitiveTypeName.BINARY
        || type == PrimitiveTypeName.INT64
        || type == PrimitiveTypeName.INT32;
  }

  /** Whether there is such a column that holds texts or bytes. */
  boolean isBinary(String name) {
    return names().contains(name)
        && written.getType(name).asPrimitiveType().getPrimitiveTypeName()
            == PrimitiveTypeName.BINARY
        && !(written.getType(name).getLogicalTypeAnnotation()
            instanceof LogicalTypeAnnotation.DecimalLogicalTypeAnnotation);
  }

  /** Chooses columns; those that the file does not have are left out. */
  void choose(List<String> columns) {
    List<Type> chosen = new ArrayList<>();
    for (String name : columns) {
      if (names().contains(name)) {
        chosen.add(written.getType(name));
      }
    }
    schema = new MessageType(written.getName(), chosen);
    reader.setRequestedSchema(schema);
  }

  int groups() {
    return reader.getRowGroups().size();
  }

  long rows(int group) {
    return reader.getRowGroups().get(group).getRowCount();
  }

  /** Bytes that a column has in a row group, unpacked. */
  long unpackedBytes(int group, String column) {
    return reader.getRowGroups().get(group).getColumns().stream()
        .filter(chunk -> chunk.getPath().toDotString().equals(column))
        .mapToLong(ColumnChunkMetaData::getTotalUncompressedSize)
        .sum();
  }

  /** Why columns of a row group cannot be held in memory, or empty where they can. */
  Optional<String> tooLarge(int group, List<String> columns) {
    BlockMetaData block = reader.getRowGroups().get(group);
    long bytes =
        block.getColumns().stream()
            .filter(chunk -> columns.contains(chunk.getPath().toDotString()))
            .mapToLong(ColumnChunkMetaData::getTotalSize)
            .sum();
    return bytes <= UnpackingLimits.MAX_RECORD_BYTES
        ? Optional.empty()
        : Optional.of(
            "row group %d has %d bytes in columns that are read; the limit is %d"
                .formatted(group + 1, bytes, UnpackingLimits.MAX_RECORD_BYTES));
  }

  /** The chosen columns of a row group, by {@link #column}. */
  ColumnValues[] read(int group) throws IOException {
    return ColumnValues.of(
        reader.readRowGroup(group), schema, reader.getFileMetaData().getCreatedBy());
  }

  /** The values of a column among those read, or null where the file does not have it. */
  @Nullable ColumnValues column(ColumnValues[] columns, @Nullable String name) {
    return name != null && schema.containsField(name) ? columns[schema.getFieldIndex(name)] : null;
  }

  /** The text of the present row, or null. */
  static @Nullable String text(@Nullable ColumnValues column) {
    if (column == null || !column.isPresent()) {
      return null;
    }
    return switch (column.value().getDescriptor().getPrimitiveType().getPrimitiveTypeName()) {
      case BINARY -> column.value().getBinary().toStringUsingUTF8();
      case INT64 -> Long.toString(column.value().getLong());
      default -> Integer.toString(column.value().getInteger());
    };
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}

package org.docaudit.pipeline.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.parquet.PageCodecs;

/** Writes a table as Parquet with ZSTD; rows go to Parquet's columns without Avro between. */
public final class ParquetTableWriter implements TableWriter {

  /**
   * Rows are buffered up to this many bytes. A quarter of Parquet's default, since four tables are
   * open in each of several threads within a heap of 2 GiB.
   */
  private static final long ROW_GROUP_BYTES = 32L << 20;

  private final ParquetWriter<Object[]> writer;

  /** Takes the stream and closes it in the end. */
  ParquetTableWriter(TableSchema schema, OutputStream out) throws IOException {
    this(schema, out, ROW_GROUP_BYTES);
  }

  /**
   * Takes the stream and closes it in the end.
   *
   * @param rowGroupBytes of a row group, compressed
   */
  public ParquetTableWriter(TableSchema schema, OutputStream out, long rowGroupBytes)
      throws IOException {
    this.writer =
        new Builder(new StreamOutputFile(out), schema)
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new PageCodecs())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(rowGroupBytes)
            // Hashing each value took half of the time of writing; ZSTD makes files as small.
            .withDictionaryEncoding(false)
            // For readers that plan memory by column; minima and maxima are kept.
            .withSizeStatisticsEnabled(false)
            .build();
  }

  @Override
  public void write(Object... row) throws IOException {
    writer.write(row);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {

    private final TableSchema schema;

    Builder(OutputFile file, TableSchema schema) {
      super(file);
      this.schema = schema;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @Deprecated // Abstract in the super class; only the other one is called.
    protected WriteSupport<Object[]> getWriteSupport(Configuration conf) {
      return new RowWriteSupport(schema);
    }

    @Override
    protected WriteSupport<Object[]> getWriteSupport(ParquetConfiguration conf) {
      return new RowWriteSupport(schema);
    }
  }

  private static final class RowWriteSupport extends WriteSupport<Object[]> {

    private final TableSchema schema;
    private final Column[] columns;

    /** The last text of each column and its bytes: paths and identifiers come many times over. */
    private final @Nullable Object[] texts;

    private final @Nullable Binary[] binaries;
    private RecordConsumer out;

    RowWriteSupport(TableSchema schema) {
      this.schema = schema;
      this.columns = schema.columns().toArray(new Column[0]);
      this.texts = new Object[columns.length];
      this.binaries = new Binary[columns.length];
    }

    @Override
    @Deprecated // Abstract in the super class; only the other one is called.
    public WriteContext init(Configuration conf) {
      return new WriteContext(schema.messageType(), Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration conf) {
      return new WriteContext(schema.messageType(), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      out = recordConsumer;
    }

    @Override
    public void write(Object[] row) {
      if (row.length != columns.length) {
        throw new IllegalArgumentException(row.length + " values for table " + schema.name());
      }
      out.startMessage();
      for (int i = 0; i < columns.length; i++) {
        Object value = row[i];
        if (value != null) {
          out.startField(columns[i].name(), i);
          writeValue(i, value);
          out.endField(columns[i].name(), i);
        } else if (!columns[i].nullable()) {
          throw new IllegalArgumentException("no " + columns[i].name() + " in " + schema.name());
        }
      }
      out.endMessage();
    }

    private void writeValue(int column, Object value) {
      switch (columns[column].type()) {
        case STRING -> out.addBinary(binary(column, value));
        case BYTES -> out.addBinary(Binary.fromConstantByteArray((byte[]) value));
        case LONG -> out.addLong((Long) value);
        case INT -> out.addInteger((Integer) value);
        case BOOLEAN -> out.addBoolean((Boolean) value);
        case STRING_LIST -> writeList((List<?>) value);
      }
    }

    @SuppressWarnings("ReferenceEquality") // The same object, or it is encoded once more.
    private Binary binary(int column, Object text) {
      Binary last = binaries[column];
      if (last == null || texts[column] != text) {
        last = binary((String) text);
        texts[column] = text;
        binaries[column] = last;
      }
      return last;
    }

    /** Binary.fromString wraps a buffer, through which each byte of a comparison would go. */
    private static Binary binary(String value) {
      return Binary.fromConstantByteArray(value.getBytes(UTF_8));
    }

    private void writeList(List<?> values) {
      out.startGroup();
      if (!values.isEmpty()) {
        out.startField("list", 0);
        for (Object value : values) {
          out.startGroup();
          out.startField("element", 0);
          out.addBinary(binary((String) value));
          out.endField("element", 0);
          out.endGroup();
        }
        out.endField("list", 0);
      }
      out.endGroup();
    }
  }
}

package org.docaudit.pipeline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.MessageType;
import org.docaudit.parquet.PageCompressor;

/**
 * Writes a table as Parquet with ZSTD: values go from rows to the pages of their columns, which
 * parquet-java puts into the file, without records between.
 */
public final class ParquetTableWriter implements TableWriter {

  /**
   * Row groups are buffered up to this many bytes. A quarter of Parquet's default, since four
   * tables are open in each of several threads within a heap of 2 GiB.
   */
  private static final long ROW_GROUP_BYTES = 32L << 20;

  private final TableSchema schema;
  private final Column[] columns;
  private final ColumnChunk[] chunks;
  private final long rowGroupBytes;
  private final ParquetFileWriter file;
  private final PageCompressor compressor = new PageCompressor();
  private long rows;
  private long bytes;
  private boolean failed;

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
    this.schema = schema;
    this.columns = schema.columns().toArray(new Column[0]);
    this.rowGroupBytes = rowGroupBytes;
    MessageType message = schema.messageType();
    List<ColumnDescriptor> descriptors = message.getColumns();
    PageBuffer page = new PageBuffer();
    this.chunks = new ColumnChunk[columns.length];
    for (int i = 0; i < columns.length; i++) {
      chunks[i] = new ColumnChunk(columns[i], descriptors.get(i), page, compressor);
    }
    this.file =
        new ParquetFileWriter(
            new StreamOutputFile(out),
            message,
            ParquetFileWriter.Mode.CREATE,
            rowGroupBytes,
            0,
            null,
            ParquetProperties.builder().build());
    file.start();
  }

  @Override
  public void write(Object... row) throws IOException {
    if (row.length != columns.length) {
      throw new IllegalArgumentException(row.length + " values for table " + schema.name());
    }
    if (failed) {
      throw new IllegalStateException("a row of " + schema.name() + " could not be written");
    }
    failed = true;
    for (int i = 0; i < columns.length; i++) {
      if (row[i] == null && !columns[i].nullable()) {
        throw new IllegalArgumentException("no " + columns[i].name() + " in " + schema.name());
      }
      bytes += chunks[i].add(row[i]);
    }
    rows++;
    if (bytes >= rowGroupBytes) {
      writeRowGroup();
    }
    failed = false;
  }

  private void writeRowGroup() throws IOException {
    file.startBlock(rows);
    for (ColumnChunk chunk : chunks) {
      chunk.writeTo(file);
    }
    file.endBlock();
    rows = 0;
    bytes = 0;
  }

  /** Completes the file, unless a row could not be written. */
  @Override
  public void close() throws IOException {
    try (compressor;
        file) {
      if (!failed) {
        if (rows > 0) {
          writeRowGroup();
        }
        file.end(Map.of());
      }
    }
  }
}

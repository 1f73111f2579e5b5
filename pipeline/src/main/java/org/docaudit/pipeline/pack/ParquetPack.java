package org.docaudit.pipeline.pack;

import static org.docaudit.pipeline.report.ColumnType.BYTES;
import static org.docaudit.pipeline.report.ColumnType.LONG;
import static org.docaudit.pipeline.report.ColumnType.STRING;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.docaudit.container.PackFields;
import org.docaudit.pipeline.report.Column;
import org.docaudit.pipeline.report.ParquetTableWriter;
import org.docaudit.pipeline.report.TableSchema;

/** A Parquet table with the fields of {@link PackFields}. */
final class ParquetPack implements PackWriter<List<Object[]>> {
  /**
   * Of a row group, compressed. A worker reads whole ones: small, so that a corpus splits across
   * workers, and few of their bytes are held.
   */
  private static final long ROW_GROUP_BYTES = 4L << 20;

  private static final TableSchema SCHEMA =
      TableSchema.of(
          "documents",
          Column.required(PackFields.PATH, STRING),
          Column.required(PackFields.KIND, STRING).withDictionary(),
          Column.nullable(PackFields.SIZE, LONG),
          Column.nullable(PackFields.TEXT, STRING),
          Column.nullable(PackFields.TEXT_BYTES, BYTES),
          Column.nullable(PackFields.REASON, STRING).withDictionary(),
          Column.nullable(PackFields.RULE, STRING).withDictionary());

  private final ParquetTableWriter table;

  /** Takes the stream and closes it in the end. */
  ParquetPack(OutputStream out) throws IOException {
    this.table = new ParquetTableWriter(SCHEMA, out, ROW_GROUP_BYTES);
  }

  @Override
  public List<Object[]> encode(List<LoadedFile> files) {
    List<Object[]> rows = new ArrayList<>(files.size());
    for (LoadedFile file : files) {
      byte[] content = file.content();
      String text = file.text().orElse(null);
      rows.add(
          new Object[] {
            file.path(),
            file.kind(),
            content == null ? null : (long) content.length,
            text,
            text == null ? content : null,
            file.reason(),
            file.rule()
          });
    }
    return rows;
  }

  @Override
  public void append(List<Object[]> part) throws IOException {
    for (Object[] row : part) {
      table.write(row);
    }
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}

package org.docaudit.container;

import java.io.IOException;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.nativeudf.DocumentBuffer;
import org.docaudit.parquet.ColumnValues;

/** Reads the texts of Parquet rows; holds the compressed pages of one row group. */
final class ParquetReader implements MemberReader {
  private final ParquetRows rows;
  private final FieldNames fields;
  private ColumnValues[] columns = {};
  private long group = -1;

  /** Of the row group; the next one that can be read. */
  private long row;

  /** Of the row group that could not be read. */
  private long broken = -1;

  ParquetReader(ContainerSource file, FieldNames fields) throws IOException {
    this.rows = new ParquetRows(file);
    this.fields = fields;
    rows.choose(
        List.of(
            String.valueOf(fields.path()), String.valueOf(fields.text()), PackFields.TEXT_BYTES));
  }

  @Override
  public long read(Position position, String path, long expected, long max, DocumentBuffer batch)
      throws IOException {
    if (position.restart() >= rows.groups()
        || position.offset() >= rows.rows((int) position.restart())) {
      throw MemberException.changed();
    } else if (position.restart() == broken) {
      throw new IOException("its row group is broken");
    }
    byte[] text;
    try {
      moveTo(position);
      String name = ParquetRows.text(rows.column(columns, fields.path()));
      if (name == null || !MemberPath.normalize(name).equals(path)) {
        throw MemberException.changed();
      }
      text = bytes(rows.column(columns, fields.text()));
      if (text == null) {
        text = bytes(rows.column(columns, PackFields.TEXT_BYTES));
      }
    } catch (RuntimeException e) {
      broken = position.restart();
      group = -1;
      throw new IOException("its row group is broken: " + e.getMessage(), e);
    }
    if (text == null) {
      throw MemberException.invalid("the record has no '%s'".formatted(fields.text()));
    }
    if (text.length <= max) {
      batch.append(text);
    }
    return text.length;
  }

  private void moveTo(Position position) throws IOException {
    if (group != position.restart() || row > position.offset()) {
      group = -1;
      columns = rows.read((int) position.restart());
      group = position.restart();
      row = 0;
    }
    for (; row < position.offset(); row++) {
      for (ColumnValues column : columns) {
        column.next();
      }
    }
  }

  private static byte @Nullable [] bytes(@Nullable ColumnValues column) {
    return column == null || !column.isPresent() ? null : column.value().getBinary().getBytes();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}

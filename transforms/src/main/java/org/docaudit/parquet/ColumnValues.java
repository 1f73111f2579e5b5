package org.docaudit.parquet;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The values of one column in one row group, row after row, without records between. For columns
 * that have at most one value a row. Nothing is unpacked before it is asked for: a column that
 * nobody looks at costs next to nothing. Not thread-safe.
 */
public final class ColumnValues {
  private final ColumnReadStoreImpl store;
  private final ColumnDescriptor column;
  private @Nullable ColumnReader reader;

  /** Rows that the reader is behind the present one. */
  private int behind;

  private ColumnValues(ColumnReadStoreImpl store, ColumnDescriptor column) {
    this.store = store;
    this.column = column;
  }

  /**
   * The columns of a row group.
   *
   * @param schema of those that were read
   * @param createdBy what wrote the file, as its footer says
   * @return one a column of the schema, in its order
   */
  public static ColumnValues[] of(PageReadStore group, MessageType schema, String createdBy) {
    ColumnReadStoreImpl store =
        new ColumnReadStoreImpl(group, new NoConverters(), schema, createdBy);
    return schema.getColumns().stream()
        .map(column -> new ColumnValues(store, column))
        .toArray(ColumnValues[]::new);
  }

  /** Whether the present row has a value. */
  public boolean isPresent() {
    return isPresent(value());
  }

  private boolean isPresent(ColumnReader at) {
    return at.getCurrentDefinitionLevel() == column.getMaxDefinitionLevel();
  }

  /** The reader, at the present row, for its typed values. */
  public ColumnReader value() {
    ColumnReader at = reader;
    if (at == null) {
      at = store.getColumnReader(column);
      reader = at;
    }
    for (; behind > 0; behind--) {
      if (isPresent(at)) {
        at.skip();
      }
      at.consume();
    }
    return at;
  }

  /** Goes to the next row; the value of this one need not have been read. */
  public void next() {
    behind++;
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

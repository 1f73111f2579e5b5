package org.docaudit.pipeline.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The rows of a report's table one after the other, part after part. Memory is that of a row group
 * of the columns that are read. Not thread-safe.
 *
 * @param <T> the type of a row
 */
public final class RowCursor<T> implements Closeable {

  private final Iterator<Path> parts;
  private final TableSchema schema;
  private final Function<ParquetTableReader, T> row;
  private final Deque<T> few = new ArrayDeque<>();
  private @Nullable Comparator<? super T> order;
  private @Nullable ParquetTableReader part;
  private @Nullable T ahead;

  /**
   * @param row makes what is given of a row of the part
   */
  RowCursor(List<Path> parts, TableSchema schema, Function<ParquetTableReader, T> row) {
    this.parts = parts.iterator();
    this.schema = schema;
    this.row = row;
  }

  /** Puts a few rows in between, before the first that comes after them in an order of both. */
  RowCursor<T> with(List<? extends T> rows, Comparator<? super T> inOrder) {
    few.addAll(rows);
    order = inOrder;
    return this;
  }

  /**
   * The next row, or null at the end.
   *
   * @throws IOException where a part cannot be read; the message names it
   */
  public @Nullable T next() throws IOException {
    try {
      T next = ahead == null ? read() : ahead;
      ahead = null;
      if (!few.isEmpty() && (next == null || order.compare(few.element(), next) < 0)) {
        ahead = next;
        return few.remove();
      }
      return next;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private @Nullable T read() throws IOException {
    while (true) {
      if (part != null && part.next()) {
        return row.apply(part);
      }
      close();
      if (!parts.hasNext()) {
        return null;
      }
      part = new ParquetTableReader(parts.next(), schema);
    }
  }

  @Override
  public void close() throws IOException {
    if (part != null) {
      part.close();
      part = null;
    }
  }
}

package org.docaudit.pipeline.report;

import java.io.Closeable;
import java.io.IOException;

/** Writes the rows of one table to one file; not thread-safe. Closing completes the file. */
public interface TableWriter extends Closeable {

  /**
   * Writes a row.
   *
   * @param row one value a column of the table's schema, null where the column is nullable
   */
  void write(Object... row) throws IOException;

  /** Writes each row to both. */
  static TableWriter both(TableWriter first, TableWriter second) {
    return new TableWriter() {
      @Override
      public void write(Object... row) throws IOException {
        first.write(row);
        second.write(row);
      }

      @Override
      public void close() throws IOException {
        try (first;
            second) {
          // Closing is all there is to do, of the second even where the first fails.
        }
      }
    };
  }
}

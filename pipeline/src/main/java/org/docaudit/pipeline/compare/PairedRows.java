package org.docaudit.pipeline.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.PathOrder;
import org.docaudit.pipeline.report.ReportTables;
import org.docaudit.pipeline.report.RowCursor;

/**
 * A table of two runs side by side, document after document; a renamed document meets itself.
 *
 * <p>Each table is read once, and the earlier one a second time where documents were renamed. In
 * memory are the rows of one document, and the earlier rows of renamed ones.
 *
 * @param <T> the type of a row
 */
final class PairedRows<T> {

  private final Source<T> source;
  private final Function<T, String> pathOf;

  /** Opens the table of a run. */
  interface Source<T> {
    RowCursor<T> open(ReportTables run) throws IOException;
  }

  /** Takes the rows of one document, in their order. */
  interface Visitor<T> {

    /**
     * Takes them.
     *
     * @param path in the later run; of a document that is gone in the earlier
     * @param oldPath in the earlier run, where it was renamed, or null
     */
    void visit(String path, @Nullable String oldPath, List<T> before, List<T> after)
        throws IOException;
  }

  /**
   * @param pathOf the document that a row belongs to; rows are in the order of these
   */
  PairedRows(Source<T> source, Function<T, String> pathOf) {
    this.source = source;
    this.pathOf = pathOf;
  }

  /** Visits every document that has a row in either run, in path order. */
  void forEach(ReportTables before, ReportTables after, DocumentChanges changes, Visitor<T> visitor)
      throws IOException {
    SortedMap<String, List<T>> renamed = renamed(before, changes);
    try (RowCursor<T> earlierRows = source.open(before);
        RowCursor<T> laterRows = source.open(after)) {
      Groups earlier = new Groups(earlierRows, changes);
      Groups later = new Groups(laterRows, null);
      while (true) {
        String path =
            first(
                first(earlier.path(), later.path()), renamed.isEmpty() ? null : renamed.firstKey());
        if (path == null) {
          return;
        }
        List<T> old = renamed.remove(path);
        if (old == null) {
          old = path.equals(earlier.path()) ? earlier.take() : List.of();
        }
        List<T> now = path.equals(later.path()) ? later.take() : List.of();
        visitor.visit(path, changes.oldPath(path), old, now);
      }
    }
  }

  /** The earlier rows of renamed documents by their later paths. */
  private SortedMap<String, List<T>> renamed(ReportTables before, DocumentChanges changes)
      throws IOException {
    SortedMap<String, List<T>> renamed = new TreeMap<>(PathOrder.INSTANCE);
    if (changes.hasRenamed()) {
      try (RowCursor<T> rows = source.open(before)) {
        for (T row = rows.next(); row != null; row = rows.next()) {
          String path = changes.newPath(pathOf.apply(row));
          if (path != null) {
            renamed.computeIfAbsent(path, unused -> new ArrayList<>()).add(row);
          }
        }
      }
    }
    return renamed;
  }

  private static @Nullable String first(@Nullable String a, @Nullable String b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return PathOrder.INSTANCE.compare(a, b) <= 0 ? a : b;
  }

  /** Rows of one run by document; those of renamed documents are passed over. */
  private final class Groups {

    private final RowCursor<T> rows;
    private final @Nullable DocumentChanges passedOver;
    private @Nullable T next;

    Groups(RowCursor<T> rows, @Nullable DocumentChanges passedOver) throws IOException {
      this.rows = rows;
      this.passedOver = passedOver;
      advance();
    }

    @Nullable String path() {
      return next == null ? null : pathOf.apply(next);
    }

    List<T> take() throws IOException {
      List<T> group = new ArrayList<>();
      String path = path();
      while (next != null && pathOf.apply(next).equals(path)) {
        group.add(next);
        advance();
      }
      return group;
    }

    private void advance() throws IOException {
      do {
        next = rows.next();
      } while (next != null
          && passedOver != null
          && passedOver.newPath(pathOf.apply(next)) != null);
    }
  }
}

package org.docaudit.pipeline.compare;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.PathOrder;
import org.docaudit.pipeline.report.ReportTables;
import org.docaudit.pipeline.report.RowCursor;

/**
 * A table of two runs side by side, document after document; a renamed document meets itself.
 *
 * <p>Each table is read once. Where documents were renamed the earlier one is read twice more, and
 * again where they changed their order and have more than {@link #MAX_HELD} rows. In memory are the
 * rows of one document, and as many of renamed ones.
 *
 * @param <T> the type of a row
 */
final class PairedRows<T> {

  /** Earlier rows of renamed documents that are held at once, unless a single one has more. */
  static final int MAX_HELD = 100_000;

  private final Source<T> source;
  private final Function<T, String> pathOf;
  private final int maxHeld;

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
    this(source, pathOf, MAX_HELD);
  }

  /** The same with another bound than {@link #MAX_HELD}. */
  PairedRows(Source<T> source, Function<T, String> pathOf, int maxHeld) {
    this.source = source;
    this.pathOf = pathOf;
    this.maxHeld = maxHeld;
  }

  /** Visits every document that has a row in either run, in path order. */
  void forEach(ReportTables before, ReportTables after, DocumentChanges changes, Visitor<T> visitor)
      throws IOException {
    try (RenamedRows renamed = new RenamedRows(before, changes);
        RowCursor<T> earlierRows = source.open(before);
        RowCursor<T> laterRows = source.open(after)) {
      Groups earlier = new Groups(earlierRows, changes);
      Groups later = new Groups(laterRows, null);
      while (true) {
        String path = first(first(earlier.path(), later.path()), renamed.path());
        if (path == null) {
          return;
        }
        List<T> old =
            path.equals(renamed.path())
                ? renamed.take()
                : path.equals(earlier.path()) ? earlier.take() : List.of();
        List<T> now = path.equals(later.path()) ? later.take() : List.of();
        visitor.visit(path, changes.oldPath(path), old, now);
      }
    }
  }

  private static @Nullable String first(@Nullable String a, @Nullable String b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return PathOrder.INSTANCE.compare(a, b) <= 0 ? a : b;
  }

  /** The earlier rows of renamed documents, in the order of their later paths. */
  private final class RenamedRows implements Closeable {

    private final ReportTables before;
    private final DocumentChanges changes;

    /** How many rows each document has that was not taken yet, by its later path. */
    private final NavigableMap<String, Integer> left = new TreeMap<>(PathOrder.INSTANCE);

    private final Map<String, List<T>> held = new HashMap<>();
    private @Nullable RowCursor<T> rows;

    RenamedRows(ReportTables before, DocumentChanges changes) throws IOException {
      this.before = before;
      this.changes = changes;
      if (changes.hasRenamed()) {
        try (RowCursor<T> all = source.open(before)) {
          for (T row = all.next(); row != null; row = all.next()) {
            String path = changes.newPath(pathOf.apply(row));
            if (path != null) {
              left.merge(path, 1, Integer::sum);
            }
          }
        }
      }
    }

    @Nullable String path() {
      return left.isEmpty() ? null : left.firstKey();
    }

    List<T> take() throws IOException {
      if (held.isEmpty()) {
        hold();
      }
      return held.remove(left.pollFirstEntry().getKey());
    }

    /** Holds the rows of the next documents, which mostly follow those that were held before. */
    private void hold() throws IOException {
      long wanted = 0;
      for (Map.Entry<String, Integer> document : left.entrySet()) {
        if (wanted > 0 && wanted + document.getValue() > maxHeld) {
          break;
        }
        wanted += document.getValue();
        held.put(document.getKey(), new ArrayList<>());
      }
      while (wanted > 0) {
        T row = rows == null ? null : rows.next();
        if (row == null) {
          close();
          rows = source.open(before);
          continue;
        }
        String path = changes.newPath(pathOf.apply(row));
        List<T> document = path == null ? null : held.get(path);
        if (document != null) {
          document.add(row);
          wanted--;
        }
      }
    }

    @Override
    public void close() throws IOException {
      if (rows != null) {
        rows.close();
        rows = null;
      }
    }
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

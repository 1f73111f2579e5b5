package org.docaudit.pipeline.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.PathOrder;
import org.docaudit.pipeline.report.DocumentRow;
import org.docaudit.pipeline.report.DocumentState;
import org.docaudit.pipeline.report.ReportTables;
import org.docaudit.pipeline.report.RowCursor;

/**
 * The documents that changed between two runs. Both tables are read once, side by side; memory
 * grows with the documents that changed, not with those that did not. Immutable.
 */
public final class DocumentChanges {

  private final List<ChangedDocument> documents;
  private final Map<String, ChangedDocument> byOldPath = new HashMap<>();
  private final Map<String, String> oldPaths = new HashMap<>();

  private DocumentChanges(List<ChangedDocument> documents) {
    this.documents = List.copyOf(documents);
    for (ChangedDocument document : documents) {
      String oldPath = document.oldPath();
      if (oldPath != null) {
        oldPaths.put(document.path(), oldPath);
        byOldPath.put(oldPath, document);
      } else if (document.state() == DocumentState.REMOVED) {
        byOldPath.put(document.path(), document);
      }
    }
  }

  /** Compares the documents of two runs, whose tables are {@link ReportTables#inPathOrder}. */
  public static DocumentChanges of(ReportTables before, ReportTables after) throws IOException {
    List<DocumentRow> removed = new ArrayList<>();
    List<DocumentRow> added = new ArrayList<>();
    List<ChangedDocument> changes = new ArrayList<>();
    try (RowCursor<DocumentRow> earlier = before.documents();
        RowCursor<DocumentRow> later = after.documents()) {
      DocumentRow old = earlier.next();
      DocumentRow now = later.next();
      while (old != null || now != null) {
        int order =
            old == null ? 1 : now == null ? -1 : PathOrder.INSTANCE.compare(old.path(), now.path());
        if (order < 0) {
          removed.add(old);
        } else if (order > 0) {
          added.add(now);
        } else if (!same(old, now)) {
          changes.add(
              new ChangedDocument(
                  DocumentState.CHANGED, now.path(), null, "the content is another"));
        }
        old = order <= 0 ? earlier.next() : old;
        now = order >= 0 ? later.next() : now;
      }
    }
    for (RenamedDocuments.Rename rename : RenamedDocuments.find(removed, added, before, after)) {
      changes.add(
          new ChangedDocument(
              DocumentState.RENAMED, rename.newPath(), rename.oldPath(), rename.how()));
    }
    DocumentChanges renames = new DocumentChanges(changes);
    for (DocumentRow each : removed) {
      if (renames.newPath(each.path()) == null) {
        changes.add(
            new ChangedDocument(DocumentState.REMOVED, each.path(), null, "the path is gone"));
      }
    }
    for (DocumentRow each : added) {
      if (renames.oldPath(each.path()) == null) {
        changes.add(new ChangedDocument(DocumentState.ADDED, each.path(), null, "the path is new"));
      }
    }
    changes.sort(Comparator.comparing(ChangedDocument::path, PathOrder.INSTANCE));
    return new DocumentChanges(changes);
  }

  private static boolean same(DocumentRow old, DocumentRow now) {
    return Objects.equals(old.sha256(), now.sha256()) && old.status().equals(now.status());
  }

  /** In path order. */
  public List<ChangedDocument> all() {
    return documents;
  }

  /** How many have each state; all states are there. */
  public Map<DocumentState, Long> counts() {
    Map<DocumentState, Long> counts = new EnumMap<>(DocumentState.class);
    for (DocumentState state : DocumentState.values()) {
      counts.put(state, 0L);
    }
    documents.forEach(document -> counts.merge(document.state(), 1L, Long::sum));
    return counts;
  }

  /** Whether any document was renamed. */
  boolean hasRenamed() {
    return !oldPaths.isEmpty();
  }

  /** Where a document of the earlier run is now, if it was renamed; otherwise null. */
  @Nullable String newPath(String oldPath) {
    ChangedDocument change = byOldPath.get(oldPath);
    return change == null || change.oldPath() == null ? null : change.path();
  }

  /** Where a document of the later run was, if it was renamed; otherwise null. */
  @Nullable String oldPath(String newPath) {
    return oldPaths.get(newPath);
  }

  /** Whether a document of the earlier run is gone for good. */
  boolean isRemoved(String oldPath) {
    ChangedDocument change = byOldPath.get(oldPath);
    return change != null && change.state() == DocumentState.REMOVED;
  }
}

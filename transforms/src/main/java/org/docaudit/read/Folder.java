package org.docaudit.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.PathOrder;

/** A folder while it is walked, and afterwards what was found in it. One thread at a time. */
final class Folder {
  /** To read from; null once that is done, so that a large walk does not keep its paths. */
  @Nullable Path location;

  /** Corpus path: empty, or with {@code /} at its end. */
  final String path;

  /** Path relative to the root, percent-encoded, where {@link #path} cannot tell it. */
  final @Nullable String escapedPath;

  FolderRules rules;

  /** Whether the way here led through a symbolic link. */
  final boolean throughLink;

  /** Files and folders; in path order once {@link #sort} was called. */
  private final List<Entry> entries = new ArrayList<>();

  Folder(
      Path location,
      String path,
      @Nullable String escapedPath,
      FolderRules rules,
      boolean throughLink) {
    this.location = location;
    this.path = path;
    this.escapedPath = escapedPath;
    this.rules = rules;
    this.throughLink = throughLink;
  }

  void add(ListedFile file) {
    entries.add(new Entry(file.path(), file, null));
  }

  void add(Folder folder) {
    entries.add(new Entry(folder.path, null, folder));
  }

  List<Folder> folders() {
    return entries.stream().map(Entry::folder).filter(f -> f != null).toList();
  }

  /**
   * Sorts, and removes entries whose path another one has too: two names can only share their text
   * where one of them is not UTF-8.
   *
   * @return the paths removed
   */
  List<String> sort() {
    // A real name goes before one that was written with escapes.
    entries.sort(
        Comparator.comparing(Entry::path, PathOrder.INSTANCE).thenComparing(Entry::isEscaped));
    List<String> removed = new ArrayList<>();
    String previous = null;
    for (int i = 0; i < entries.size(); i++) {
      String current = entries.get(i).path();
      if (current.equals(previous)) {
        removed.add(current);
      }
      previous = current;
    }
    if (!removed.isEmpty()) {
      List<Entry> unique = new ArrayList<>();
      for (Entry entry : entries) {
        if (unique.isEmpty() || !unique.get(unique.size() - 1).path().equals(entry.path())) {
          unique.add(entry);
        }
      }
      entries.clear();
      entries.addAll(unique);
    }
    return removed;
  }

  List<Entry> entries() {
    return entries;
  }

  /** A file or a folder; a folder's path ends in {@code /}, as its files' order demands. */
  record Entry(String path, @Nullable ListedFile file, @Nullable Folder folder) {
    boolean isEscaped() {
      return (file != null && file.escapedPath() != null)
          || (folder != null && folder.escapedPath != null);
    }
  }
}

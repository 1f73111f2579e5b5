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

  /** Files and folders as they were found; none once {@link #pack} was called. */
  private List<Entry> entries = new ArrayList<>();

  /** The same in path order once {@link #pack} was called. */
  private List<Part> parts = List.of();

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
    return parts.stream().map(Part::folder).filter(f -> f != null).toList();
  }

  /**
   * Sorts and packs, and removes entries whose path another one has too: two names can only share
   * their text where one of them is not UTF-8.
   *
   * @return the paths removed
   */
  List<String> pack() {
    // A real name goes before one that was written with escapes.
    entries.sort(
        Comparator.comparing(Entry::path, PathOrder.INSTANCE).thenComparing(Entry::isEscaped));
    List<String> removed = new ArrayList<>();
    List<Part> packed = new ArrayList<>();
    List<ListedFile> neighbours = new ArrayList<>();
    String previous = null;
    for (Entry entry : entries) {
      if (entry.path().equals(previous)) {
        removed.add(entry.path());
      } else if (entry.file() != null) {
        neighbours.add(entry.file());
      } else {
        addTo(packed, neighbours);
        packed.add(new Part(null, entry.folder()));
      }
      previous = entry.path();
    }
    addTo(packed, neighbours);
    entries = List.of();
    parts = List.copyOf(packed);
    return removed;
  }

  private static void addTo(List<Part> parts, List<ListedFile> neighbours) {
    if (!neighbours.isEmpty()) {
      parts.add(new Part(FileRun.of(neighbours), null));
      neighbours.clear();
    }
  }

  /** What the folder holds, which it then forgets, so that a large walk is not held twice. */
  List<Part> takeParts() {
    List<Part> taken = parts;
    parts = List.of();
    return taken;
  }

  /** Neighbouring files, or a folder. */
  record Part(@Nullable FileRun files, @Nullable Folder folder) {}

  /** A file or a folder; a folder's path ends in {@code /}, as its files' order demands. */
  private record Entry(String path, @Nullable ListedFile file, @Nullable Folder folder) {
    boolean isEscaped() {
      return (file != null && file.escapedPath() != null)
          || (folder != null && folder.escapedPath != null);
    }
  }
}

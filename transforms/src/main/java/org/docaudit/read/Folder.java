package org.docaudit.read;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
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

  void addDocument(
      String name,
      @Nullable String escaped,
      long bytes,
      long modifiedMillis,
      boolean readableByAll) {
    entries.add(
        new Entry(
            name, escaped, FileKind.DOCUMENT, null, bytes, modifiedMillis, readableByAll, null));
  }

  void addSkipped(String name, @Nullable String escaped, Skip skip) {
    entries.add(new Entry(name, escaped, FileKind.SKIPPED, skip, 0, 0, false, null));
  }

  void addOther(String name, @Nullable String escaped) {
    entries.add(new Entry(name, escaped, FileKind.OTHER, null, 0, 0, false, null));
  }

  void add(Folder folder) {
    String name = folder.path.substring(path.length());
    entries.add(new Entry(name, folder.escapedPath, FileKind.OTHER, null, 0, 0, false, folder));
  }

  /** Forgets what was added. */
  void clear() {
    entries = List.of();
  }

  /** Asks of the name of each document added whether it is left out. */
  void leaveOut(Function<String, @Nullable Skip> rules) {
    for (Entry entry : entries) {
      if (entry.kind == FileKind.DOCUMENT) {
        entry.leaveOut(rules.apply(entry.nameText()));
      }
    }
  }

  List<Folder> folders() {
    return parts.stream().map(Part::folder).filter(f -> f != null).toList();
  }

  /**
   * Sorts and packs, and removes entries whose path another one has too: two names can only share
   * their text where one of them is not UTF-8.
   *
   * @param root index into the listing's roots
   * @return the paths removed
   */
  List<String> pack(int root) {
    Collections.sort(entries);
    List<String> removed = new ArrayList<>();
    List<Part> packed = new ArrayList<>();
    PackedFiles.Writer neighbours = new PackedFiles.Writer();
    FileFields file = new FileFields();
    file.root = root;
    byte[] prefix = path.getBytes(StandardCharsets.UTF_8);
    file.setPathLength(prefix.length);
    System.arraycopy(prefix, 0, file.path, 0, prefix.length);
    Entry previous = null;
    for (Entry entry : entries) {
      if (previous != null && Arrays.equals(entry.name, previous.name)) {
        removed.add(path + entry.nameText());
      } else if (entry.folder != null) {
        neighbours = packed(packed, neighbours);
        packed.add(new Part(null, entry.folder));
      } else {
        entry.tell(file, prefix.length);
        neighbours.add(file);
        if (neighbours.files() == FileRun.FULL) {
          neighbours = packed(packed, neighbours);
        }
      }
      previous = entry;
    }
    packed(packed, neighbours);
    entries = List.of();
    parts = List.copyOf(packed);
    return removed;
  }

  /** Adds what was written, if anything, and gives a writer for what follows. */
  private static PackedFiles.Writer packed(List<Part> parts, PackedFiles.Writer neighbours) {
    if (neighbours.files() == 0) {
      return neighbours;
    }
    parts.add(new Part(FileRun.plain(neighbours), null));
    return new PackedFiles.Writer();
  }

  /** What the folder holds, which it then forgets, so that a large walk is not held twice. */
  List<Part> takeParts() {
    List<Part> taken = parts;
    parts = List.of();
    return taken;
  }

  /** Neighbouring files, or a folder. */
  record Part(@Nullable FileRun files, @Nullable Folder folder) {}

  /** A file or a folder; a folder's name ends in {@code /}, as its files' order demands. */
  private static final class Entry implements Comparable<Entry> {
    /** In UTF-8, by which entries are sorted and packed. */
    final byte[] name;

    final @Nullable String escapedPath;
    final long bytes;
    final long modifiedMillis;
    final boolean readableByAll;
    final @Nullable Folder folder;
    FileKind kind;
    @Nullable Skip skip;

    Entry(
        String name,
        @Nullable String escapedPath,
        FileKind kind,
        @Nullable Skip skip,
        long bytes,
        long modifiedMillis,
        boolean readableByAll,
        @Nullable Folder folder) {
      this.name = name.getBytes(StandardCharsets.UTF_8);
      this.escapedPath = escapedPath;
      this.kind = kind;
      this.skip = skip;
      this.bytes = bytes;
      this.modifiedMillis = modifiedMillis;
      this.readableByAll = readableByAll;
      this.folder = folder;
    }

    String nameText() {
      return new String(name, StandardCharsets.UTF_8);
    }

    void leaveOut(@Nullable Skip reason) {
      if (reason != null) {
        kind = FileKind.SKIPPED;
        skip = reason;
      }
    }

    /** Says what it is, behind a path that is there already. */
    void tell(FileFields file, int prefixLength) {
      file.setPathLength(prefixLength + name.length);
      System.arraycopy(name, 0, file.path, prefixLength, name.length);
      file.escapedPath = escapedPath;
      file.kind = kind;
      file.skip = skip;
      file.bytes = bytes;
      file.modifiedMillis = modifiedMillis;
      file.readableByAll = readableByAll && kind == FileKind.DOCUMENT;
    }

    /** By {@link PathOrder}; a real name goes before one that was written with escapes. */
    @Override
    public int compareTo(Entry other) {
      // Bytes of names, not characters of paths: of half a million files that was a second.
      int order = Arrays.compareUnsigned(name, other.name);
      return order != 0 ? order : Boolean.compare(escapedPath != null, other.escapedPath != null);
    }
  }
}

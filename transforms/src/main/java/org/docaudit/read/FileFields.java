package org.docaudit.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.container.Position;

/**
 * What a {@link ListedFile} says, as it is packed: one instance for all files that are read or
 * written in turn, so that a walk over millions needs no objects. Not thread-safe.
 */
final class FileFields {
  FileKind kind = FileKind.OTHER;
  int root;

  /** The path in UTF-8, in the first {@link #pathLength} bytes. */
  byte[] path = new byte[256];

  int pathLength;
  @Nullable String escapedPath;
  @Nullable Skip skip;
  long bytes;
  long modifiedMillis;
  boolean readableByAll;
  Position position = Position.START;

  /** Takes over what a file says. */
  void set(ListedFile file) {
    path = file.path().getBytes(StandardCharsets.UTF_8);
    pathLength = path.length;
    kind = file.kind();
    root = file.root();
    escapedPath = file.escapedPath();
    skip = file.skip();
    bytes = file.bytes();
    modifiedMillis = file.modifiedMillis();
    readableByAll = file.readableByAll();
    position = file.position();
  }

  /** Makes room for a path; its beginning stays. */
  void setPathLength(int length) {
    if (length > path.length) {
      path = Arrays.copyOf(path, 2 * length);
    }
    pathLength = length;
  }

  boolean isDocument() {
    return kind == FileKind.DOCUMENT;
  }

  /** {@link String#hashCode} of the path. */
  int pathHash() {
    int hash = 0;
    for (int i = 0; i < pathLength; i++) {
      if (path[i] < 0) {
        return pathText().hashCode();
      }
      hash = 31 * hash + path[i];
    }
    return hash;
  }

  String pathText() {
    return new String(path, 0, pathLength, StandardCharsets.UTF_8);
  }

  ListedFile toFile() {
    return new ListedFile(
        pathText(), escapedPath, root, bytes, modifiedMillis, kind, skip, readableByAll, position);
  }
}

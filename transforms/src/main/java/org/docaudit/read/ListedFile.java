package org.docaudit.read;

import java.io.Serializable;
import java.util.Objects;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.container.Position;

/**
 * A file of the corpus.
 *
 * @param path the corpus path, with {@code /}: relative to its root, after the root's {@link
 *     CorpusRoot#pathPrefix}. Bytes of a name that are not UTF-8 stand as {@code %XX}.
 * @param escapedPath the path relative to the root, percent-encoded, where {@code path} cannot tell
 *     it because a name is not UTF-8; otherwise null
 * @param root index into the listing's roots
 * @param bytes size when listed; 0 unless it is a document
 * @param modifiedMillis last modification in milliseconds of the epoch; 0 unless it is a document
 * @param skip not null exactly when the kind is {@link FileKind#SKIPPED}
 * @param readableByAll whether the bits of a document on a local disk let owner, group and all
 *     others read it; false where nobody asked
 * @param position of a document in a packed corpus; otherwise {@link Position#START}
 */
public record ListedFile(
    String path,
    @Nullable String escapedPath,
    int root,
    long bytes,
    long modifiedMillis,
    FileKind kind,
    @Nullable Skip skip,
    boolean readableByAll,
    Position position)
    implements Serializable {

  public ListedFile {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(position, "position");
    if ((skip != null) != (kind == FileKind.SKIPPED)) {
      throw new IllegalArgumentException(kind + " with skip " + skip);
    }
    if (root < 0 || bytes < 0) {
      throw new IllegalArgumentException("root " + root + ", bytes " + bytes);
    }
  }

  static ListedFile document(
      String path, @Nullable String escapedPath, int root, long bytes, long modifiedMillis) {
    return new ListedFile(
        path,
        escapedPath,
        root,
        bytes,
        modifiedMillis,
        FileKind.DOCUMENT,
        null,
        false,
        Position.START);
  }

  /** A document in a packed corpus. */
  static ListedFile packed(String path, int root, long bytes, Position position) {
    return new ListedFile(path, null, root, bytes, 0, FileKind.DOCUMENT, null, false, position);
  }

  static ListedFile skipped(String path, @Nullable String escapedPath, int root, Skip skip) {
    return new ListedFile(
        path, escapedPath, root, 0, 0, FileKind.SKIPPED, skip, false, Position.START);
  }

  static ListedFile other(String path, @Nullable String escapedPath, int root) {
    return new ListedFile(
        path, escapedPath, root, 0, 0, FileKind.OTHER, null, false, Position.START);
  }

  /** Whether the file is to be audited. */
  public boolean isDocument() {
    return kind == FileKind.DOCUMENT;
  }
}

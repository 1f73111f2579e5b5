package org.docaudit.read;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Neighbouring files, packed. Immutable and thread-safe; equal by content. */
final class FileRun implements Iterable<ListedFile>, Serializable {
  /** Files of a run in a listing at most; whoever wants one of them unpacks so many. */
  static final int FULL = 1024;

  private static final long serialVersionUID = 1;

  private final byte[] packed;
  private final int size;
  private final int documents;
  private final long documentBytes;
  private final List<Skip> skips;

  /**
   * @param packed as {@link PackedFiles} has it; not copied
   * @param skips that the packed form counts
   */
  FileRun(byte[] packed, int size, int documents, long documentBytes, List<Skip> skips) {
    this.packed = packed;
    this.size = size;
    this.documents = documents;
    this.documentBytes = documentBytes;
    this.skips = List.copyOf(skips);
  }

  /** The files, compressed. */
  static FileRun of(Iterable<ListedFile> files) {
    PackedFiles.Writer writer = new PackedFiles.Writer();
    files.forEach(writer::add);
    return compressed(writer);
  }

  static FileRun compressed(PackedFiles.Writer files) {
    return of(files.compressed(), files);
  }

  /** For what is soon packed anew. */
  static FileRun plain(PackedFiles.Writer files) {
    return of(files.plain(), files);
  }

  private static FileRun of(byte[] packed, PackedFiles.Writer files) {
    return new FileRun(
        packed, files.files(), files.documents(), files.documentBytes(), files.skips());
  }

  int size() {
    return size;
  }

  int documents() {
    return documents;
  }

  long documentBytes() {
    return documentBytes;
  }

  List<Skip> skips() {
    return skips;
  }

  /** Not a copy. */
  byte[] packed() {
    return packed;
  }

  ListingCounts counts() {
    return skips.isEmpty()
        ? new ListingCounts(documents, documentBytes, size - documents, Map.of())
        : ListingCounts.of(this);
  }

  @Override
  public PackedFiles.Reader iterator() {
    return new PackedFiles.Reader(packed, size, skips);
  }

  List<ListedFile> unpacked() {
    List<ListedFile> files = new ArrayList<>(size);
    forEach(files::add);
    return files;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof FileRun other
        && size == other.size
        && skips.equals(other.skips)
        && Arrays.equals(packed, other.packed);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(packed);
  }
}

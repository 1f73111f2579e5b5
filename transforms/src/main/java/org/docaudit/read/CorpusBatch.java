package org.docaudit.read;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * Neighbouring files of a listing, packed: about 8 bytes a file.
 *
 * <p>Immutable; equal when number, roots and files are. Iterates in path order, each time anew.
 */
public final class CorpusBatch implements Iterable<ListedFile>, Serializable {
  private static final long serialVersionUID = 1;

  private final int id;
  private final List<CorpusRoot> roots;
  private final List<Skip> skips;
  private final int fileCount;
  private final int documentCount;
  private final long documentBytes;
  private final boolean continued;

  private final byte[] packed;

  CorpusBatch(
      int id,
      List<CorpusRoot> roots,
      List<Skip> skips,
      int fileCount,
      int documentCount,
      long documentBytes,
      boolean continued,
      byte[] packed) {
    this.id = id;
    this.roots = List.copyOf(roots);
    this.skips = List.copyOf(skips);
    this.fileCount = fileCount;
    this.documentCount = documentCount;
    this.documentBytes = documentBytes;
    this.continued = continued;
    this.packed = packed;
  }

  /** A batch of which reading can begin at its first document. */
  static CorpusBatch of(int id, List<CorpusRoot> roots, List<ListedFile> files) {
    return of(id, roots, files, false);
  }

  static CorpusBatch of(int id, List<CorpusRoot> roots, List<ListedFile> files, boolean continued) {
    PackedFiles.Writer writer = new PackedFiles.Writer();
    files.forEach(writer::add);
    ListingCounts counts = ListingCounts.of(files);
    return new CorpusBatch(
        id,
        roots,
        writer.skips(),
        files.size(),
        Math.toIntExact(counts.documents()),
        counts.documentBytes(),
        continued,
        writer.toByteArray());
  }

  /** Number of the batch, from 0 in path order. */
  public int id() {
    return id;
  }

  /** The roots of the whole listing, which {@link ListedFile#root} counts. */
  public List<CorpusRoot> roots() {
    return roots;
  }

  /** Files of any kind. */
  public int fileCount() {
    return fileCount;
  }

  public int documentCount() {
    return documentCount;
  }

  /** Size of the documents together when they were listed. */
  public long documentBytes() {
    return documentBytes;
  }

  /**
   * Whether its first document can be read only by reading on from where the batch before ends, or
   * by reading what that one has read once more.
   */
  boolean continued() {
    return continued;
  }

  /**
   * Work in it, in bytes: a file of whatever size weighs as much as 256 bytes, so that empty ones
   * count too.
   */
  public long weight() {
    return weight(documentBytes, fileCount);
  }

  static long weight(long documentBytes, long files) {
    return documentBytes + 256 * files;
  }

  @Override
  public Iterator<ListedFile> iterator() {
    return new PackedFiles.Reader(packed, fileCount, skips);
  }

  List<Skip> skips() {
    return skips;
  }

  /** Not a copy. */
  byte[] packed() {
    return packed;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof CorpusBatch other
        && id == other.id
        && fileCount == other.fileCount
        && continued == other.continued
        && roots.equals(other.roots)
        && skips.equals(other.skips)
        && Arrays.equals(packed, other.packed);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, fileCount, Arrays.hashCode(packed));
  }

  @Override
  public String toString() {
    return "batch " + id + " of " + documentCount + " documents, " + documentBytes + " bytes";
  }
}

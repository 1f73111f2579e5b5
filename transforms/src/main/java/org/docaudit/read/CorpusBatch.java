package org.docaudit.read;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * Neighbouring files of a listing, packed: about 8 bytes a file.
 *
 * <p>Immutable; equal when number, roots and files are. Iterates in path order, each time anew.
 */
public final class CorpusBatch implements Iterable<ListedFile>, Serializable {
  private static final long serialVersionUID = 2;

  private final int id;
  private final List<CorpusRoot> roots;
  private final FileRun files;
  private final boolean continued;

  CorpusBatch(int id, List<CorpusRoot> roots, FileRun files, boolean continued) {
    this.id = id;
    this.roots = List.copyOf(roots);
    this.files = files;
    this.continued = continued;
  }

  /** A batch of which reading can begin at its first document. */
  static CorpusBatch of(int id, List<CorpusRoot> roots, List<ListedFile> files) {
    return new CorpusBatch(id, roots, FileRun.of(files), false);
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
    return files.size();
  }

  public int documentCount() {
    return files.documents();
  }

  /** Size of the documents together when they were listed. */
  public long documentBytes() {
    return files.documentBytes();
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
    return weight(documentBytes(), fileCount());
  }

  static long weight(long documentBytes, long files) {
    return documentBytes + 256 * files;
  }

  @Override
  public Iterator<ListedFile> iterator() {
    return files.iterator();
  }

  FileRun files() {
    return files;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof CorpusBatch other
        && id == other.id
        && continued == other.continued
        && roots.equals(other.roots)
        && files.equals(other.files);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, files);
  }

  @Override
  public String toString() {
    return "batch " + id + " of " + documentCount() + " documents, " + documentBytes() + " bytes";
  }
}

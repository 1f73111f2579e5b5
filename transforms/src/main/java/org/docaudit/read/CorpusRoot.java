package org.docaudit.read;

import java.io.Serializable;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What the paths of one corpus are relative to: a folder, or the file of a packed corpus. A corpus
 * that is packed in several files has a root for each, with the same name and prefix.
 *
 * @param name the folder's or the file's name, of a packed corpus without its ending, of a glob the
 *     name of its folder; made unique among several corpora by {@code -2}, {@code -3}, …
 * @param pathPrefix what stands before the paths: {@code NAME/} where there are several corpora,
 *     otherwise empty
 * @param location URI of the folder, ending in {@code /}, or of the packed corpus; for a local one
 *     {@code file:///…}, its real path percent-encoded byte by byte, so that {@code
 *     Path.of(URI.create(location))} opens it whatever the locale
 * @param local whether it is on a local file system
 * @param packed how the corpus is packed, or null for a folder
 */
public record CorpusRoot(
    String name, String pathPrefix, String location, boolean local, @Nullable PackedCorpus packed)
    implements Serializable {

  public CorpusRoot {
    if (location.endsWith("/") == (packed != null)) {
      throw new IllegalArgumentException("location of a folder needs / at its end: " + location);
    }
  }

  /** A folder. */
  public CorpusRoot(String name, String pathPrefix, String location, boolean local) {
    this(name, pathPrefix, location, local, null);
  }

  /** The path relative to this root of a file in it. */
  String relativize(ListedFile file) {
    return file.path().substring(pathPrefix.length());
  }
}

package org.docaudit.read;

import java.io.Serializable;

/**
 * The folder that the paths of one corpus are relative to.
 *
 * @param name the folder's name; made unique among several corpora by {@code -2}, {@code -3}, …
 * @param pathPrefix what stands before the paths: {@code NAME/} where there are several corpora,
 *     otherwise empty
 * @param location URI of the folder, ending in {@code /}; for a local one {@code file:///…/}, its
 *     real path percent-encoded byte by byte, so that {@code Path.of(URI.create(location))} opens
 *     it whatever the locale
 * @param local whether the folder is on a local file system
 */
public record CorpusRoot(String name, String pathPrefix, String location, boolean local)
    implements Serializable {

  public CorpusRoot {
    if (!location.endsWith("/")) {
      throw new IllegalArgumentException("location without / at its end: " + location);
    }
  }

  /** The path relative to this root of a file in it. */
  String relativize(ListedFile file) {
    return file.path().substring(pathPrefix.length());
  }
}

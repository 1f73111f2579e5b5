package org.docaudit.pipeline.config;

import java.nio.file.Path;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Where a configuration file is: on a local disk, or in an object store.
 *
 * @param path absolute; null where it is in a store
 * @param uri absolute
 */
public record ConfigLocation(@Nullable Path path, String uri) {

  /** A file on a local disk. */
  public static ConfigLocation of(Path path) {
    return new ConfigLocation(path, path.toUri().toString());
  }

  /** An object of a store. */
  public static ConfigLocation stored(String uri) {
    return new ConfigLocation(null, uri);
  }
}

package org.docaudit.read;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Optional;

/**
 * A file system that is not local, as far as an audit reads it. Safe for threads.
 *
 * <p>Three kinds of failure are told apart: {@link FileNotFoundException}, {@link
 * AccessDeniedException} with a reason, and {@link StoreUnavailableException}. Any other {@link
 * IOException} says something of the one object. What is no URI, or none of a known store, is an
 * {@link IllegalArgumentException}.
 */
public interface ObjectStore {

  /**
   * Everything below a folder, at any depth and in any order.
   *
   * @param folder URI that ends in {@code /}
   * @return empty where there is nothing
   */
  List<StoredObject> list(String folder) throws IOException;

  /** The object, if there is one; a folder is none. */
  Optional<StoredObject> find(String uri) throws IOException;

  /** Opens an object; {@link FileNotFoundException} where it is gone. */
  ReadableByteChannel open(String uri) throws IOException;

  /**
   * Opens a part of an object.
   *
   * @param offset where it begins, less than the object's size
   * @param length how many bytes will be read at most; the channel may have more
   */
  ReadableByteChannel open(String uri, long offset, int length) throws IOException;
}

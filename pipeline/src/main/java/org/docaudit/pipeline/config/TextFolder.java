package org.docaudit.pipeline.config;

import java.nio.file.Path;

/** A folder, to which the names of files in a configuration are relative. */
public interface TextFolder {

  /**
   * Reads a file whole, as UTF-8.
   *
   * @param what names the file in messages
   * @return the text without a byte-order mark
   */
  String read(String name, String what) throws ConfigException;

  /** A folder on a local disk. */
  static TextFolder of(Path folder) {
    return (name, what) -> TextFile.read(TextFile.resolve(folder, name), what);
  }
}

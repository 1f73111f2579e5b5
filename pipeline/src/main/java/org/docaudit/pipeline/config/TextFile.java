package org.docaudit.pipeline.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files of the user's own, read whole as UTF-8. */
final class TextFile {
  /** Nobody writes a configuration or schema of this size by hand. */
  private static final long MAX_BYTES = 4L << 20;

  private TextFile() {}

  static Path resolve(Path folder, String name) throws ConfigException {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      throw new ConfigException("not a file name: '" + name + "'", e);
    }
  }

  /** The text without a byte-order mark; {@code what} names the file in messages. */
  static String read(Path file, String what) throws ConfigException {
    try {
      if (Files.isDirectory(file)) {
        throw new ConfigException(what + " is a folder");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new ConfigException(what + " is larger than " + MAX_BYTES + " bytes");
      }
      String text = Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new ConfigException(what + " does not exist", e);
    } catch (CharacterCodingException e) {
      throw new ConfigException(what + " is not valid UTF-8", e);
    } catch (IOException e) {
      throw new ConfigException(what + " cannot be read: " + e, e);
    }
  }
}

package org.docaudit.pipeline.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files of the user's own, read whole as UTF-8. */
final class TextFile {
  /** Nobody writes a configuration or schema of this size by hand. */
  private static final int MAX_BYTES = 4 << 20;

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
        throw tooLarge(what);
      }
      return decode(Files.readAllBytes(file), what);
    } catch (NoSuchFileException e) {
      throw new ConfigException(what + " does not exist", e);
    } catch (IOException e) {
      throw new ConfigException(what + " cannot be read: " + e, e);
    }
  }

  /** The same from an open file, which is closed. */
  static String read(InputStream in, String what) throws ConfigException, IOException {
    try (in) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw tooLarge(what);
      }
      return decode(bytes, what);
    }
  }

  private static ConfigException tooLarge(String what) {
    return new ConfigException(what + " is larger than " + MAX_BYTES + " bytes");
  }

  private static String decode(byte[] bytes, String what) throws ConfigException {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ConfigException(what + " is not valid UTF-8", e);
    }
  }
}

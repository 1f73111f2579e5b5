package org.docaudit.pipeline.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.docaudit.model.Sha256;

/** SHA-256 of files, one after the other. */
final class FileDigest {

  private static final int BUFFER_BYTES = 1 << 16;

  private FileDigest() {}

  /** 64 lower-case hexadecimal digits. */
  static String of(List<Path> files) throws IOException {
    MessageDigest sha256 = Sha256.digest();
    byte[] buffer = new byte[BUFFER_BYTES];
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          sha256.update(buffer, 0, read);
        }
      }
    }
    return Sha256.hex(sha256);
  }
}

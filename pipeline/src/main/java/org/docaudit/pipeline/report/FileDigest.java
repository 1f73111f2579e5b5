package org.docaudit.pipeline.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.docaudit.analysis.Engines;
import org.docaudit.model.Sha256;
import org.docaudit.pipeline.EngineChoice;

/** SHA-256 of files, one after the other. */
final class FileDigest {

  private static final int BUFFER_BYTES = 1 << 16;

  private FileDigest() {}

  /**
   * Reads the files.
   *
   * @param engine whose implementation of the hash is taken; both come to the same
   * @return 64 lower-case hexadecimal digits
   */
  static String of(List<Path> files, EngineChoice engine) throws IOException {
    MessageDigest sha256 = Engines.sha256(engine.id());
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    for (Path file : files) {
      try (FileChannel in = FileChannel.open(file)) {
        while (in.read(buffer) >= 0) {
          sha256.update(buffer.flip());
          buffer.clear();
        }
      }
    }
    return Sha256.hex(sha256);
  }
}

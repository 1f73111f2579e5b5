package org.docaudit.pipeline.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/**
 * By what a file is known to be as it was written. It tells damage, not a forgery.
 *
 * @param bytes its length
 * @param crc CRC-32C of its bytes
 */
record FileCheck(long bytes, long crc) {

  private static final int BUFFER_BYTES = 1 << 16;

  static FileCheck of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return copy(in, Long.MAX_VALUE, OutputStream.nullOutputStream());
    }
  }

  /** Copies so many bytes, or to the end where there are fewer, and says what they were. */
  static FileCheck copy(InputStream in, long most, OutputStream out) throws IOException {
    CRC32C crc = new CRC32C();
    byte[] buffer = new byte[BUFFER_BYTES];
    long bytes = 0;
    while (bytes < most) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, most - bytes));
      if (read < 0) {
        break;
      }
      crc.update(buffer, 0, read);
      out.write(buffer, 0, read);
      bytes += read;
    }
    return new FileCheck(bytes, crc.getValue());
  }

  void write(PackWriter out) {
    out.writeLong(bytes);
    out.writeLong(crc);
  }

  static FileCheck read(PackReader in) {
    return new FileCheck(in.readLong(), in.readLong());
  }
}

package org.docaudit.pipeline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.docaudit.model.Sha256;

/** {@code findings.jsonl}, put together from the parts of the shards in their order. */
final class FindingLines {

  private static final String FILE = "findings.jsonl";

  private FindingLines() {}

  static String part(int shard) {
    return ReportLocation.PARTS + "/findings-%05d.jsonl".formatted(shard);
  }

  /** The file of a report. */
  static Path in(Path report) {
    return report.resolve(FILE);
  }

  private static void append(Path part, OutputStream out) throws IOException {
    if (Files.exists(part)) {
      Files.copy(part, out);
    }
  }

  /** Returns the SHA-256 of the file, 64 lower-case hexadecimal digits. */
  static String join(Path report, int shards) throws IOException {
    MessageDigest sha256 = Sha256.digest();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(in(report)), sha256)) {
      for (int shard = 0; shard < shards; shard++) {
        append(report.resolve(part(shard)), out);
      }
      append(report.resolve(part(ThresholdFindings.PART)), out);
    }
    return Sha256.hex(sha256);
  }
}

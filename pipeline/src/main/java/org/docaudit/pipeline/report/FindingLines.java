package org.docaudit.pipeline.report;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

  /**
   * Writes the file.
   *
   * @return its SHA-256, 64 lower-case hexadecimal digits
   */
  static String join(Path report, int shards) throws IOException {
    Path file = in(report);
    try (FileChannel out = FileChannel.open(file, CREATE_NEW, WRITE)) {
      for (int shard = 0; shard < shards; shard++) {
        append(report.resolve(part(shard)), out);
      }
      append(report.resolve(part(ThresholdFindings.PART)), out);
    }
    return FileDigest.of(List.of(file));
  }

  private static void append(Path part, FileChannel out) throws IOException {
    if (Files.exists(part)) {
      try (FileChannel in = FileChannel.open(part)) {
        long copied = 0;
        while (copied < in.size()) {
          copied += in.transferTo(copied, in.size() - copied, out);
        }
      }
    }
  }
}

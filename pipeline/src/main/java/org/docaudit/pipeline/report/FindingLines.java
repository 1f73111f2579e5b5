package org.docaudit.pipeline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code findings.jsonl}, put together from the parts of the shards in their order. */
final class FindingLines {

  private static final String FILE = "findings.jsonl";

  private FindingLines() {}

  static String part(int shard) {
    return ReportLocation.PARTS + "/findings-%05d.jsonl".formatted(shard);
  }

  static void join(Path report, int shards) throws IOException {
    try (OutputStream out = Files.newOutputStream(report.resolve(FILE))) {
      for (int shard = 0; shard < shards; shard++) {
        Path part = report.resolve(part(shard));
        if (Files.exists(part)) {
          Files.copy(part, out);
        }
      }
    }
  }
}

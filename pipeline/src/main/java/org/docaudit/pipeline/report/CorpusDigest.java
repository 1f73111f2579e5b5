package org.docaudit.pipeline.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The digest of a corpus: SHA-256 over the sorted lines {@code SHA256 PATH\n} of its documents. The
 * lines of the buckets follow each other in sorted order, so that they are read as a stream.
 */
final class CorpusDigest {

  private CorpusDigest() {}

  static String part(int bucket) {
    return ReportLocation.PARTS + "/digest-%05d.txt".formatted(bucket);
  }

  /** 64 lower-case hexadecimal digits. */
  static String of(Path report, int buckets) throws IOException {
    List<Path> parts = new ArrayList<>();
    for (int bucket = 0; bucket < buckets; bucket++) {
      Path part = report.resolve(part(bucket));
      if (Files.exists(part)) {
        parts.add(part);
      }
    }
    return FileDigest.of(parts);
  }
}

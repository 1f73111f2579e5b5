package org.docaudit.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.docaudit.nativeudf.DocumentBuffer;

/** What a packed corpus holds, as lines of text. */
final class PackedContents {
  private PackedContents() {}

  /**
   * First {@code PATH RULE: message} of each problem, then in order {@code PATH = text} of a
   * document, {@code PATH RULE: message} of one that cannot be read, {@code PATH skipped REASON},
   * and {@code PATH other}. Documents travel through batches as in a job.
   */
  static List<String> of(Path file, ListingOptions options) throws Exception {
    CorpusListing listing = CorpusLister.list(List.of(file.toString()), options);
    List<String> lines = new ArrayList<>();
    for (ListingProblem problem : listing.problems()) {
      lines.add(problem.path() + " " + problem.rule().id() + ": " + problem.message());
    }
    try (DocumentReader reader = new DocumentReader(1000)) {
      for (CorpusBatch batch : BatchPlanner.plan(listing, 100, 3)) {
        CorpusBatch travelled = travel(batch);
        for (ListedFile each : travelled) {
          lines.add(each.path() + content(reader, travelled.roots().get(each.root()), each));
        }
      }
    }
    return lines;
  }

  private static String content(DocumentReader reader, CorpusRoot root, ListedFile file) {
    Skip skip = file.skip();
    if (skip != null) {
      return " skipped " + skip.reason().id();
    } else if (!file.isDocument()) {
      return " other";
    }
    DocumentBuffer buffer = new DocumentBuffer();
    try {
      reader.read(root, file, buffer);
      return " = " + new String(buffer.get(0), StandardCharsets.UTF_8);
    } catch (ReadFailure e) {
      return " " + e.rule().id() + ": " + e.getMessage();
    }
  }

  private static CorpusBatch travel(CorpusBatch batch) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CorpusBatchCoder.of().encode(batch, out);
    return CorpusBatchCoder.of().decode(new ByteArrayInputStream(out.toByteArray()));
  }
}

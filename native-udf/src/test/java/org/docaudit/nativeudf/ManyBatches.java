package org.docaudit.nativeudf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Analyzes batches, and prints by how many KiB the process has grown since the first tenth. */
final class ManyBatches {

  private ManyBatches() {}

  /**
   * Runs.
   *
   * @param arguments how many batches, and what they are: {@code good}, or the order of a fault
   */
  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[0]);
    List<List<byte[]>> batches =
        arguments[1].equals("good")
            ? List.of(
                Documents.generated(1), List.of(Documents.utf8("# A\n\n[b](c.md)\n")), List.of())
            : List.of(List.of(Documents.utf8(arguments[1])));
    NativeAnalyzer analyzer = NativeAnalyzer.create(Documents.LIMITS);
    int failures = run(analyzer, batches, count / 10);
    long before = residentKib();
    failures += run(analyzer, batches, count);
    System.out.println(failures + " " + (residentKib() - before));
  }

  private static int run(NativeAnalyzer analyzer, List<List<byte[]>> batches, int count) {
    int failures = 0;
    for (int i = 0; i < count; i++) {
      try {
        analyzer.analyze(batches.get(i % batches.size()));
      } catch (NativeException e) {
        failures++;
      }
    }
    System.gc();
    return failures;
  }

  private static long residentKib() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    throw new IOException("no VmRSS in /proc/self/status");
  }
}

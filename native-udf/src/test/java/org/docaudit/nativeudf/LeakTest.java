package org.docaudit.nativeudf;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 100,000 batches leave no memory behind, neither in the heap nor outside. */
class LeakTest {

  private static final int BATCHES = 100_000;

  /** What the JVM itself may take meanwhile; a leak of 100 bytes a batch takes 10 MiB. */
  private static final long ALLOWED_KIB = 8 << 10;

  @Test
  void residentMemoryStaysFlat() throws Exception {
    BuiltLibrary.resource();
    List<List<byte[]>> batches =
        List.of(Documents.generated(1), List.of(Documents.utf8("# A\n\n[b](c.md)\n")), List.of());
    NativeAnalyzer analyzer = NativeAnalyzer.create(Documents.LIMITS);
    run(analyzer, batches, BATCHES / 10);
    long before = residentKib();
    run(analyzer, batches, BATCHES);
    long grown = residentKib() - before;
    assertTrue(grown < ALLOWED_KIB, () -> "grown by " + grown + " KiB");
  }

  private static void run(NativeAnalyzer analyzer, List<List<byte[]>> batches, int count)
      throws NativeException {
    for (int i = 0; i < count; i++) {
      analyzer.analyze(batches.get(i % batches.size()));
    }
    System.gc();
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

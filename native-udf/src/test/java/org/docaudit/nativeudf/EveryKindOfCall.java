package org.docaudit.nativeudf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.List;

/** Calls the library in every way it can be called, and says how often that went how. */
final class EveryKindOfCall {

  private static int records;
  private static int hashes;
  private static int failures;

  private EveryKindOfCall() {}

  public static void main(String[] args) throws Exception {
    NativeAnalyzer analyzer = NativeAnalyzer.create(Documents.LIMITS);
    for (int seed = 0; seed < 200; seed++) {
      analyze(analyzer, Documents.generated(seed));
    }
    analyze(analyzer, List.of());
    analyze(analyzer, List.of(Documents.utf8("[a](b)\n\n".repeat(40_000))));
    for (int i = 0; i < 100; i++) {
      for (String fault : List.of("fault:panic", "fault:formatted-panic", "fault:too-large")) {
        analyze(analyzer, List.of(Documents.utf8(fault)));
      }
      refused(direct(4), 5, direct(64), Documents.LIMITS);
      refused(ByteBuffer.allocate(4), 4, direct(64), Documents.LIMITS);
      refused(direct(4), 4, direct(64), new long[3]);
      refused(direct(8).putInt(1).putInt(7), 8, direct(64), Documents.LIMITS);
    }
    MessageDigest sha256 = NativeSha256.ifLoaded().orElseThrow();
    for (int length = 0; length < 10_000; length += 17) {
      hashes += sha256.digest(new byte[length]).length / 32;
      try {
        NativeKernel.compress(new int[8], new byte[length], 1, length / 64 + 1);
      } catch (NativeException e) {
        failures++;
      }
    }
    NativeDescription.read();
    System.out.println(records + " records, " + hashes + " hashes, " + failures + " failures");
  }

  private static void analyze(NativeAnalyzer analyzer, List<byte[]> documents) {
    try {
      records += analyzer.analyze(documents).hasRemaining() ? 1 : 0;
    } catch (NativeException e) {
      failures++;
    }
  }

  private static void refused(ByteBuffer batch, int length, ByteBuffer record, long[] limits) {
    try {
      NativeKernel.analyze(batch, length, record, limits, new long[NativeAnalyzer.PARTS]);
    } catch (NativeException e) {
      failures++;
    }
  }

  private static ByteBuffer direct(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}

package org.docaudit.nativeudf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches leave no memory behind, neither in the heap nor outside. */
class LeakTest {

  /**
   * So that the heap neither grows nor is touched for the first time, and C2 does not come with
   * megabytes of its own in the middle.
   */
  private static final List<String> FIXED_HEAP =
      List.of(
          "-Xms64m",
          "-Xmx64m",
          "-XX:+AlwaysPreTouch",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1");

  /** What the JVM itself may take meanwhile; a leak of 100 bytes a batch takes 10 MiB. */
  private static final int ALLOWED_KIB = 4 << 10;

  @Test
  void hundredThousandBatches() throws Exception {
    BuiltLibrary.resource();
    assertFlat(0, FIXED_HEAP, "100000", "good");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fault:formatted-panic", "fault:too-large"})
  void hundredThousandFailures(String fault) throws Exception {
    List<String> options = new ArrayList<>(FIXED_HEAP);
    options.add("-D" + NativeLibrary.LIBRARY_PROPERTY + "=" + BuiltLibrary.withFaults());
    assertFlat(110_000, options, "100000", fault);
  }

  private static void assertFlat(int failures, List<String> options, String... arguments)
      throws Exception {
    String output = ChildJvm.run(ManyBatches.class, options, Map.of(), arguments);
    String[] numbers = output.strip().split(" ", -1);
    assertEquals(failures, Integer.parseInt(numbers[0]), output);
    int grown = Integer.parseInt(numbers[1]);
    assertTrue(grown < ALLOWED_KIB, () -> "grown by " + grown + " KiB");
  }
}

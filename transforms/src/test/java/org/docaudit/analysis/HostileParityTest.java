package org.docaudit.analysis;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents made to hurt: both engines give equal facts, neither fails or hangs. */
class HostileParityTest {

  private static final int FEWEST_KINDS = 230;

  /** Guards against what never ends; all of a size take seconds. */
  private static final Duration HANG = Duration.ofMinutes(9);

  /**
   * Guards against quadratic growth, in seconds of the thread's CPU time for both engines and one
   * document: the slowest of 1 MB takes half of one, and takes a minute where it is quadratic.
   */
  private static final long HANG_CPU_SECONDS = 20;

  private final EngineParity parity = new EngineParity();

  @ParameterizedTest
  @ValueSource(ints = {10_000, 100_000, 1_000_000})
  void everyKind(int size) {
    Map<String, byte[]> documents = HostileInputs.ofSize(size);
    assertTrue(documents.size() >= FEWEST_KINDS, () -> documents.size() + " kinds");
    assertTimeoutPreemptively(HANG, () -> documents.forEach(this::compare));
    parity.assertEqual(documents.size());
  }

  private void compare(String kind, byte[] document) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    parity.compare(kind, document);
    long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    assertTrue(
        taken < Duration.ofSeconds(HANG_CPU_SECONDS).toNanos(),
        () -> "%s: %d ms for %d bytes".formatted(kind, taken / 1_000_000, document.length));
  }
}

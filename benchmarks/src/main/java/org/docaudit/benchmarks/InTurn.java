package org.docaudit.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures both sides of a kernel in turn, so that both meet the same minutes of the machine, and
 * keeps the shortest pass of each: other work can make a pass longer, never shorter.
 *
 * <p>Time is the thread's own on the CPU. Garbage is collected by other threads, which is to Java's
 * advantage.
 */
final class InTurn {

  private static final String NATIVE = "native";
  private static final long WARM_UP_NANOS = 1_500_000_000L;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Kernel kernel;
  private final Documents documents;
  private final Map<String, Work> sides = new LinkedHashMap<>();
  private final Map<String, Long> shortest = new LinkedHashMap<>();

  /** Keeps results alive, so that no pass can be compiled away. */
  private Object last = "";

  /**
   * Prepares a kernel and warms it up.
   *
   * @throws IllegalStateException where there is nothing to compare, or the sides do not find the
   *     same
   */
  InTurn(Kernel kernel, Documents all) {
    this.kernel = kernel;
    this.documents = kernel.select(all);
    if (documents.count() == 0) {
      throw new IllegalStateException(kernel + ": no document to compare on");
    }
    sides.put(NATIVE, kernel.nativeKernel(documents));
    sides.putAll(kernel.java(documents));
    List<Object> found = new ArrayList<>();
    sides.values().forEach(side -> found.add(side.run()));
    for (Object other : found) {
      if (!other.equals(found.get(0))) {
        throw new IllegalStateException(kernel + ": the sides do not find the same");
      }
    }
    long end = THREADS.getCurrentThreadCpuTime() + WARM_UP_NANOS * sides.size();
    while (THREADS.getCurrentThreadCpuTime() < end) {
      sides.values().forEach(side -> last = side.run());
    }
  }

  /** More passes of each side; what was measured before still counts. */
  InTurn rounds(int rounds) {
    for (int round = 0; round < rounds; round++) {
      sides.forEach(
          (name, side) -> {
            long start = THREADS.getCurrentThreadCpuTime();
            last = side.run();
            shortest.merge(name, THREADS.getCurrentThreadCpuTime() - start, Math::min);
          });
    }
    return this;
  }

  /** The fastest Java side against the native one. */
  MeasuredRatio ratio() {
    String fastest =
        sides.keySet().stream()
            .filter(name -> !name.equals(NATIVE))
            .min((one, other) -> Long.compare(nanos(one), nanos(other)))
            .orElseThrow();
    return new MeasuredRatio(
        kernel.name(),
        documents.count(),
        documents.bytes(),
        fastest,
        millis(fastest),
        millis(NATIVE),
        Math.round(100.0 * nanos(fastest) / nanos(NATIVE)) / 100.0);
  }

  private long nanos(String side) {
    return shortest.getOrDefault(side, Long.MAX_VALUE);
  }

  private double millis(String side) {
    return Math.round(nanos(side) / 1e3) / 1e3;
  }

  @Override
  public String toString() {
    return kernel + " " + last.hashCode();
  }
}

package org.docaudit.analysis;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.docaudit.analysis.EngineComparison.Difference;

/**
 * Runs documents through both engines and keeps what differs, by the fact that does. Counts what it
 * compared: a comparison of nothing fails.
 */
final class EngineParity {

  /** Whether the build made a library; where it did, one that does not load is a failure. */
  static final boolean NATIVE = Boolean.getBoolean("docaudit.test.native");

  private final EngineComparison comparison;
  private final Map<String, List<String>> differences = new TreeMap<>();
  private int compared;

  EngineParity() {
    assumeTrue(NATIVE, "built without cargo");
    comparison =
        new EngineComparison(
            new JavaEngine(Limits.DEFAULT),
            Engines.create(NativeEngine.NAME, Limits.DEFAULT).engine());
  }

  /** Compares the documents of a batch, whose names are the keys. */
  void compare(Map<String, byte[]> documents) {
    Iterator<String> names = documents.keySet().iterator();
    for (List<Difference> found : comparison.compare(List.copyOf(documents.values()))) {
      String name = names.next();
      found.forEach(difference -> differs(name, difference));
      compared++;
    }
  }

  void compare(String name, byte[] document) {
    compare(Map.of(name, document));
  }

  /** Fails on any difference, and where less was compared than should have been. */
  void assertEqual(int atLeast) {
    assertTrue(compared >= Math.max(atLeast, 1), () -> "compared only " + compared);
    // Each document has more facts than this, even an empty one.
    assertTrue(comparison.facts() >= 5L * compared, () -> comparison.facts() + " facts");
    if (!differences.isEmpty()) {
      StringBuilder message = new StringBuilder("of " + compared + " documents differ");
      differences.forEach(
          (fact, places) -> {
            message.append("\n%6d in %s%n".formatted(places.size(), fact));
            places.stream().limit(5).forEach(place -> message.append("  ").append(place));
          });
      fail(message.toString());
    }
  }

  private void differs(String name, Difference difference) {
    String place =
        "%s:%n    java   %s%n    native %s%n"
            .formatted(name, line(difference.expected()), line(difference.actual()));
    differences.computeIfAbsent(difference.fact(), any -> new ArrayList<>()).add(place);
  }

  private static String line(String text) {
    return text.replace("\n", "\\n");
  }
}

package org.docaudit.analysis;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.docaudit.analysis.markdown.MarkdownFacts;

/**
 * Runs documents through both engines and keeps what differs, by the fact that does. Counts what it
 * compared: a comparison of nothing fails.
 */
final class EngineParity {

  /** Whether the build made a library; where it did, one that does not load is a failure. */
  static final boolean NATIVE = Boolean.getBoolean("docaudit.test.native");

  private final AnalysisEngine reference = new JavaEngine(Limits.DEFAULT);
  private final AnalysisEngine engine;
  private final Map<String, List<String>> differences = new TreeMap<>();
  private int compared;

  EngineParity() {
    assumeTrue(NATIVE, "built without cargo");
    engine = Engines.create(NativeEngine.NAME, Limits.DEFAULT).engine();
  }

  /** Compares the documents of a batch, whose names are the keys. */
  void compare(Map<String, byte[]> documents) {
    List<byte[]> batch = List.copyOf(documents.values());
    ParsedBatch expected = reference.parse(batch);
    ParsedBatch actual = engine.parse(batch);
    if (actual.fallback() != null || !actual.engine().equals(NativeEngine.NAME)) {
      fail("the kernel failed on " + documents.keySet() + ": " + actual.fallback());
    }
    int i = 0;
    for (String name : documents.keySet()) {
      compareRecords("", name, expected.documents().get(i), actual.documents().get(i));
      compared++;
      i++;
    }
    if (!words(expected).equals(words(actual))) {
      differs("word frequencies", String.join(", ", documents.keySet()), "", "");
    }
  }

  void compare(String name, byte[] document) {
    compare(Map.of(name, document));
  }

  /** Fails on any difference, and where less was compared than should have been. */
  void assertEqual(int atLeast) {
    assertTrue(compared >= Math.max(atLeast, 1), () -> "compared only " + compared);
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

  private static Map<String, List<Long>> words(ParsedBatch batch) {
    Map<String, List<Long>> words = new LinkedHashMap<>();
    batch.words().forEach((word, count, documents) -> words.put(word, List.of(count, documents)));
    return words;
  }

  private void compareRecords(String prefix, String name, Record expected, Record actual) {
    for (RecordComponent component : expected.getClass().getRecordComponents()) {
      Object one;
      Object other;
      try {
        one = component.getAccessor().invoke(expected);
        other = component.getAccessor().invoke(actual);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
      String fact = prefix + component.getName();
      if (one instanceof MarkdownFacts facts) {
        compareRecords(fact + ".", name, facts, (Record) other);
      } else if (!Objects.equals(one, other)) {
        differs(fact, name, one, other);
      }
    }
  }

  private void differs(String fact, String name, Object expected, Object actual) {
    String java = String.valueOf(expected);
    String rust = String.valueOf(actual);
    int same = 0;
    while (same < Math.min(java.length(), rust.length())
        && java.charAt(same) == rust.charAt(same)) {
      same++;
    }
    int from = Math.max(0, same - 150);
    String place =
        "%s:%n    java   …%s%n    native …%s%n".formatted(name, cut(java, from), cut(rust, from));
    differences.computeIfAbsent(fact, any -> new ArrayList<>()).add(place);
  }

  private static String cut(String text, int from) {
    return text.substring(from, Math.min(text.length(), from + 400)).replace("\n", "\\n");
  }
}

package org.docaudit.analyze;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.docaudit.analysis.AnalysisEngine;
import org.docaudit.analysis.EngineComparison;
import org.docaudit.analysis.JavaEngine;
import org.docaudit.analysis.Limits;
import org.docaudit.analysis.ParsedBatch;
import org.docaudit.summary.DifferingInput;
import org.docaudit.summary.ShadowTotals;
import org.junit.jupiter.api.Test;

class ShadowSampleTest {

  private static final List<String> PATHS =
      IntStream.range(0, 10_000).mapToObj("docs/page-%d.md"::formatted).toList();

  private final AnalysisEngine java = new JavaEngine(Limits.DEFAULT);

  /** Reads as the Java engine does, but {@code wrong} as {@code right}. */
  private ParsedBatch other(List<byte[]> documents) {
    List<byte[]> changed = new ArrayList<>();
    documents.forEach(
        document -> changed.add(utf8(new String(document, UTF_8).replace("wrong", "right"))));
    ParsedBatch parsed = java.parse(changed);
    return new ParsedBatch(
        "other", parsed.documents(), parsed.words(), parsed.times(), parsed.fallback());
  }

  private ShadowSample sample(double share) {
    return new ShadowSample(share, () -> new EngineComparison(java, this::other));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  void theShareFollowsFromThePaths() {
    assertEquals(0, PATHS.stream().filter(sample(0)::has).count());
    assertEquals(10_000, PATHS.stream().filter(sample(1)::has).count());
    List<String> one = PATHS.stream().filter(sample(0.01)::has).toList();
    assertTrue(one.size() >= 80 && one.size() <= 120, () -> one.size() + " of 100");
    assertEquals(one, PATHS.stream().filter(sample(0.01)::has).toList());
    assertTrue(PATHS.stream().filter(sample(0.02)::has).toList().containsAll(one));
  }

  @Test
  void differencesAreCountedAndTheSmallestKept() {
    List<String> paths = PATHS.subList(0, 100);
    List<byte[]> contents = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      contents.add(utf8(i % 2 == 0 ? "fine\n" : "wrong" + ".".repeat(100 - i) + "\n"));
    }
    ShadowTotals totals = sample(1).compare(paths, contents, other(contents));
    assertEquals(100, totals.sampled());
    assertEquals(100, totals.compared());
    assertEquals(0, totals.uncompared());
    assertEquals(50, totals.differing());
    assertEquals(Map.of("sha256", 50L, "wordFrequencies", 50L), totals.differences());
    // Nine values of each document; three different words of one batch, and one of each of those
    // that were looked at again.
    assertEquals(100 * 9 + 2 + 100, totals.facts());
    List<DifferingInput> inputs = totals.inputs();
    assertEquals(
        IntStream.range(0, 10).mapToObj(i -> "docs/page-%d.md".formatted(99 - 2 * i)).toList(),
        inputs.stream().map(DifferingInput::path).toList());
    assertArrayEquals(utf8("wrong.\n"), inputs.get(0).content());
    assertEquals(7, inputs.get(0).bytes());
    assertEquals("wordFrequencies", inputs.get(0).differences().get(1).fact());
  }

  @Test
  void whatJavaReadIsNotCompared() {
    List<byte[]> contents = List.of(utf8("wrong\n"), utf8("fine\n"));
    ShadowTotals totals =
        sample(1).compare(List.of("a.md", "b.md"), contents, java.parse(contents));
    assertEquals(2, totals.sampled());
    assertEquals(0, totals.compared());
    assertEquals(2, totals.uncompared());
    assertEquals(0, totals.facts());
  }

  @Test
  void aLargeDocumentIsNamedAlone() {
    List<byte[]> contents = List.of(utf8("wrong" + "\n".repeat(DifferingInput.MAX_BYTES)));
    ShadowTotals totals = sample(1).compare(List.of("large.md"), contents, other(contents));
    DifferingInput input = totals.inputs().get(0);
    assertEquals("large.md", input.path());
    assertEquals(DifferingInput.MAX_BYTES + 5, input.bytes());
    assertEquals(null, input.content());
  }
}

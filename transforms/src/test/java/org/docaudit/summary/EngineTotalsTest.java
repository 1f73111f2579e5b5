package org.docaudit.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.beam.sdk.util.CoderUtils;
import org.docaudit.analysis.AnalysisPart;
import org.docaudit.analysis.EngineComparison.Difference;
import org.docaudit.analysis.KernelTimes;
import org.junit.jupiter.api.Test;

class EngineTotalsTest {

  private static final List<Consumer<EngineTotals>> BATCHES =
      List.of(
          totals -> {
            totals.parsed("native", 10, 1_000, times(50, AnalysisPart.MARKDOWN, 30));
            totals.shadow().sampled(1);
            totals.shadow().compared(1, 20);
            totals.shadow().differs(input("a.md", 100, "markdown.links"));
            totals.ran("one:7", WorkerTotals.read("native", 10, 1_000, null));
            totals.ran("one:7", WorkerTotals.busy(Stage.ANALYZE, 60));
          },
          totals -> {
            totals.parsed("native", 20, 2_000, times(70, AnalysisPart.HASH, 5));
            totals.ran("two:8", WorkerTotals.read("native", 20, 2_000, null));
            totals.shadow().sampled(3);
            totals.shadow().compared(3, 40);
            totals.shadow().differs(input("large.md", 200, "lines", "words"));
            totals.shadow().differs(input("b.md", 100, "words"));
          },
          totals -> {
            totals.parsed("java", 5, 500, times(400, AnalysisPart.MARKDOWN, 300));
            totals.fellBack("PANIC", "second", 5, "b.md");
            totals.ran("one:7", WorkerTotals.read("java", 5, 500, null));
            totals.ran("one:7", WorkerTotals.busy(Stage.ANALYZE, 400));
          },
          totals -> {
            totals.parsed("java", 6, 600, times(500, AnalysisPart.MARKDOWN, 400));
            totals.fellBack("PANIC", "first", 6, "a.md");
            totals.ran("one:7", WorkerTotals.read("java", 6, 600, null));
            totals.ran("two:8", WorkerTotals.busy(Stage.LINKS, 7));
          },
          totals -> {
            totals.parsed("java", 1, 60, times(5, AnalysisPart.TEXT, 4));
            totals.shadow().sampled(1);
            totals.shadow().uncompared(1);
            totals.ran("three:9", WorkerTotals.read("java", 1, 60, "no library"));
          });

  private static DifferingInput input(String path, int bytes, String... facts) {
    return new DifferingInput(
        path,
        new byte[bytes],
        Arrays.stream(facts).map(fact -> new Difference(fact, "1", "2")).toList());
  }

  private static KernelTimes times(long whole, AnalysisPart part, long nanos) {
    return new KernelTimes(whole, Map.of(part, nanos));
  }

  @Test
  void batchesMeetInAnyOrder() throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      List<Consumer<EngineTotals>> batches = new ArrayList<>(BATCHES);
      Collections.shuffle(batches, new Random(seed));
      CorpusTotals sum = new CorpusTotals();
      for (Consumer<EngineTotals> batch : batches) {
        CorpusTotals part = new CorpusTotals();
        batch.accept(part.engines());
        sum.merge(CoderUtils.clone(CorpusTotalsCoder.of(), part));
      }
      EngineTotals all = sum.engines();
      assertEquals(
          Map.of(
              "native",
              new KernelTotals(
                  2,
                  30,
                  3_000,
                  new KernelTimes(120, Map.of(AnalysisPart.MARKDOWN, 30L, AnalysisPart.HASH, 5L))),
              "java",
              new KernelTotals(
                  3,
                  12,
                  1_160,
                  new KernelTimes(
                      905, Map.of(AnalysisPart.MARKDOWN, 700L, AnalysisPart.TEXT, 4L)))),
          all.kernels());
      assertEquals(Map.of("PANIC", new FallbackTotals(2, 11, "a.md", "first")), all.fallbacks());
      assertEquals(
          Map.of(
              "one:7",
              new WorkerTotals(
                  Map.of("native", 10L, "java", 11L), 2_100, Map.of(Stage.ANALYZE, 460L), null),
              "two:8",
              new WorkerTotals(Map.of("native", 20L), 2_000, Map.of(Stage.LINKS, 7L), null),
              "three:9",
              new WorkerTotals(Map.of("java", 1L), 60, Map.of(), "no library")),
          all.workers());
      assertEquals(460, sum.nanos(Stage.ANALYZE));
      assertEquals(5, all.batches());
      assertEquals(42, all.documents());
      assertEquals(0.4, all.fallbackRatio());
      ShadowTotals shadow = all.shadow();
      assertEquals(5, shadow.sampled());
      assertEquals(4, shadow.compared());
      assertEquals(1, shadow.uncompared());
      assertEquals(60, shadow.facts());
      assertEquals(3, shadow.differing());
      assertEquals(Map.of("lines", 1L, "markdown.links", 1L, "words", 2L), shadow.differences());
      assertEquals(
          List.of("a.md", "b.md", "large.md"),
          shadow.inputs().stream().map(DifferingInput::path).toList());
    }
  }

  @Test
  void noBatchIsNoFallback() {
    assertEquals(0, new EngineTotals().fallbackRatio());
  }
}

package org.docaudit.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KernelTimesTest {

  private static final List<byte[]> DOCUMENTS =
      List.of(("---\ntitle: x\n---\n" + "# Words\n".repeat(2_000)).getBytes(UTF_8));

  @Test
  void sumsKeepEveryPart() {
    KernelTimes one = new KernelTimes(5, Map.of(AnalysisPart.HASH, 2L, AnalysisPart.TEXT, 1L));
    KernelTimes other =
        new KernelTimes(7, Map.of(AnalysisPart.HASH, 3L, AnalysisPart.MARKDOWN, 4L));
    KernelTimes sum =
        new KernelTimes(
            12, Map.of(AnalysisPart.TEXT, 1L, AnalysisPart.HASH, 5L, AnalysisPart.MARKDOWN, 4L));
    assertEquals(sum, one.plus(other));
    assertEquals(sum, other.plus(one));
    assertEquals(sum, sum.plus(KernelTimes.ZERO));
    assertEquals(
        List.of(AnalysisPart.TEXT, AnalysisPart.HASH, AnalysisPart.MARKDOWN),
        List.copyOf(sum.parts().keySet()));
  }

  @Test
  void theJavaEngineMeasuresItsParts() {
    assertMeasured(
        new JavaEngine(Limits.DEFAULT), EnumSet.complementOf(EnumSet.of(AnalysisPart.TRANSFER)));
  }

  @Test
  void theNativeEngineMeasuresItsParts() throws Exception {
    assumeTrue(Boolean.getBoolean("docaudit.test.native"), "built without cargo");
    assertMeasured(NativeEngine.create(Limits.DEFAULT), EnumSet.allOf(AnalysisPart.class));
  }

  private static void assertMeasured(AnalysisEngine engine, EnumSet<AnalysisPart> parts) {
    KernelTimes times = engine.parse(DOCUMENTS).times();
    assertEquals(parts, times.parts().keySet());
    times.parts().forEach((part, nanos) -> assertTrue(nanos > 0, part + " of " + times));
    long sum = times.parts().values().stream().mapToLong(Long::longValue).sum();
    assertTrue(sum <= times.whole(), times::toString);
  }
}

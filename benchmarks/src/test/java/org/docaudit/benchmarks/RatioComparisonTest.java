package org.docaudit.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatioComparisonTest {

  @Test
  void passesWhatHasFallenByTwentyPercentOrRisen() {
    List<MeasuredRatio> recorded = List.of(ratio("A", 4.0), ratio("B", 2.0));
    assertEquals(
        Map.of(), RatioComparison.fallen(recorded, List.of(ratio("A", 3.2), ratio("B", 9.0))));
  }

  @Test
  void namesWhatHasFallenFurther() {
    List<MeasuredRatio> recorded = List.of(ratio("A", 4.0), ratio("B", 2.0));
    assertEquals(
        Map.of("A", "A is 3.19 times as fast as Java; recorded is 4.00, allowed are 3.20 and more"),
        RatioComparison.fallen(recorded, List.of(ratio("A", 3.19), ratio("B", 1.6))));
  }

  @Test
  void whatIsNoNumberHasFallen() {
    assertEquals(
        List.of("A"),
        List.copyOf(
            RatioComparison.fallen(List.of(ratio("A", 4.0)), List.of(ratio("A", Double.NaN)))
                .keySet()));
  }

  @Test
  void comparesEveryKernelOrRefuses() {
    List<MeasuredRatio> one = List.of(ratio("A", 4.0));
    List<MeasuredRatio> two = List.of(ratio("A", 4.0), ratio("B", 2.0));
    assertEquals(
        "recorded are the ratios of [A], measured those of [A, B]; record anew with --json",
        refusal(one, two));
    assertEquals(
        "recorded are the ratios of [A, B], measured those of [A]; record anew with --json",
        refusal(two, one));
    assertEquals(
        "recorded are the ratios of [], measured those of []; record anew with --json",
        refusal(List.of(), List.of()));
    assertEquals(
        "more than one ratio of [A]", refusal(one, List.of(ratio("A", 4.0), ratio("A", 4.0))));
  }

  private static String refusal(List<MeasuredRatio> recorded, List<MeasuredRatio> measured) {
    return assertThrows(
            IllegalArgumentException.class, () -> RatioComparison.fallen(recorded, measured))
        .getMessage();
  }

  private static MeasuredRatio ratio(String kernel, double ratio) {
    return new MeasuredRatio(kernel, 1, 1, "Java engine", ratio, 1, ratio);
  }
}

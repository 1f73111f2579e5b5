package org.docaudit.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares measured ratios with recorded ones. Ratios of the two sides in one run are compared, not
 * times, so that the machine matters little.
 */
final class RatioComparison {

  /** A ratio may fall to this share of the recorded one. */
  static final double ALLOWED = 0.8;

  private RatioComparison() {}

  /**
   * The kernels whose ratio has fallen too far, with what to tell of each; empty where none has.
   *
   * @throws IllegalArgumentException where a kernel was not measured or not recorded: nothing is
   *     passed over
   */
  static Map<String, String> fallen(List<MeasuredRatio> recorded, List<MeasuredRatio> measured) {
    Map<String, Double> before = byKernel(recorded);
    Map<String, Double> now = byKernel(measured);
    if (before.isEmpty() || !before.keySet().equals(now.keySet())) {
      throw new IllegalArgumentException(
          "recorded are the ratios of %s, measured those of %s; record anew with --json"
              .formatted(before.keySet(), now.keySet()));
    }
    Map<String, String> fallen = new LinkedHashMap<>();
    before.forEach(
        (kernel, ratio) -> {
          double least = ratio * ALLOWED;
          double found = now.getOrDefault(kernel, 0.0);
          // Not "found < least": what is no number has fallen too.
          if (!(found >= least)) {
            fallen.put(
                kernel,
                "%s is %.2f times as fast as Java; recorded is %.2f, allowed are %.2f and more"
                    .formatted(kernel, found, ratio, least));
          }
        });
    return fallen;
  }

  private static Map<String, Double> byKernel(List<MeasuredRatio> ratios) {
    Map<String, Double> byKernel = new LinkedHashMap<>();
    List<String> twice = new ArrayList<>();
    for (MeasuredRatio ratio : ratios) {
      if (byKernel.put(ratio.kernel(), ratio.ratio()) != null) {
        twice.add(ratio.kernel());
      }
    }
    if (!twice.isEmpty()) {
      throw new IllegalArgumentException("more than one ratio of " + twice);
    }
    return byKernel;
  }
}

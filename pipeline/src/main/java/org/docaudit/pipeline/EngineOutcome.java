package org.docaudit.pipeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.docaudit.summary.EngineTotals;
import org.docaudit.summary.FallbackTotals;
import org.docaudit.summary.ShadowTotals;
import org.docaudit.summary.WorkerTotals;

/** What there is to say of the engines once a job has ended, in words. */
final class EngineOutcome {

  private EngineOutcome() {}

  /** Why the run is incomplete although nothing was lost, or empty where it is not. */
  static Optional<String> problem(AuditConfig config, EngineTotals engines) {
    if (engines.fallbackRatio() <= config.maxFallbackRatio()) {
      return Optional.empty();
    }
    Map.Entry<String, FallbackTotals> first = engines.fallbacks().entrySet().iterator().next();
    return Optional.of(
        "the native engine failed on %s, more than the share of %s that --max-fallback-ratio allows (%s)"
            .formatted(
                ofBatches(engines.failedBatches(), engines),
                plain(config.maxFallbackRatio()),
                reason(first)));
  }

  /** What the user should know besides which engine ran; one sentence each. */
  static List<String> notes(AuditConfig config, EngineTotals engines) {
    List<String> notes = new ArrayList<>();
    engines
        .fallbacks()
        .entrySet()
        .forEach(
            fallback ->
                notes.add(
                    "%s went to java (%s)"
                        .formatted(
                            ofBatches(fallback.getValue().batches(), engines), reason(fallback))));
    if (config.analysis().shadowSample() > 0) {
      notes.add(shadow(config, engines.shadow()));
    }
    return notes;
  }

  private static String shadow(AuditConfig config, ShadowTotals totals) {
    String sample = "--shadow-sample " + plain(config.analysis().shadowSample()) + ": ";
    if (totals.sampled() == 0) {
      return sample + "nothing was compared, no document fell into the sample";
    }
    if (totals.compared() == 0) {
      return sample + "nothing was compared, only java read the documents";
    }
    String missing =
        totals.uncompared() == 0
            ? ""
            : ", %d more were read by java alone".formatted(totals.uncompared());
    String verdict =
        totals.differing() == 0
            ? "the engines agree on %d documents"
            : "the engines differ on " + totals.differing() + " of %d documents, see shadow/";
    return sample + verdict.formatted(totals.compared()) + missing;
  }

  /** Why a worker did not have the preferred engine; the client's own reason comes first. */
  static Optional<String> unavailable(EngineTotals engines) {
    return engines.workers().values().stream()
        .map(WorkerTotals::reason)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static String ofBatches(long failed, EngineTotals engines) {
    return "%d of %d %s"
        .formatted(failed, engines.batches(), engines.batches() == 1 ? "batch" : "batches");
  }

  private static String reason(Map.Entry<String, FallbackTotals> fallback) {
    return "%s: %s, such as in %s"
        .formatted(fallback.getKey(), fallback.getValue().message(), fallback.getValue().example());
  }

  private static String plain(double share) {
    return new BigDecimal(Double.toString(share))
        .setScale(9, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}

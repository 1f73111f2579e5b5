package org.docaudit.analyze;

import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.docaudit.analysis.ParsedBatch;
import org.docaudit.summary.ShadowTotals;

/**
 * What engines do, as Beam metrics in the namespace of {@link AnalyzeDocuments}: {@code
 * ENGINE-batches}, {@code ENGINE-documents}, {@code ENGINE-bytes}, {@code ENGINE-microseconds},
 * {@code native-fallbacks}, {@code native-fallbacks-CODE}, {@code shadow-compared} and {@code
 * shadow-differing}.
 */
final class EngineMetrics {

  private EngineMetrics() {}

  static void parsed(ParsedBatch parsed, long bytes) {
    String engine = parsed.engine();
    counter(engine + "-batches").inc();
    counter(engine + "-documents").inc(parsed.documents().size());
    counter(engine + "-bytes").inc(bytes);
    counter(engine + "-microseconds").inc(parsed.times().whole() / 1000);
    ParsedBatch.Fallback fallback = parsed.fallback();
    if (fallback != null) {
      counter("native-fallbacks").inc();
      counter("native-fallbacks-" + fallback.code()).inc();
    }
  }

  static void compared(ShadowTotals totals) {
    counter("shadow-compared").inc(totals.compared());
    counter("shadow-differing").inc(totals.differing());
  }

  private static Counter counter(String name) {
    return Metrics.counter(AnalyzeDocuments.class, name);
  }
}

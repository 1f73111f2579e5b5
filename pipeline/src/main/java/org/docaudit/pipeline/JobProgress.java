package org.docaudit.pipeline;

import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricQueryResults;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.docaudit.analyze.AnalyzeDocuments;
import org.docaudit.pipeline.console.Progress;
import org.joda.time.Duration;

/**
 * Shows how far a running job is, from the runner's metrics. They are for progress alone: totals
 * travel with the data.
 */
final class JobProgress {

  private static final Duration INTERVAL = Duration.millis(200);

  private static final MetricsFilter FILTER =
      MetricsFilter.builder()
          .addNameFilter(named(AnalyzeDocuments.DOCUMENTS_METRIC))
          .addNameFilter(named(AnalyzeDocuments.BYTES_METRIC))
          .build();

  private JobProgress() {}

  private static MetricNameFilter named(String metric) {
    return MetricNameFilter.named(AnalyzeDocuments.class, metric);
  }

  /** Returns when the job has ended. */
  static void follow(PipelineResult result, Progress progress) {
    while (!result.getState().isTerminal()) {
      result.waitUntilFinish(INTERVAL);
      MetricQueryResults metrics = result.metrics().queryMetrics(FILTER);
      long documents = 0;
      long bytes = 0;
      for (MetricResult<Long> counter : metrics.getCounters()) {
        boolean ofBytes = counter.getName().getName().equals(AnalyzeDocuments.BYTES_METRIC);
        bytes += ofBytes ? counter.getAttempted() : 0;
        documents += ofBytes ? 0 : counter.getAttempted();
      }
      progress.update(documents, bytes);
    }
  }
}

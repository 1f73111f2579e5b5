package org.docaudit.pipeline.doctor;

import java.util.ArrayList;
import java.util.List;
import org.docaudit.analysis.AnalysisEngine;
import org.docaudit.analysis.EngineComparison;
import org.docaudit.analysis.EngineComparison.Difference;
import org.docaudit.analysis.JavaEngine;
import org.docaudit.analysis.Limits;

/** Tries engines on generated documents, in this thread. */
final class EngineTrial {

  private static final int DOCUMENTS = 1_000;
  private static final int BATCH = 100;

  private final List<List<byte[]>> batches = new ArrayList<>();
  private final long bytes;
  private final long nanos;
  private final long warmUpNanos;

  /**
   * What comparing two engines came to.
   *
   * @param differing documents with a fact that differs
   * @param examples the first few differences
   */
  record Agreement(int documents, long facts, int differing, List<String> examples) {}

  /**
   * @param nanos how long an engine is measured
   * @param warmUpNanos how long it runs before that
   */
  EngineTrial(long nanos, long warmUpNanos) {
    this.nanos = nanos;
    this.warmUpNanos = warmUpNanos;
    List<byte[]> documents = GeneratedDocuments.of(DOCUMENTS);
    for (int i = 0; i < DOCUMENTS; i += BATCH) {
      batches.add(documents.subList(i, i + BATCH));
    }
    bytes = documents.stream().mapToLong(document -> document.length).sum();
  }

  /** Bytes of the documents. */
  long bytes() {
    return bytes;
  }

  /** Bytes that the engine reads in a second. */
  double throughput(AnalysisEngine engine) {
    run(engine, warmUpNanos);
    return run(engine, nanos);
  }

  private double run(AnalysisEngine engine, long duration) {
    long read = 0;
    long start = System.nanoTime();
    long passed;
    int next = 0;
    do {
      List<byte[]> batch = batches.get(next++ % batches.size());
      engine.parse(batch);
      read += batch.stream().mapToLong(document -> document.length).sum();
      passed = System.nanoTime() - start;
    } while (passed < duration);
    return read / (passed / 1e9);
  }

  /** Compares every fact of every document with the Java engine's. */
  Agreement agreement(AnalysisEngine engine) {
    EngineComparison comparison = new EngineComparison(new JavaEngine(Limits.DEFAULT), engine);
    int compared = 0;
    int differing = 0;
    List<String> examples = new ArrayList<>();
    for (List<byte[]> batch : batches) {
      for (List<Difference> differences : comparison.compare(batch)) {
        if (!differences.isEmpty()) {
          differing++;
          if (examples.size() < 3) {
            examples.add(example(compared, differences.get(0)));
          }
        }
        compared++;
      }
    }
    return new Agreement(compared, comparison.facts(), differing, examples);
  }

  private static String example(int document, Difference difference) {
    return "document %d, %s: java %s, native %s"
        .formatted(document, difference.fact(), difference.expected(), difference.actual());
  }
}

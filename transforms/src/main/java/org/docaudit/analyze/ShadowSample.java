package org.docaudit.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.checkerframework.checker.nullness.qual.MonotonicNonNull;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.analysis.EngineComparison;
import org.docaudit.analysis.EngineComparison.Difference;
import org.docaudit.analysis.Engines;
import org.docaudit.analysis.JavaEngine;
import org.docaudit.analysis.Limits;
import org.docaudit.analysis.NativeEngine;
import org.docaudit.analysis.ParsedBatch;
import org.docaudit.analysis.ParsedDocument;
import org.docaudit.pack.BucketPacks;
import org.docaudit.summary.DifferingInput;
import org.docaudit.summary.ShadowTotals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the Java engine read a share of the documents that the native one has read, and compares.
 * Which documents these are follows from their paths alone. Not thread-safe.
 */
final class ShadowSample {

  private static final Logger LOG = LoggerFactory.getLogger(ShadowSample.class);

  /** The share is obeyed in steps of one of these. */
  private static final int STEPS = 1 << 20;

  /** Enough to see what goes on; all are counted. */
  private static final int MAX_LOGGED = 100;

  private final double share;
  private final Supplier<EngineComparison> maker;
  private @MonotonicNonNull EngineComparison comparison;
  private int logged;

  ShadowSample(AnalysisConfig config) {
    this(config.shadowSample(), () -> comparison(config.limits()));
  }

  /**
   * @param share of the documents, 0 to 1
   * @param maker called when there is something to compare
   */
  ShadowSample(double share, Supplier<EngineComparison> maker) {
    this.share = share;
    this.maker = maker;
  }

  private static EngineComparison comparison(Limits limits) {
    return new EngineComparison(
        new JavaEngine(limits), Engines.create(NativeEngine.NAME, limits).engine());
  }

  /** Whether a document falls into the sample. */
  boolean has(String path) {
    return BucketPacks.bucketOf(path, STEPS) < share * STEPS;
  }

  /**
   * Compares what an engine read of a batch.
   *
   * @param paths corpus paths of its documents
   */
  ShadowTotals compare(List<String> paths, List<byte[]> contents, ParsedBatch parsed) {
    ShadowTotals totals = new ShadowTotals();
    List<String> chosen = new ArrayList<>();
    List<byte[]> documents = new ArrayList<>();
    List<ParsedDocument> facts = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      if (has(paths.get(i))) {
        chosen.add(paths.get(i));
        documents.add(contents.get(i));
        facts.add(parsed.documents().get(i));
      }
    }
    totals.sampled(chosen.size());
    if (parsed.engine().equals(JavaEngine.NAME)) {
      totals.uncompared(chosen.size());
    } else if (!chosen.isEmpty()) {
      compare(chosen, documents, facts, totals);
    }
    return totals;
  }

  private void compare(
      List<String> paths, List<byte[]> documents, List<ParsedDocument> facts, ShadowTotals totals) {
    if (comparison == null) {
      comparison = maker.get();
    }
    long before = comparison.facts();
    List<List<Difference>> differences = comparison.compare(documents, facts);
    totals.compared(differences.size(), comparison.facts() - before);
    for (int i = 0; i < differences.size(); i++) {
      if (!differences.get(i).isEmpty()) {
        totals.differs(new DifferingInput(paths.get(i), documents.get(i), differences.get(i)));
        log(paths.get(i), differences.get(i));
      }
    }
  }

  private void log(String path, List<Difference> differences) {
    if (logged++ < MAX_LOGGED) {
      LOG.warn(
          "the engines differ on {} in {}",
          // A path may hold what acts on a terminal.
          path.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "\uFFFD"),
          differences.stream().map(Difference::fact).distinct().toList());
    }
  }
}

package org.docaudit.summary;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.docaudit.analysis.KernelTimes;

/**
 * What the engines and their workers did in a part of an audit; parts merge in any order to the
 * same whole. Mutable, not thread-safe.
 */
public final class EngineTotals implements Serializable {

  private static final long serialVersionUID = 1;

  private final TreeMap<String, KernelTotals> kernels = new TreeMap<>();
  private final TreeMap<String, FallbackTotals> fallbacks = new TreeMap<>();
  private final TreeMap<String, WorkerTotals> workers = new TreeMap<>();
  private final ShadowTotals shadow = new ShadowTotals();

  /** An engine read a batch. */
  public void parsed(String engine, long documents, long bytes, KernelTimes times) {
    kernels.merge(engine, new KernelTotals(1, documents, bytes, times), KernelTotals::plus);
  }

  /**
   * The native engine failed on a batch that {@link #parsed} counts for another engine.
   *
   * @param code why
   * @param example corpus path of a document that shows it
   */
  public void fellBack(String code, String message, long documents, String example) {
    fallbacks.merge(code, new FallbackTotals(1, documents, example, message), FallbackTotals::plus);
  }

  /** A worker has read a batch, or was busy with a stage. */
  public void ran(String worker, WorkerTotals totals) {
    workers.merge(worker, totals, WorkerTotals::plus);
  }

  /** Adds another part. */
  void merge(EngineTotals other) {
    other.kernels.forEach((engine, part) -> kernels.merge(engine, part, KernelTotals::plus));
    other.fallbacks.forEach((code, part) -> fallbacks.merge(code, part, FallbackTotals::plus));
    other.workers.forEach((worker, part) -> workers.merge(worker, part, WorkerTotals::plus));
    shadow.merge(other.shadow);
  }

  /** What was compared; to be added to. */
  public ShadowTotals shadow() {
    return shadow;
  }

  /** By engine. */
  public Map<String, KernelTotals> kernels() {
    return Collections.unmodifiableMap(kernels);
  }

  /** By the code of the reason. */
  public Map<String, FallbackTotals> fallbacks() {
    return Collections.unmodifiableMap(fallbacks);
  }

  /** By the worker's name, {@code host:pid}. */
  public Map<String, WorkerTotals> workers() {
    return Collections.unmodifiableMap(workers);
  }

  /** Batches that engines have read. */
  public long batches() {
    return kernels.values().stream().mapToLong(KernelTotals::batches).sum();
  }

  /** Batches that the native engine failed on. */
  public long failedBatches() {
    return fallbacks.values().stream().mapToLong(FallbackTotals::batches).sum();
  }

  /** Documents that engines have read. */
  public long documents() {
    return kernels.values().stream().mapToLong(KernelTotals::documents).sum();
  }

  /** The share of the batches that the native engine failed on, 0 to 1. */
  public double fallbackRatio() {
    return batches() == 0 ? 0 : (double) failedBatches() / batches();
  }
}

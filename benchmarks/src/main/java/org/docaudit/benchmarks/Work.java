package org.docaudit.benchmarks;

/** One side of a comparison: goes over all documents once. */
@FunctionalInterface
interface Work {

  /** What it found out, equal on both sides. */
  Object run();
}

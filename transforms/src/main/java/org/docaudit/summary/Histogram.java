package org.docaudit.summary;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of values in bins that double: 0, 1, 2–3, 4–7, … Mutable, not thread-safe.
 *
 * <p>Doubling bins need no configuration and fit a tldr page of 300 bytes beside a book of 60 MiB.
 */
public final class Histogram implements Serializable {

  private static final long serialVersionUID = 1;

  private final long[] counts = new long[65];

  /** Counts one value, at least 0. */
  public void add(long value) {
    counts[64 - Long.numberOfLeadingZeros(value)]++;
  }

  /** Adds the counts of another histogram. */
  public void merge(Histogram other) {
    for (int bin = 0; bin < counts.length; bin++) {
      counts[bin] += other.counts[bin];
    }
  }

  /** Counts that are not zero, by the smallest value of their bin. */
  public Map<Long, Long> bins() {
    Map<Long, Long> bins = new TreeMap<>();
    for (int bin = 0; bin < counts.length; bin++) {
      if (counts[bin] != 0) {
        bins.put(bin == 0 ? 0 : 1L << (bin - 1), counts[bin]);
      }
    }
    return bins;
  }
}

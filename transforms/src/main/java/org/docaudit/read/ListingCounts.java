package org.docaudit.read;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many files of each kind a listing holds.
 *
 * @param skipped documents left out, by reason; reasons without any are absent
 */
public record ListingCounts(
    long documents, long documentBytes, long others, Map<SkipReason, Long> skipped) {

  public ListingCounts {
    skipped = Collections.unmodifiableMap(inOrder(skipped));
  }

  private static Map<SkipReason, Long> inOrder(Map<SkipReason, Long> counts) {
    Map<SkipReason, Long> copy = new EnumMap<>(SkipReason.class);
    copy.putAll(counts);
    return copy;
  }

  static ListingCounts of(Iterable<ListedFile> files) {
    long documents = 0;
    long bytes = 0;
    long others = 0;
    Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
    for (ListedFile file : files) {
      Skip skip = file.skip();
      if (skip != null) {
        skipped.merge(skip.reason(), 1L, Long::sum);
      } else if (file.isDocument()) {
        documents++;
        bytes += file.bytes();
      } else {
        others++;
      }
    }
    return new ListingCounts(documents, bytes, others, skipped);
  }

  /** Those of two parts of a listing together. */
  ListingCounts plus(ListingCounts other) {
    Map<SkipReason, Long> sums = inOrder(skipped);
    other.skipped.forEach((reason, count) -> sums.merge(reason, count, Long::sum));
    return new ListingCounts(
        documents + other.documents,
        documentBytes + other.documentBytes,
        others + other.others,
        sums);
  }

  /** All documents left out. */
  public long allSkipped() {
    return skipped.values().stream().mapToLong(Long::longValue).sum();
  }
}

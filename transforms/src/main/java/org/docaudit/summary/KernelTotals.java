package org.docaudit.summary;

import java.io.Serializable;
import org.docaudit.analysis.KernelTimes;

/**
 * What an engine has read.
 *
 * @param bytes of the documents
 */
public record KernelTotals(long batches, long documents, long bytes, KernelTimes times)
    implements Serializable {

  static final KernelTotals NONE = new KernelTotals(0, 0, 0, KernelTimes.ZERO);

  KernelTotals plus(KernelTotals other) {
    return new KernelTotals(
        batches + other.batches,
        documents + other.documents,
        bytes + other.bytes,
        times.plus(other.times));
  }
}

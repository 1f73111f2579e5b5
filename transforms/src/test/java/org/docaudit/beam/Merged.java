package org.docaudit.beam;

import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.CorpusTotalsCoder;

/** The parts of totals as one. */
public final class Merged extends PTransform<PCollection<CorpusTotals>, PCollection<CorpusTotals>> {

  private static final long serialVersionUID = 1;

  @Override
  public PCollection<CorpusTotals> expand(PCollection<CorpusTotals> parts) {
    return parts
        .apply(
            Combine.globally(
                totals -> {
                  CorpusTotals sum = new CorpusTotals();
                  totals.forEach(sum::merge);
                  return sum;
                }))
        .setCoder(CorpusTotalsCoder.of());
  }
}

package org.docaudit.pipeline.report;

import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.docaudit.pack.PieceCoder;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.CorpusTotalsCoder;

/**
 * Adds up all totals of an audit to one; of none there is none.
 *
 * <p>They are grouped encoded: whenever something is added to a key, the DirectRunner copies all
 * that the key has by its coder, and bytes are copied a hundred times faster than totals.
 */
final class SumTotals extends PTransform<PCollection<CorpusTotals>, PCollection<CorpusTotals>> {

  @Override
  public PCollection<CorpusTotals> expand(PCollection<CorpusTotals> totals) {
    return totals
        .apply("Encode", ParDo.of(new EncodeFn()))
        .setCoder(PieceCoder.withPacks())
        .apply("Group", GroupByKey.create())
        .apply("AddUp", ParDo.of(new AddUpFn()))
        .setCoder(CorpusTotalsCoder.of());
  }

  static final class EncodeFn extends DoFn<CorpusTotals, KV<Integer, byte[]>> {

    private static final long serialVersionUID = 1;

    @ProcessElement
    public void processElement(
        @Element CorpusTotals totals, OutputReceiver<KV<Integer, byte[]>> out)
        throws CoderException {
      out.output(KV.of(0, CoderUtils.encodeToByteArray(CorpusTotalsCoder.of(), totals)));
    }
  }

  static final class AddUpFn extends DoFn<KV<Integer, Iterable<byte[]>>, CorpusTotals> {

    private static final long serialVersionUID = 1;

    @ProcessElement
    public void processElement(
        @Element KV<Integer, Iterable<byte[]>> group, OutputReceiver<CorpusTotals> out)
        throws CoderException {
      CorpusTotals sum = new CorpusTotals();
      for (byte[] totals : group.getValue()) {
        sum.merge(CoderUtils.decodeFromByteArray(CorpusTotalsCoder.of(), totals));
      }
      out.output(sum);
    }
  }
}

package org.docaudit.assemble;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.pack.BucketPacks;
import org.docaudit.pack.PackWriter;
import org.docaudit.pack.PieceCoder;

/**
 * Brings together what is known of each document: its own facts and what the corpus answered.
 *
 * <p>Input: packs that {@link ShardPiece} wrote, by shard: {@link #FACTS} and {@link #ANSWERS}.
 * Output: one {@link AuditedShard} a shard. A shard's packs are held in memory; {@link
 * org.docaudit.read.AuditPlan} bounds its size.
 *
 * <p>The answers, many and small, meet before they meet the facts: the DirectRunner copies all that
 * a key has so far whenever something is added to it. They travel on in packs of about {@link
 * BucketPacks#MAX_PACK_BYTES}.
 */
public final class AssembleDocuments
    extends PTransform<PCollectionTuple, PCollection<AuditedShard>> {

  /** The facts of batches. */
  public static final TupleTag<KV<Integer, byte[]>> FACTS = new TupleTag<>() {};

  /** What other steps know of documents. */
  public static final TupleTag<KV<Integer, byte[]>> ANSWERS = new TupleTag<>() {};

  private final AnalysisConfig config;

  private AssembleDocuments(AnalysisConfig config) {
    this.config = config;
  }

  public static AssembleDocuments of(AnalysisConfig config) {
    return new AssembleDocuments(config);
  }

  @Override
  public PCollection<AuditedShard> expand(PCollectionTuple input) {
    PCollection<KV<Integer, byte[]>> answers =
        input
            .get(ANSWERS)
            .apply("GroupAnswersByShard", GroupByKey.create())
            .apply("JoinAnswers", ParDo.of(new JoinFn()))
            .setCoder(PieceCoder.withPacks());
    return PCollectionList.of(input.get(FACTS))
        .and(answers)
        .apply("FactsAndAnswers", Flatten.pCollections())
        .apply("GroupByShard", GroupByKey.create())
        .apply("Assemble", ParDo.of(new AssembleFn(config)))
        .setCoder(new AuditedShardCoder());
  }

  static final class JoinFn extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {

    private static final long serialVersionUID = 1;

    @ProcessElement
    public void processElement(
        @Element KV<Integer, Iterable<byte[]>> group, OutputReceiver<KV<Integer, byte[]>> out) {
      PackWriter pack = new PackWriter();
      for (byte[] answers : group.getValue()) {
        if (pack.size() > 0 && pack.size() + answers.length > BucketPacks.MAX_PACK_BYTES) {
          out.output(KV.of(group.getKey(), pack.toByteArray()));
          pack = new PackWriter();
        }
        pack.writeRaw(answers);
      }
      out.output(KV.of(group.getKey(), pack.toByteArray()));
    }
  }

  static final class AssembleFn extends DoFn<KV<Integer, Iterable<byte[]>>, AuditedShard> {

    private static final long serialVersionUID = 1;

    private final AnalysisConfig config;

    AssembleFn(AnalysisConfig config) {
      this.config = config;
    }

    @ProcessElement
    public void processElement(
        @Element KV<Integer, Iterable<byte[]>> group, OutputReceiver<AuditedShard> out) {
      List<byte[]> packs = new ArrayList<>();
      group.getValue().forEach(packs::add);
      out.output(new AuditedShard(group.getKey(), config, packs));
    }
  }
}

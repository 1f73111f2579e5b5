package org.docaudit.assemble;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.docaudit.analysis.AnalysisConfig;

/**
 * Brings together what is known of each document: its own facts and what the corpus answered.
 *
 * <p>Input: packs that {@link ShardPiece} wrote, by shard. Output: one {@link AuditedShard} a
 * shard. A shard's packs are held in memory; {@link org.docaudit.read.AuditPlan} bounds its size.
 */
public final class AssembleDocuments
    extends PTransform<PCollection<KV<Integer, byte[]>>, PCollection<AuditedShard>> {

  private final AnalysisConfig config;

  private AssembleDocuments(AnalysisConfig config) {
    this.config = config;
  }

  public static AssembleDocuments of(AnalysisConfig config) {
    return new AssembleDocuments(config);
  }

  @Override
  public PCollection<AuditedShard> expand(PCollection<KV<Integer, byte[]>> pieces) {
    return pieces
        .apply("GroupByShard", GroupByKey.create())
        .apply("Assemble", ParDo.of(new AssembleFn(config)))
        .setCoder(new AuditedShardCoder());
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

package org.docaudit.frontmatter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.docaudit.assemble.ShardPiece;
import org.docaudit.model.Finding;
import org.docaudit.model.PathOrder;
import org.docaudit.model.Rule;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PieceCoder;
import org.docaudit.read.AuditPlan;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.CorpusTotalsCoder;
import org.docaudit.summary.Stage;

/**
 * Finds documents whose frontmatter has the same value in a field that must be unique.
 *
 * <p>Input: packs of {@link UniqueValue} by the bucket of {@link UniqueValue#key}. Output: {@link
 * #ANSWERS}, a finding for each of them by shard, naming the other documents; {@link #TOTALS}.
 */
public final class CheckUniqueness
    extends PTransform<PCollection<KV<Integer, byte[]>>, PCollectionTuple> {

  /** Findings by shard. */
  public static final TupleTag<KV<Integer, byte[]>> ANSWERS = new TupleTag<>() {};

  /** Time spent. */
  public static final TupleTag<CorpusTotals> TOTALS = new TupleTag<>() {};

  /** So many other documents are named in a message; the rest is counted. */
  private static final int NAMED = 5;

  private final AuditPlan plan;

  private CheckUniqueness(AuditPlan plan) {
    this.plan = plan;
  }

  public static CheckUniqueness of(AuditPlan plan) {
    return new CheckUniqueness(plan);
  }

  @Override
  public PCollectionTuple expand(PCollection<KV<Integer, byte[]>> pieces) {
    PCollectionTuple outputs =
        pieces
            .apply("GroupByBucket", GroupByKey.create())
            .apply(
                "Compare",
                ParDo.of(new CompareFn(plan)).withOutputTags(ANSWERS, TupleTagList.of(TOTALS)));
    outputs.get(ANSWERS).setCoder(PieceCoder.withPacks());
    outputs.get(TOTALS).setCoder(CorpusTotalsCoder.of());
    return outputs;
  }

  static final class CompareFn extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {

    private static final long serialVersionUID = 1;

    private final AuditPlan plan;

    CompareFn(AuditPlan plan) {
      this.plan = plan;
    }

    @ProcessElement
    public void processElement(
        @Element KV<Integer, Iterable<byte[]>> bucket, MultiOutputReceiver out) {
      long start = System.nanoTime();
      Map<String, List<UniqueValue>> byKey = new HashMap<>();
      for (byte[] pack : bucket.getValue()) {
        PackReader in = new PackReader(pack);
        while (in.hasMore()) {
          UniqueValue value = UniqueValue.read(in);
          byKey.computeIfAbsent(value.key(), key -> new ArrayList<>()).add(value);
        }
      }
      ShardPiece answers = new ShardPiece(plan);
      for (List<UniqueValue> same : byKey.values()) {
        if (same.size() > 1) {
          report(same, answers);
        }
      }
      answers.forEach((shard, pack) -> out.get(ANSWERS).output(KV.of(shard, pack)));
      CorpusTotals totals = new CorpusTotals();
      totals.spent(Stage.UNIQUENESS, System.nanoTime() - start);
      out.get(TOTALS).output(totals);
    }

    private static void report(List<UniqueValue> same, ShardPiece answers) {
      same.sort(Comparator.comparing(UniqueValue::path, PathOrder.INSTANCE));
      List<UniqueValue> named = same.subList(0, Math.min(same.size(), NAMED + 1));
      for (UniqueValue value : same) {
        String others =
            named.stream()
                .filter(other -> !other.document().equals(value.document()))
                .limit(NAMED)
                .map(other -> '`' + other.path() + '`')
                .collect(Collectors.joining(", "));
        int more = same.size() - 1 - Math.min(NAMED, same.size() - 1);
        String message =
            "`%s` must be unique, but has the same value in %s%s"
                .formatted(value.field(), others, more == 0 ? "" : " and " + more + " more");
        answers.finding(
            value.document(),
            new Finding(
                Rule.FRONTMATTER_NOT_UNIQUE,
                value.line(),
                value.column(),
                message,
                value.field(),
                null));
      }
    }
  }
}

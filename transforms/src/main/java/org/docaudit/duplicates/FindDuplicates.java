package org.docaudit.duplicates;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
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
import org.docaudit.model.Rule;
import org.docaudit.pack.ModelPack;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;
import org.docaudit.pack.PieceCoder;
import org.docaudit.read.AuditPlan;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.CorpusTotalsCoder;
import org.docaudit.summary.Flow;
import org.docaudit.summary.Stage;

/**
 * Finds documents with the same bytes, and gives the lines of the corpus' digest.
 *
 * <p>Input: packs of {@link HashedDocument} by {@link HashedDocument#bucket}. Output: {@link #ROWS}
 * and {@link #DIGEST_LINES} by bucket, whose order is that of the hashes; {@link #ANSWERS}, a
 * finding for each duplicate by shard; {@link #TOTALS}.
 */
public final class FindDuplicates
    extends PTransform<PCollection<KV<Integer, byte[]>>, PCollectionTuple> {

  /** Rows of the duplicates table by bucket, to be read with {@link DuplicateGroup#readAll}. */
  public static final TupleTag<KV<Integer, byte[]>> ROWS = new TupleTag<>() {};

  /** Sorted lines {@code SHA256 PATH\n} in UTF-8, by bucket. */
  public static final TupleTag<KV<Integer, byte[]>> DIGEST_LINES = new TupleTag<>() {};

  /** Findings by shard. */
  public static final TupleTag<KV<Integer, byte[]>> ANSWERS = new TupleTag<>() {};

  /** Totals over the hashes. */
  public static final TupleTag<CorpusTotals> TOTALS = new TupleTag<>() {};

  private final AuditPlan plan;

  private FindDuplicates(AuditPlan plan) {
    this.plan = plan;
  }

  public static FindDuplicates of(AuditPlan plan) {
    return new FindDuplicates(plan);
  }

  @Override
  public PCollectionTuple expand(PCollection<KV<Integer, byte[]>> pieces) {
    PCollectionTuple outputs =
        pieces
            .apply("GroupByBucket", GroupByKey.create())
            .apply(
                "Compare",
                ParDo.of(new CompareFn(plan))
                    .withOutputTags(ROWS, TupleTagList.of(DIGEST_LINES).and(ANSWERS).and(TOTALS)));
    KvCoder<Integer, byte[]> coder = PieceCoder.withPacks();
    outputs.get(ROWS).setCoder(coder);
    outputs.get(DIGEST_LINES).setCoder(coder);
    outputs.get(ANSWERS).setCoder(coder);
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
      List<PackedHash> documents = new ArrayList<>();
      for (byte[] pack : bucket.getValue()) {
        PackReader in = new PackReader(pack);
        while (in.hasMore()) {
          documents.add(new PackedHash(pack, in));
        }
      }
      documents.sort(PackedHash.ORDER);

      CorpusTotals totals = new CorpusTotals();
      totals.count(Flow.HASHES_COMPARED, documents.size());
      PackWriter rows = new PackWriter();
      ShardPiece answers = new ShardPiece(plan);
      int first = 0;
      while (first < documents.size()) {
        int end = endOfGroup(documents, first);
        if (end - first > 1) {
          report(documents.subList(first, end), rows, answers);
          totals.count(Flow.DUPLICATE_GROUPS, 1);
          totals.count(Flow.DUPLICATE_DOCUMENTS, end - first);
        }
        first = end;
      }
      if (rows.size() > 0) {
        out.get(ROWS).output(KV.of(bucket.getKey(), rows.toByteArray()));
      }
      out.get(DIGEST_LINES).output(KV.of(bucket.getKey(), digestLines(documents)));
      answers.forEach((shard, pack) -> out.get(ANSWERS).output(KV.of(shard, pack)));
      totals.spent(Stage.DUPLICATES, System.nanoTime() - start);
      out.get(TOTALS).output(totals);
    }

    private static int endOfGroup(List<PackedHash> documents, int first) {
      int end = first + 1;
      while (end < documents.size() && documents.get(end).hasHashOf(documents.get(first))) {
        end++;
      }
      return end;
    }

    private static void report(List<PackedHash> same, PackWriter rows, ShardPiece answers) {
      DuplicateGroup.write(same, rows);
      PackedHash first = same.get(0);
      answers.finding(first.document(), finding(same.get(1).path(), same.size() - 2));
      byte[] ofOthers = finding(first.path(), same.size() - 2);
      for (PackedHash document : same.subList(1, same.size())) {
        answers.finding(document.document(), ofOthers);
      }
    }

    /** The finding on a document that has the bytes of another and of some more, packed. */
    private static byte[] finding(String other, int more) {
      String message = "same bytes as `" + other + (more == 0 ? "`" : "` and " + more + " more");
      PackWriter out = new PackWriter();
      ModelPack.writeFinding(out, new Finding(Rule.DUPLICATE_EXACT, 0, 0, message, other, null));
      return out.toByteArray();
    }

    private static byte[] digestLines(List<PackedHash> documents) {
      int length = 0;
      for (PackedHash document : documents) {
        length = Math.addExact(length, document.lineLength());
      }
      byte[] lines = new byte[length];
      int end = 0;
      for (PackedHash document : documents) {
        end = document.putLine(lines, end);
      }
      return lines;
    }
  }
}

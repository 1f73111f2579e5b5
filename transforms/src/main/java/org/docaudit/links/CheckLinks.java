package org.docaudit.links;

import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.docaudit.assemble.ShardPiece;
import org.docaudit.model.LinkReason;
import org.docaudit.model.Verdict;
import org.docaudit.pack.BucketPacks;
import org.docaudit.pack.PieceCoder;
import org.docaudit.read.AuditPlan;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.CorpusTotalsCoder;
import org.docaudit.summary.Flow;
import org.docaudit.summary.LinkedTarget;
import org.docaudit.summary.Stage;

/**
 * Answers what batches ask about link targets from what all batches tell, by bucket and never from
 * the file system, so that a verdict is the same on every machine.
 *
 * <p>Input: {@link #TARGETS}, packs of {@link TargetPieces} by bucket, and {@link #PATHS}, packs of
 * {@link PathPieces} by bucket. Output: {@link #ANSWERS} by shard; {@link #TOTALS}. A bucket's
 * packs are held in memory, and the facts that its questions ask for; its group is read once.
 */
public final class CheckLinks extends PTransform<PCollectionTuple, PCollectionTuple> {

  /** What batches tell and ask about targets. */
  public static final TupleTag<KV<Integer, byte[]>> TARGETS = new TupleTag<>() {};

  /** The paths among which suggestions are looked for. */
  public static final TupleTag<KV<Integer, byte[]>> PATHS = new TupleTag<>() {};

  /** Verdicts and suggestions by shard. */
  public static final TupleTag<KV<Integer, byte[]>> ANSWERS = new TupleTag<>() {};

  /** Totals over the questions. */
  public static final TupleTag<CorpusTotals> TOTALS = new TupleTag<>() {};

  private static final TupleTag<KV<Integer, byte[]>> VERDICTS = new TupleTag<>() {};
  private static final TupleTag<KV<Integer, byte[]>> WANTED = new TupleTag<>() {};
  private static final TupleTag<KV<Integer, byte[]>> SUGGESTIONS = new TupleTag<>() {};

  private final LinkRules rules;
  private final AuditPlan plan;

  private CheckLinks(LinkRules rules, AuditPlan plan) {
    this.rules = rules;
    this.plan = plan;
  }

  public static CheckLinks of(LinkRules rules, AuditPlan plan) {
    return new CheckLinks(rules, plan);
  }

  @Override
  public PCollectionTuple expand(PCollectionTuple input) {
    KvCoder<Integer, byte[]> coder = PieceCoder.withPacks();
    PCollectionTuple answered =
        input
            .get(TARGETS)
            .apply("GroupByTarget", GroupByKey.create())
            .apply(
                "Answer",
                ParDo.of(new AnswerFn(rules, plan))
                    .withOutputTags(VERDICTS, TupleTagList.of(WANTED).and(TOTALS)));
    answered.get(VERDICTS).setCoder(coder);
    answered.get(WANTED).setCoder(coder);
    answered.get(TOTALS).setCoder(CorpusTotalsCoder.of());
    PCollectionTuple suggested =
        PCollectionList.of(input.get(PATHS))
            .and(answered.get(WANTED))
            .apply("PathsAndWanted", Flatten.pCollections())
            .apply("GroupByFolderOrName", GroupByKey.create())
            .apply(
                "Suggest",
                ParDo.of(new SuggestFn(rules, plan))
                    .withOutputTags(SUGGESTIONS, TupleTagList.of(TOTALS)));
    suggested.get(SUGGESTIONS).setCoder(coder);
    suggested.get(TOTALS).setCoder(CorpusTotalsCoder.of());
    return PCollectionTuple.of(
            ANSWERS,
            PCollectionList.of(answered.get(VERDICTS))
                .and(suggested.get(SUGGESTIONS))
                .apply("VerdictsAndSuggestions", Flatten.pCollections()))
        .and(
            TOTALS,
            PCollectionList.of(answered.get(TOTALS))
                .and(suggested.get(TOTALS))
                .apply("Totals", Flatten.pCollections()));
  }

  static final class AnswerFn extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {

    private static final long serialVersionUID = 1;

    private final LinkRules rules;
    private final AuditPlan plan;

    AnswerFn(LinkRules rules, AuditPlan plan) {
      this.rules = rules;
      this.plan = plan;
    }

    @ProcessElement
    public void processElement(
        @Element KV<Integer, Iterable<byte[]>> bucket, MultiOutputReceiver out) {
      long start = System.nanoTime();
      TargetBucket targets = new TargetBucket(bucket.getValue());
      TargetIndex index = new TargetIndex(rules);
      targets.forEachFact(targets.asked(), index::add);
      ShardPiece answers = new ShardPiece(plan);
      BucketPacks wantedPacks = new BucketPacks(plan.buckets());
      PathPieces wanted = new PathPieces(rules, wantedPacks);
      Map<String, Long> links = new HashMap<>();
      long answered =
          targets.forEachQuestion(
              asked -> {
                Verdict verdict = index.answer(asked.question());
                answers.verdict(asked.batch(), asked.number(), verdict);
                String target = verdict.resolvedPath();
                if (target != null) {
                  links.merge(target, (long) asked.links(), Long::sum);
                }
                if (verdict.reason() == LinkReason.MISSING_FILE && verdict.suggestion() == null) {
                  wanted.wanted(asked);
                }
              });
      CorpusTotals totals = new CorpusTotals();
      totals.count(Flow.QUESTIONS_ANSWERED, answered);
      TargetKeys keys = new TargetKeys(rules);
      links.forEach(
          (target, count) -> {
            // An index document has several keys, hence links in several buckets: those meet again.
            if (keys.ofFile(target).size() == 1) {
              totals.addTarget(new LinkedTarget(target, count));
            } else {
              wanted.links(target, count);
            }
          });
      answers.forEach((shard, pack) -> out.get(VERDICTS).output(KV.of(shard, pack)));
      wantedPacks.forEach((target, pack) -> out.get(WANTED).output(KV.of(target, pack)));
      totals.spent(Stage.LINKS, System.nanoTime() - start);
      out.get(TOTALS).output(totals);
    }
  }

  static final class SuggestFn extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {

    private static final long serialVersionUID = 1;

    private final LinkRules rules;
    private final AuditPlan plan;

    SuggestFn(LinkRules rules, AuditPlan plan) {
      this.rules = rules;
      this.plan = plan;
    }

    @ProcessElement
    public void processElement(
        @Element KV<Integer, Iterable<byte[]>> bucket, MultiOutputReceiver out) {
      long start = System.nanoTime();
      PathBucket paths = new PathBucket(bucket.getValue());
      SameFolderIndex inFolder = new SameFolderIndex(rules);
      SameNameIndex byName = new SameNameIndex(rules);
      paths.addPathsTo(inFolder, byName);
      // Of equally near ones that in the same folder wins, as Suggestion.better has it: hence
      // even distances for the one grouping and odd ones for the other.
      ShardPiece answers = new ShardPiece(plan);
      for (AskedQuestion asked : paths.wantedInFolder()) {
        inFolder
            .nearestInFolder(asked.question())
            .ifPresent(near -> answer(answers, asked, near.path(), 2 * near.distance()));
      }
      for (AskedQuestion asked : paths.wantedByName()) {
        byName
            .nearestByName(asked.question())
            .ifPresent(near -> answer(answers, asked, near.path(), 2 * near.distance() + 1));
      }
      answers.forEach((shard, pack) -> out.get(SUGGESTIONS).output(KV.of(shard, pack)));
      CorpusTotals totals = new CorpusTotals();
      paths.links().forEach((target, count) -> totals.addTarget(new LinkedTarget(target, count)));
      totals.spent(Stage.SUGGESTIONS, System.nanoTime() - start);
      out.get(TOTALS).output(totals);
    }

    private static void answer(ShardPiece answers, AskedQuestion asked, String path, int distance) {
      // Whoever moves a page mostly keeps its sections: following the advice must not lose them.
      String fragment = path.endsWith("/") ? null : asked.question().fragment();
      answers.suggestion(
          asked.batch(), asked.number(), RelativeTarget.destination(path, fragment), distance);
    }
  }
}

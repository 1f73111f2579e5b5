package org.docaudit.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.docaudit.assemble.ShardPacks;
import org.docaudit.beam.CollectedOutputs;
import org.docaudit.beam.Merged;
import org.docaudit.beam.OnceIterable;
import org.docaudit.beam.TestJob;
import org.docaudit.model.LinkReason;
import org.docaudit.model.Verdict;
import org.docaudit.pack.BucketPacks;
import org.docaudit.read.AuditPlan;
import org.docaudit.summary.Flow;
import org.docaudit.summary.LinkedTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckLinksTest {

  private static final LinkRules RULES = LinkRules.DEFAULT;
  private static final TargetKeys KEYS = new TargetKeys(RULES);

  /** What one batch sends. */
  private static final class Batch {
    final BucketPacks targetPacks;
    final BucketPacks pathPacks;
    final TargetPieces targets;
    final PathPieces paths;

    Batch(int id, int buckets) {
      targetPacks = new BucketPacks(buckets);
      pathPacks = new BucketPacks(buckets);
      targets = new TargetPieces(id, KEYS, targetPacks);
      paths = new PathPieces(RULES, pathPacks);
    }

    Batch document(String path, String... anchors) {
      targets.file(path, true);
      targets.anchors(path, List.of(anchors));
      paths.file(path);
      return this;
    }

    Batch file(String path) {
      targets.file(path, false);
      paths.file(path);
      return this;
    }

    Batch ask(String path, String fragment) {
      targets.ask(new LinkQuestion(path, LinkQuestion.Home.ROOT, false, fragment, false, null), 1);
      return this;
    }

    List<KV<Integer, byte[]>> targetPacks() {
      List<KV<Integer, byte[]>> pieces = new ArrayList<>();
      targets.finish();
      targetPacks.forEach((bucket, pack) -> pieces.add(KV.of(bucket, pack)));
      return pieces;
    }

    List<KV<Integer, byte[]>> pathPacks() {
      List<KV<Integer, byte[]>> pieces = new ArrayList<>();
      paths.finish();
      pathPacks.forEach((bucket, pack) -> pieces.add(KV.of(bucket, pack)));
      return pieces;
    }
  }

  private static List<Batch> batches(int buckets) {
    return List.of(
        new Batch(0, buckets)
            .document("docs/setup.md", "install", "usage-guide")
            .file("docs/logo.png")
            .ask("guide/intro.md", null)
            .ask("docs/setup.md", "instal")
            .ask("docs/setpu.md", null)
            .ask("docs/intro.md", null)
            .ask("docs/setup.md", "install")
            .ask("docs/setup.md", "install"),
        new Batch(1, buckets)
            .document("guide/intro.md")
            .document("guide/README.md", "start")
            .ask("docs/logo.png", "x")
            .ask("DOCS/Setup.md", null)
            .ask("guide", "start"),
        new Batch(2, buckets)
            .ask("docs", null)
            .ask("nothing/like/it.md", null)
            .ask("guide/README.md", null));
  }

  private static String verdict(int batch, int question, Verdict verdict) {
    return "verdict %d/%d %s".formatted(batch, question, verdict);
  }

  private static Verdict missing(String path) {
    return Verdict.of(LinkReason.MISSING_FILE, path);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7})
  void questionsAreAnsweredWhateverBatchKnows(int buckets) {
    AuditPlan plan = new AuditPlan(List.of(0, 1, 2), buckets);
    List<KV<Integer, byte[]>> targets = new ArrayList<>();
    List<KV<Integer, byte[]>> paths = new ArrayList<>();
    for (Batch batch : batches(buckets)) {
      targets.addAll(batch.targetPacks());
      paths.addAll(batch.pathPacks());
    }
    TestJob job = TestJob.create();
    PCollectionTuple checked =
        PCollectionTuple.of(CheckLinks.TARGETS, job.packs("Targets", targets))
            .and(CheckLinks.PATHS, job.packs("Paths", paths))
            .apply(CheckLinks.of(RULES, plan));
    TestJob.assertElements(
        checked.get(CheckLinks.ANSWERS),
        part ->
            ShardPacks.told(part.getValue()).stream()
                .map(entry -> part.getKey() + ": " + entry)
                .toList(),
        List.of(
            "0: " + verdict(0, 0, Verdict.ok("guide/intro.md")),
            "0: "
                + verdict(
                    0,
                    1,
                    Verdict.of(LinkReason.MISSING_ANCHOR, "docs/setup.md")
                        .suggesting("docs/setup.md#install")),
            "0: " + verdict(0, 2, missing("docs/setpu.md")),
            "0: suggestion 0/2 docs/setup.md at 2",
            "0: " + verdict(0, 3, missing("docs/intro.md")),
            "0: suggestion 0/3 guide/intro.md at 3",
            "0: " + verdict(0, 4, Verdict.ok("docs/setup.md")),
            "1: " + verdict(1, 0, Verdict.of(LinkReason.ANCHOR_IN_OTHER_FILE, "docs/logo.png")),
            "1: "
                + verdict(
                    1,
                    1,
                    Verdict.of(LinkReason.CASE_MISMATCH, "DOCS/Setup.md")
                        .suggesting("docs/setup.md")),
            "1: " + verdict(1, 2, Verdict.ok("guide/README.md")),
            "2: " + verdict(2, 0, Verdict.ok("docs/")),
            "2: " + verdict(2, 1, missing("nothing/like/it.md")),
            "2: " + verdict(2, 2, Verdict.ok("guide/README.md"))));
    TestJob.assertElements(
        checked.get(CheckLinks.TOTALS).apply(new Merged()),
        totals ->
            List.of(
                totals.get(Flow.QUESTIONS_ANSWERED) + " answered", totals.hotTargets().toString()),
        List.of(
            "11 answered",
            List.of(
                    new LinkedTarget("docs/setup.md", 3),
                    new LinkedTarget("guide/README.md", 2),
                    new LinkedTarget("DOCS/Setup.md", 1),
                    new LinkedTarget("docs/", 1),
                    new LinkedTarget("docs/intro.md", 1),
                    new LinkedTarget("docs/logo.png", 1),
                    new LinkedTarget("docs/setpu.md", 1),
                    new LinkedTarget("guide/intro.md", 1),
                    new LinkedTarget("nothing/like/it.md", 1))
                .toString()));
    job.run();
  }

  @Test
  void groupsAreReadOnce() {
    List<byte[]> targets = new ArrayList<>();
    List<byte[]> paths = new ArrayList<>();
    for (Batch batch : batches(1)) {
      batch.targetPacks().forEach(piece -> targets.add(piece.getValue()));
      batch.pathPacks().forEach(piece -> paths.add(piece.getValue()));
    }
    AuditPlan plan = new AuditPlan(List.of(0), 1);
    CollectedOutputs answered = new CollectedOutputs();
    OnceIterable<byte[]> group = OnceIterable.of(targets);
    new CheckLinks.AnswerFn(RULES, plan).processElement(KV.of(0, group), answered);
    assertTrue(group.wasRead());
    List<byte[]> packs = answered.packsBut(CheckLinks.TOTALS);
    assertEquals(2, packs.size(), "verdicts, and what suggestions are wanted for");
    assertEquals(11, ShardPacks.told(packs.get(0)).size());
    assertEquals(
        List.of(
            "wanted in folder docs/setpu.md",
            "wanted by name docs/setpu.md",
            "wanted in folder docs/intro.md",
            "wanted by name docs/intro.md",
            "wanted in folder nothing/like/it.md",
            "wanted by name nothing/like/it.md",
            "links to guide/README.md: 2"),
        LinkPacks.paths(packs.get(1)).stream()
            .map(entry -> entry.replaceAll("AskedQuestion.*path=([^,]+),.*", "$1"))
            .toList());

    paths.add(packs.get(1));
    CollectedOutputs suggested = new CollectedOutputs();
    new CheckLinks.SuggestFn(RULES, plan)
        .processElement(KV.of(0, OnceIterable.of(paths)), suggested);
    assertEquals(
        List.of("suggestion 0/2 docs/setup.md at 2", "suggestion 0/3 guide/intro.md at 3"),
        suggested.packsBut(CheckLinks.TOTALS).stream()
            .flatMap(pack -> ShardPacks.told(pack).stream())
            .toList());
  }

  /** What a batch sends does not grow with its links. */
  @Test
  void linksToOnePageAreOneQuestion() {
    Batch batch = new Batch(3, 1);
    for (int i = 0; i < 100_000; i++) {
      batch.ask("hub.md", i % 2 == 0 ? "top" : null);
    }
    assertEquals(
        List.of(
            LinkPacks.asked(
                3,
                0,
                50_000,
                new LinkQuestion("hub.md", LinkQuestion.Home.ROOT, false, "top", false, null)),
            LinkPacks.asked(
                3,
                1,
                50_000,
                new LinkQuestion("hub.md", LinkQuestion.Home.ROOT, false, null, false, null))),
        LinkPacks.targets(batch.targetPacks().get(0).getValue()));
  }

  /** A page to which everything links: its facts are held once, its questions answered each. */
  @Test
  void manyBatchesAskForOnePage() {
    int batches = 2_000;
    List<byte[]> packs = new ArrayList<>();
    for (int id = 0; id < batches; id++) {
      Batch batch = new Batch(id, 1).document("p" + id + ".md");
      if (id == 1_234) {
        batch.document("hub.md", "top-of-it");
      }
      batch.ask("hub.md", "top-of-it").ask("hub.md", "gone");
      batch.targetPacks().forEach(piece -> packs.add(piece.getValue()));
    }
    CollectedOutputs out = new CollectedOutputs();
    new CheckLinks.AnswerFn(RULES, new AuditPlan(List.of(0), 1))
        .processElement(KV.of(0, OnceIterable.of(packs)), out);
    List<String> told = ShardPacks.told(out.packsBut(CheckLinks.TOTALS).get(0));
    assertEquals(2 * batches, told.size());
    TreeSet<String> kinds = new TreeSet<>();
    told.forEach(entry -> kinds.add(entry.substring(entry.indexOf('/') + 1)));
    assertEquals(
        new TreeSet<>(
            List.of(
                "0 " + Verdict.ok("hub.md"),
                "1 " + Verdict.of(LinkReason.MISSING_ANCHOR, "hub.md"))),
        kinds);
  }
}

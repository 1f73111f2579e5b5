package org.docaudit.assemble;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.assemble.BatchFacts.Entry;
import org.docaudit.assemble.BatchFacts.LinkCheck;
import org.docaudit.beam.CollectedOutputs;
import org.docaudit.beam.OnceIterable;
import org.docaudit.beam.TestJob;
import org.docaudit.model.AuditedDocument;
import org.docaudit.model.DocumentFacts;
import org.docaudit.model.Finding;
import org.docaudit.model.Link;
import org.docaudit.model.LinkReason;
import org.docaudit.model.LinkSyntax;
import org.docaudit.model.LinkType;
import org.docaudit.model.Rule;
import org.docaudit.model.SampleFacts;
import org.docaudit.model.Verdict;
import org.docaudit.read.AuditPlan;
import org.junit.jupiter.api.Test;

class AssembleDocumentsTest {

  private static final AuditPlan PLAN = new AuditPlan(List.of(0, 2), 1);

  private static DocumentFacts facts(String path) {
    Link link = new Link(3, 4, 5, "text", "x.md", null, LinkType.INTERNAL, LinkSyntax.INLINE);
    return SampleFacts.withLinks(path, link);
  }

  /** Facts of four batches, a piece each. */
  private static final int FACTS = 4;

  /** Pieces of four batches in two shards, as several steps send them: first the facts. */
  private static List<KV<Integer, byte[]>> pieces() {
    ShardPiece answers = new ShardPiece(PLAN);
    ShardPiece findings = new ShardPiece(PLAN);
    List<KV<Integer, byte[]>> pieces = new ArrayList<>();
    for (int batch = 3; batch >= 0; batch--) {
      LinkCheck decided = LinkCheck.decided(Verdict.of(LinkReason.EMPTY_TARGET));
      ShardPiece sent = new ShardPiece(PLAN);
      sent.facts(
          batch,
          ShardPacks.facts(
              new Entry(facts(batch + "/a.md"), List.of(LinkCheck.asked(List.of(0)))),
              new Entry(facts(batch + "/b.md"), List.of(decided))));
      sent.forEach((shard, pack) -> pieces.add(KV.of(shard, pack)));
      answers.verdict(batch, 0, Verdict.ok(batch + "/x.md"));
      findings.finding(new DocumentRef(batch, 1), Finding.ofDocument(Rule.DUPLICATE_EXACT, "same"));
    }
    answers.forEach((shard, pack) -> pieces.add(KV.of(shard, pack)));
    findings.forEach((shard, pack) -> pieces.add(KV.of(shard, pack)));
    return pieces;
  }

  private static List<String> told(AuditedShard shard) {
    List<String> lines = new ArrayList<>();
    shard.forEach(
        document -> lines.add("%d.%d %s".formatted(shard.shard(), lines.size(), told(document))));
    return lines;
  }

  private static String told(AuditedDocument document) {
    return document.facts().path()
        + " "
        + document.verdicts()
        + " "
        + document.findings().stream().map(finding -> finding.rule().id()).toList();
  }

  private static List<String> expected() {
    List<String> expected = new ArrayList<>();
    for (int batch = 0; batch < 4; batch++) {
      int shard = batch / 2;
      int place = 2 * (batch % 2);
      expected.add(
          "%d.%d %d/a.md [%s] []".formatted(shard, place, batch, Verdict.ok(batch + "/x.md")));
      expected.add(
          "%d.%d %d/b.md [%s] [duplicate/exact, link/empty-target]"
              .formatted(shard, place + 1, batch, Verdict.of(LinkReason.EMPTY_TARGET)));
    }
    return expected;
  }

  @Test
  void documentsOfAShardInOrder() {
    TestJob job = TestJob.create();
    List<KV<Integer, byte[]>> pieces = pieces();
    PCollection<AuditedShard> shards =
        PCollectionTuple.of(AssembleDocuments.FACTS, job.packs("Facts", pieces.subList(0, FACTS)))
            .and(
                AssembleDocuments.ANSWERS,
                job.packs("Answers", pieces.subList(FACTS, pieces.size())))
            .apply(AssembleDocuments.of(AnalysisConfig.DEFAULT));
    TestJob.assertElements(shards, AssembleDocumentsTest::told, expected());
    job.run();
  }

  @Test
  void answersTravelInBoundedPacks() {
    CollectedOutputs.Receiver<KV<Integer, byte[]>> out = new CollectedOutputs.Receiver<>();
    byte[] answers = new byte[400_000];
    new AssembleDocuments.JoinFn()
        .processElement(KV.of(3, OnceIterable.of(Collections.nCopies(5, answers))), out);
    assertEquals(
        List.of("3: 800000", "3: 800000", "3: 400000"),
        out.values().stream().map(kv -> kv.getKey() + ": " + kv.getValue().length).toList());
  }

  @Test
  void groupsAreReadOnce() {
    CollectedOutputs.Receiver<AuditedShard> out = new CollectedOutputs.Receiver<>();
    AssembleDocuments.AssembleFn assemble =
        new AssembleDocuments.AssembleFn(AnalysisConfig.DEFAULT);
    for (int shard = 0; shard < 2; shard++) {
      int key = shard;
      List<byte[]> packs =
          pieces().stream().filter(kv -> kv.getKey() == key).map(KV::getValue).toList();
      assemble.processElement(KV.of(key, OnceIterable.of(packs)), out);
    }
    List<String> lines = new ArrayList<>();
    out.values().forEach(shard -> lines.addAll(told(shard)));
    assertEquals(expected(), lines);
    // A shard itself can be read again: the writer of reports may be tried again.
    assertEquals(told(out.values().get(0)), told(out.values().get(0)));
  }
}

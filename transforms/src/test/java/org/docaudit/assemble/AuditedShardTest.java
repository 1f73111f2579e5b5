package org.docaudit.assemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.util.CoderUtils;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.assemble.BatchFacts.Entry;
import org.docaudit.assemble.BatchFacts.LinkCheck;
import org.docaudit.model.AuditedDocument;
import org.docaudit.model.DocumentFacts;
import org.docaudit.model.Finding;
import org.docaudit.model.Link;
import org.docaudit.model.LinkReason;
import org.docaudit.model.LinkSyntax;
import org.docaudit.model.LinkType;
import org.docaudit.model.Models;
import org.docaudit.model.Rule;
import org.docaudit.model.SampleFacts;
import org.docaudit.model.Severity;
import org.docaudit.model.Suppression;
import org.docaudit.model.Verdict;
import org.docaudit.read.AuditPlan;
import org.junit.jupiter.api.Test;

class AuditedShardTest {

  private static final AuditPlan PLAN = new AuditPlan(List.of(0), 1);

  private static DocumentFacts facts(
      String path, List<Link> links, List<Suppression> suppressions, List<Finding> findings) {
    return SampleFacts.of(path, List.of(), links, suppressions, findings);
  }

  private static Link link(int line, String target) {
    return new Link(line, 1, 0, "text", target, null, LinkType.INTERNAL, LinkSyntax.INLINE);
  }

  /** Everything that was sent, one entry a pack. */
  private static List<byte[]> packs(List<java.util.function.Consumer<ShardPiece>> entries) {
    List<byte[]> packs = new ArrayList<>();
    for (var entry : entries) {
      ShardPiece piece = new ShardPiece(PLAN);
      entry.accept(piece);
      piece.forEach((shard, pack) -> packs.add(pack));
    }
    return packs;
  }

  @Test
  void answersMeetTheirDocuments() {
    Entry first =
        new Entry(
            facts(
                "a/one.md",
                List.of(link(1, "x.md"), link(2, "gone.md"), link(3, "http://x")),
                List.of(),
                List.of()),
            List.of(
                LinkCheck.asked(List.of(0)),
                LinkCheck.asked(List.of(1)),
                LinkCheck.decided(Verdict.of(LinkReason.EXTERNAL))));
    Entry second =
        new Entry(
            facts("a/two.md", List.of(link(1, "/y")), List.of(), List.of()),
            List.of(LinkCheck.asked(List.of(2, 0))));
    Entry third = new Entry(facts("b.md", List.of(), List.of(), List.of()), List.of());
    Finding duplicate = Finding.ofDocument(Rule.DUPLICATE_EXACT, "same bytes");
    Verdict missing = Verdict.of(LinkReason.MISSING_FILE, "a/gone.md");
    List<AuditedDocument> documents =
        ShardPacks.documents(
            AnalysisConfig.DEFAULT,
            packs(
                List.of(
                    piece -> piece.finding(new DocumentRef(0, 1), duplicate),
                    piece -> piece.verdict(0, 1, missing),
                    piece -> piece.facts(1, ShardPacks.facts(third)),
                    piece -> piece.suggestion(0, 1, "a/gone-far.md", 4),
                    piece -> piece.suggestion(0, 1, "a/gond.md", 2),
                    piece -> piece.suggestion(0, 1, "b/gone.md", 3),
                    piece -> piece.facts(0, ShardPacks.facts(first, second)),
                    piece -> piece.verdict(0, 2, Verdict.of(LinkReason.MISSING_FILE, "y")),
                    piece -> piece.verdict(0, 0, Verdict.ok("a/x.md")))));
    assertEquals(
        List.of("a/one.md", "a/two.md", "b.md"),
        documents.stream().map(document -> document.facts().path()).toList());
    assertEquals(
        List.of(
            Verdict.ok("a/x.md"), missing.suggesting("gond.md"), Verdict.of(LinkReason.EXTERNAL)),
        documents.get(0).verdicts());
    assertEquals(
        List.of(
            new Finding(
                Rule.LINK_MISSING_FILE, 2, 1, "`a/gone.md` does not exist", "gone.md", "gond.md")),
        documents.get(0).findings());
    assertEquals(List.of(Severity.ERROR), documents.get(0).severities());
    assertEquals(List.of(Verdict.ok("a/x.md")), documents.get(1).verdicts());
    assertEquals(List.of(duplicate), documents.get(1).findings());
    assertEquals(List.of(Severity.INFO), documents.get(1).severities());
    assertEquals(List.of(), documents.get(2).findings());
  }

  @Test
  void suppressionsAndSeverities() {
    Finding undefined =
        new Finding(Rule.LINK_UNDEFINED_REFERENCE, 5, 2, "no definition", "x", null);
    Finding ambiguous = new Finding(Rule.FRONTMATTER_AMBIGUOUS_SCALAR, 2, 4, "no", "no", null);
    Suppression used = new Suppression(Rule.LINK_EMPTY_TARGET, 7, 7, 6, 1);
    Suppression unused = new Suppression(Rule.LINK_MISSING_FILE, 8, 8, 7, 3);
    Suppression ofAll = new Suppression(null, 9, 9, 8, 1);
    Entry entry =
        new Entry(
            facts(
                "a.md",
                List.of(link(7, ""), link(4, "")),
                List.of(used, unused, ofAll),
                List.of(ambiguous, undefined)),
            List.of(
                LinkCheck.decided(Verdict.of(LinkReason.EMPTY_TARGET)),
                LinkCheck.decided(Verdict.of(LinkReason.EMPTY_TARGET))));
    Map<Rule, Severity> severities = new EnumMap<>(AnalysisConfig.defaultSeverities());
    severities.remove(Rule.FRONTMATTER_AMBIGUOUS_SCALAR);
    severities.put(Rule.LINK_UNDEFINED_REFERENCE, Severity.ERROR);
    AnalysisConfig config = withSeverities(severities);
    AuditedDocument document =
        ShardPacks.documents(
                config, packs(List.of(piece -> piece.facts(0, ShardPacks.facts(entry)))))
            .get(0);
    assertEquals(
        List.of(
            new Finding(Rule.LINK_EMPTY_TARGET, 4, 1, "the link has no target", "", null),
            undefined,
            new Finding(
                Rule.SUPPRESSION_UNUSED,
                7,
                3,
                "nothing to suppress here for `link/missing-file`",
                "link/missing-file",
                null),
            new Finding(
                Rule.SUPPRESSION_UNUSED,
                8,
                1,
                "nothing to suppress here for any rule",
                null,
                null)),
        document.findings());
    assertEquals(
        List.of(Severity.ERROR, Severity.ERROR, Severity.INFO, Severity.INFO),
        document.severities());
    assertEquals(1, document.suppressed());
  }

  @Test
  void aQuestionWithoutAnAnswerIsNoVerdict() {
    Entry entry =
        new Entry(
            facts("a.md", List.of(link(1, "x")), List.of(), List.of()),
            List.of(LinkCheck.asked(List.of(4))));
    List<byte[]> packs = packs(List.of(piece -> piece.facts(0, ShardPacks.facts(entry))));
    IllegalStateException problem =
        assertThrows(
            IllegalStateException.class, () -> ShardPacks.documents(AnalysisConfig.DEFAULT, packs));
    assertEquals("no answer to question 4", problem.getMessage());
  }

  @Test
  void aBatchThatComesTwiceIsNotCountedTwice() {
    Entry entry = new Entry(facts("a.md", List.of(), List.of(), List.of()), List.of());
    List<byte[]> packs =
        packs(
            List.of(
                piece -> piece.facts(0, ShardPacks.facts(entry)),
                piece -> piece.facts(0, ShardPacks.facts(entry))));
    assertThrows(
        IllegalStateException.class, () -> ShardPacks.documents(AnalysisConfig.DEFAULT, packs));
  }

  /** Documents with their links decided, asked once, or asked of several site roots. */
  @Provide
  Arbitrary<List<Entry>> entries() {
    Arbitrary<LinkCheck> checks =
        Arbitraries.oneOf(
            Models.verdicts().map(LinkCheck::decided),
            Arbitraries.integers()
                .between(0, 5)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(LinkCheck::asked));
    return Combinators.combine(Models.facts(), checks.list().ofSize(3))
        .as((facts, list) -> new Entry(facts, list.subList(0, facts.links().size())))
        .list()
        .ofMaxSize(4);
  }

  @Property(tries = 200)
  void factsComeOutAsTheyWentIn(@ForAll("entries") List<Entry> entries) {
    List<Entry> read = new ArrayList<>();
    BatchFacts.read(ShardPacks.facts(entries.toArray(Entry[]::new))).forEach(read::add);
    assertEquals(entries, read);
  }

  @Provide
  Arbitrary<List<Verdict>> answers() {
    return Models.verdicts().list().ofSize(6);
  }

  private static AnalysisConfig withSeverities(Map<Rule, Severity> severities) {
    AnalysisConfig base = AnalysisConfig.DEFAULT;
    return new AnalysisConfig(
        base.limits(),
        base.engine(),
        base.shadowSample(),
        base.schemas(),
        base.uniqueFields(),
        base.siteRoots(),
        base.ignorePatterns(),
        base.folderIndexRequired(),
        base.documentExtensions(),
        severities);
  }

  private static String digest(AuditedShard shard) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    shard.update(sha256);
    return HexFormat.of().formatHex(sha256.digest());
  }

  @Test
  void whateverADocumentIsMadeOfMakesAnotherDigest() throws Exception {
    byte[] facts =
        ShardPacks.facts(
            new Entry(
                facts("a.md", List.of(link(1, "x.md")), List.of(), List.of()),
                List.of(LinkCheck.asked(List.of(0)))));
    Verdict missing = Verdict.of(LinkReason.MISSING_FILE, "x.md");
    Finding duplicate = Finding.ofDocument(Rule.DUPLICATE_EXACT, "same bytes as `b.md`");
    List<List<java.util.function.Consumer<ShardPiece>>> shards =
        List.of(
            List.of(piece -> piece.facts(0, facts), piece -> piece.verdict(0, 0, missing)),
            List.of(piece -> piece.facts(0, facts), piece -> piece.verdict(0, 0, Verdict.ok("x"))),
            List.of(
                piece -> piece.facts(0, facts),
                piece -> piece.verdict(0, 0, missing),
                piece -> piece.suggestion(0, 0, "y.md", 1)),
            List.of(
                piece -> piece.facts(0, facts),
                piece -> piece.verdict(0, 0, missing),
                piece -> piece.finding(new DocumentRef(0, 0), duplicate)),
            List.of(
                piece ->
                    piece.facts(
                        0,
                        ShardPacks.facts(
                            new Entry(
                                facts("a.md", List.of(), List.of(), List.of()), List.of())))));
    Set<String> digests = new HashSet<>();
    for (List<java.util.function.Consumer<ShardPiece>> shard : shards) {
      digests.add(digest(new AuditedShard(0, AnalysisConfig.DEFAULT, packs(shard))));
    }
    assertEquals(shards.size(), digests.size());
    AnalysisConfig other = withSeverities(Map.of(Rule.LINK_MISSING_FILE, Severity.INFO));
    assertTrue(digests.add(digest(new AuditedShard(0, other, packs(shards.get(0))))));
    // The number of a batch is not what a document is made of.
    String first = digest(new AuditedShard(0, AnalysisConfig.DEFAULT, packs(shards.get(0))));
    List<byte[]> renumbered =
        packs(List.of(piece -> piece.facts(2, facts), piece -> piece.verdict(2, 0, missing)));
    assertEquals(first, digest(new AuditedShard(5, AnalysisConfig.DEFAULT, renumbered)));
  }

  @Property(tries = 200)
  void orderOfPacksAndTheCoderMakeNoDifference(
      @ForAll("entries") List<Entry> entries,
      @ForAll("answers") List<Verdict> answers,
      @ForAll long seed)
      throws Exception {
    List<java.util.function.Consumer<ShardPiece>> sent = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      int question = i;
      Verdict answer = answers.get(i);
      sent.add(piece -> piece.verdict(1, question, answer));
      sent.add(piece -> piece.suggestion(1, question, "near.md", question));
      sent.add(piece -> piece.suggestion(1, question, "nearer.md", 3));
    }
    sent.add(piece -> piece.facts(1, ShardPacks.facts(entries.toArray(Entry[]::new))));
    for (int i = 0; i < entries.size(); i++) {
      DocumentRef document = new DocumentRef(1, i);
      sent.add(
          piece -> piece.finding(document, Finding.ofDocument(Rule.DUPLICATE_EXACT, "duplicate")));
      sent.add(
          piece ->
              piece.finding(
                  document, new Finding(Rule.FRONTMATTER_NOT_UNIQUE, 2, 3, "same", "a", null)));
    }
    List<byte[]> packs = packs(sent);
    List<AuditedDocument> expected = ShardPacks.documents(AnalysisConfig.DEFAULT, packs);
    assertEquals(
        entries.stream().map(Entry::facts).toList(),
        expected.stream().map(AuditedDocument::facts).toList());

    List<byte[]> shuffled = new ArrayList<>(packs);
    Collections.shuffle(shuffled, new Random(seed));
    AuditedShard shard = new AuditedShard(7, AnalysisConfig.DEFAULT, shuffled);
    AuditedShard copy = CoderUtils.clone(new AuditedShardCoder(), shard);
    assertEquals(digest(new AuditedShard(0, AnalysisConfig.DEFAULT, packs)), digest(copy));
    assertEquals(7, copy.shard());
    for (AuditedShard each : List.of(shard, copy, copy)) {
      List<AuditedDocument> documents = new ArrayList<>();
      each.forEach(documents::add);
      assertEquals(expected, documents);
    }
  }

  @Test
  void theCoderKeepsConfigurationAndPacks() throws Exception {
    List<byte[]> packs = List.of(new byte[0], new byte[] {1, 2, 3}, new byte[100_000]);
    AuditedShard copy =
        CoderUtils.clone(
            new AuditedShardCoder(), new AuditedShard(3, AnalysisConfig.DEFAULT, packs));
    assertEquals(AnalysisConfig.DEFAULT, copy.config());
    assertEquals(packs.size(), copy.packs().size());
    for (int i = 0; i < packs.size(); i++) {
      assertArrayEquals(packs.get(i), copy.packs().get(i));
    }
    CoderProperties.coderSerializable(new AuditedShardCoder());
  }

  @Test
  void aDocumentWithoutItsChecksIsRefused() {
    DocumentFacts facts = facts("a.md", List.of(link(1, "x")), List.of(), List.of());
    assertThrows(IllegalArgumentException.class, () -> new Entry(facts, List.of()));
    assertThrows(IllegalArgumentException.class, () -> new LinkCheck(null, List.of()));
    assertThrows(IllegalArgumentException.class, () -> new LinkCheck(Verdict.ok("a"), List.of(1)));
  }
}

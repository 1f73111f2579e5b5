package org.docaudit.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.beam.sdk.util.CoderUtils;
import org.docaudit.model.AuditedDocument;
import org.docaudit.model.DocumentFacts;
import org.docaudit.model.Finding;
import org.docaudit.model.FrontmatterFormat;
import org.docaudit.model.Link;
import org.docaudit.model.LinkReason;
import org.docaudit.model.LinkStatus;
import org.docaudit.model.LinkSyntax;
import org.docaudit.model.LinkType;
import org.docaudit.model.Models;
import org.docaudit.model.Rule;
import org.docaudit.model.Severity;
import org.docaudit.model.Verdict;
import org.junit.jupiter.api.Test;

class CorpusTotalsTest {

  /** Everything that can be asked of totals. */
  private static List<Object> snapshot(CorpusTotals totals) {
    List<Object> all = new ArrayList<>();
    Arrays.stream(Flow.values()).forEach(flow -> all.add(flow + "=" + totals.get(flow)));
    Arrays.stream(Stage.values()).forEach(stage -> all.add(stage + "=" + totals.nanos(stage)));
    Arrays.stream(LinkStatus.values()).forEach(each -> all.add(totals.links(each)));
    Arrays.stream(Severity.values()).forEach(each -> all.add(totals.findings(each)));
    all.add(totals.linksByReason());
    all.add(totals.findingsByRule());
    all.add(totals.documentsByEngine());
    all.add(totals.documentBytes().bins());
    all.add(totals.documentLinks().bins());
    all.add(List.copyOf(totals.worstDocuments()));
    all.add(List.copyOf(totals.topWords()));
    all.add(List.copyOf(totals.hotTargets()));
    all.add(List.copyOf(totals.slowestBatches()));
    return all;
  }

  private static void addTargetAndBatch(WordCount word, CorpusTotals totals) {
    totals.addTarget(new LinkedTarget(word.word(), word.count()));
    totals.addBatch(new BatchTime(word.word(), 1, 2, word.count(), "java", "w"));
  }

  @Provide
  Arbitrary<List<AuditedDocument>> documents() {
    return Models.documents().list().ofMaxSize(30);
  }

  @Provide
  Arbitrary<List<WordCount>> words() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 400).map(n -> "w" + n),
            Arbitraries.longs().between(1, 5))
        .as((word, count) -> new WordCount(word, count, 1))
        .list()
        .ofMaxSize(300);
  }

  @Property(tries = 100)
  void partsMergeInAnyOrder(
      @ForAll("documents") List<AuditedDocument> documents,
      @ForAll("words") List<WordCount> words,
      @ForAll long seed)
      throws Exception {
    CorpusTotals whole = new CorpusTotals();
    documents.forEach(whole::addDocument);
    words.forEach(whole::addWord);
    words.forEach(word -> addTargetAndBatch(word, whole));
    whole.count(Flow.LINKS_FOUND, documents.size());
    whole.spent(Stage.READ, documents.size());

    Random random = new Random(seed);
    List<CorpusTotals> parts = new ArrayList<>();
    IntStream.range(0, 4).forEach(i -> parts.add(new CorpusTotals()));
    List<AuditedDocument> shuffled = new ArrayList<>(documents);
    Collections.shuffle(shuffled, random);
    for (AuditedDocument document : shuffled) {
      CorpusTotals part = parts.get(random.nextInt(parts.size()));
      part.addDocument(document);
      part.count(Flow.LINKS_FOUND, 1);
      part.spent(Stage.READ, 1);
    }
    words.forEach(word -> parts.get(random.nextInt(parts.size())).addWord(word));
    words.forEach(word -> addTargetAndBatch(word, parts.get(random.nextInt(parts.size()))));

    // As runners do: some parts together first, each of them sent from worker to worker.
    while (parts.size() > 1) {
      CorpusTotals into = parts.remove(random.nextInt(parts.size()));
      CorpusTotals from = parts.remove(random.nextInt(parts.size()));
      into.merge(CoderUtils.clone(CorpusTotalsCoder.of(), from));
      parts.add(into);
    }
    assertEquals(snapshot(whole), snapshot(parts.get(0)));
  }

  @Property(tries = 50)
  void mergingLeavesTheOtherPartAsItWas(
      @ForAll("documents") List<AuditedDocument> documents,
      @ForAll("words") List<WordCount> words) {
    CorpusTotals part = new CorpusTotals();
    documents.forEach(part::addDocument);
    words.forEach(part::addWord);
    List<Object> before = snapshot(part);
    CorpusTotals sum = new CorpusTotals();
    sum.merge(part);
    sum.merge(part);
    assertEquals(before, snapshot(part));
  }

  @Test
  void countsADocument() {
    Link link = new Link(1, 1, 0, "", "x", null, LinkType.INTERNAL, LinkSyntax.INLINE);
    DocumentFacts facts =
        new DocumentFacts(
            "a.md",
            700,
            "java",
            "0".repeat(64),
            10,
            20,
            15,
            null,
            FrontmatterFormat.NONE,
            null,
            null,
            List.of(),
            List.of(link, link, link),
            List.of(),
            List.of());
    CorpusTotals totals = new CorpusTotals();
    totals.addDocument(
        new AuditedDocument(
            facts,
            List.of(
                Verdict.ok("x"),
                Verdict.of(LinkReason.MISSING_FILE),
                Verdict.of(LinkReason.EXTERNAL)),
            List.of(
                Finding.ofDocument(Rule.LINK_MISSING_FILE, "gone"),
                Finding.ofDocument(Rule.LINK_UNDEFINED_REFERENCE, "undefined")),
            List.of(Severity.ERROR, Severity.WARNING),
            4));
    totals.addDocument(
        new AuditedDocument(
            DocumentFacts.failed("b.md", 9, Finding.ofDocument(Rule.DOCUMENT_VANISHED, "gone")),
            List.of(),
            List.of(Finding.ofDocument(Rule.DOCUMENT_VANISHED, "gone")),
            List.of(Severity.ERROR),
            0));
    assertEquals(1, totals.get(Flow.DOCUMENTS_ANALYZED));
    assertEquals(1, totals.get(Flow.DOCUMENTS_FAILED));
    assertEquals(700, totals.get(Flow.BYTES));
    assertEquals(10, totals.get(Flow.LINES));
    assertEquals(20, totals.get(Flow.WORDS));
    assertEquals(15, totals.get(Flow.PROSE_WORDS));
    assertEquals(3, totals.get(Flow.LINKS_JUDGED));
    assertEquals(4, totals.get(Flow.SUPPRESSED));
    assertEquals(1, totals.links(LinkStatus.OK));
    assertEquals(1, totals.links(LinkStatus.BROKEN));
    assertEquals(1, totals.links(LinkStatus.UNCHECKED));
    assertEquals(0, totals.links(LinkStatus.IGNORED));
    assertEquals(
        Map.of(LinkReason.MISSING_FILE, 1L, LinkReason.EXTERNAL, 1L), totals.linksByReason());
    assertEquals(
        Map.of(
            Rule.DOCUMENT_VANISHED, 1L,
            Rule.LINK_MISSING_FILE, 1L,
            Rule.LINK_UNDEFINED_REFERENCE, 1L),
        totals.findingsByRule());
    assertEquals(2, totals.findings(Severity.ERROR));
    assertEquals(1, totals.findings(Severity.WARNING));
    assertEquals(Map.of("java", 1L), totals.documentsByEngine());
    assertEquals(Map.of(512L, 1L), totals.documentBytes().bins());
    assertEquals(Map.of(2L, 1L), totals.documentLinks().bins());
    assertEquals(
        List.of(new WorstDocument("a.md", 2, 1), new WorstDocument("b.md", 1, 1)),
        totals.worstDocuments());
  }

  @Test
  void binsDouble() {
    Histogram histogram = new Histogram();
    for (long value : new long[] {0, 1, 2, 3, 4, 7, 8, 1023, 1024, Long.MAX_VALUE}) {
      histogram.add(value);
    }
    assertEquals(
        Map.of(0L, 1L, 1L, 1L, 2L, 2L, 4L, 2L, 8L, 1L, 512L, 1L, 1024L, 1L, 1L << 62, 1L),
        histogram.bins());
  }

  @Test
  void theTopHundredOfManyWords() {
    CorpusTotals totals = new CorpusTotals();
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, 200_000).boxed().toList());
    Collections.shuffle(numbers, new Random(1));
    numbers.forEach(n -> totals.addWord(new WordCount("w" + n, n, 1)));
    assertEquals(
        IntStream.range(0, 100).mapToObj(i -> "w" + (199_999 - i)).toList(),
        totals.topWords().stream().map(WordCount::word).toList());
    assertEquals(200_000, totals.get(Flow.WORDS_DISTINCT));
    assertEquals(199_999L * 100_000, totals.get(Flow.WORDS_COUNTED));
  }
}

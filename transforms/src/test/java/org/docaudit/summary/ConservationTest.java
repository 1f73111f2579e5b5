package org.docaudit.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.docaudit.analysis.KernelTimes;
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
import org.docaudit.reuse.ReadReason;
import org.docaudit.summary.Conservation.Balance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConservationTest {

  private static final Link LINK =
      new Link(1, 1, 0, "", "x", null, LinkType.INTERNAL, LinkSyntax.INLINE);

  /** Eleven listed: six analyzed with two links each, one failed, one unlisted, three skipped. */
  private static CorpusTotals totals() {
    CorpusTotals totals = new CorpusTotals();
    for (int i = 0; i < 6; i++) {
      totals.addDocument(document());
    }
    Finding why = Finding.ofDocument(Rule.DOCUMENT_VANISHED, "gone");
    totals.addDocument(
        new AuditedDocument(
            DocumentFacts.failed("f.md", 0, why), List.of(), List.of(), List.of(), 0));
    totals.count(Flow.DOCUMENTS_FAILED, 1);
    totals.count(Flow.DOCUMENTS_READ, 7);
    totals.count(Flow.LINKS_FOUND, 12);
    totals.count(Flow.QUESTIONS_ASKED, 5);
    totals.count(Flow.QUESTIONS_ANSWERED, 5);
    totals.count(Flow.WORDS_TALLIED, 40);
    totals.count(Flow.WORDS_COUNTED, 40);
    totals.count(Flow.HASHES_SENT, 6);
    totals.count(Flow.HASHES_COMPARED, 6);
    totals.engines().parsed("java", 4, 400, KernelTimes.ZERO);
    totals.engines().parsed("native", 2, 200, KernelTimes.ZERO);
    totals.engines().shadow().sampled(3);
    totals.engines().shadow().compared(2, 50);
    totals.engines().shadow().uncompared(1);
    return totals;
  }

  private static AuditedDocument document() {
    DocumentFacts facts = SampleFacts.withLinks("a.md", LINK, LINK);
    return new AuditedDocument(
        facts, List.of(Verdict.ok("x"), Verdict.of(LinkReason.SCHEME)), List.of(), List.of(), 0);
  }

  private static List<String> leaks(long listed, CorpusTotals totals) {
    return Conservation.leaks(Conservation.balances(listed, 3, 1, totals)).stream()
        .map(leak -> leak.name() + ": " + leak.expected() + " " + leak.actual())
        .toList();
  }

  @Test
  void nothingIsLost() {
    List<Balance> balances = Conservation.balances(11, 3, 1, totals());
    assertEquals(
        List.of(
            "documents listed = analyzed + failed + skipped",
            "documents listed = read + skipped + unlisted",
            "documents parsed by an engine = analyzed",
            "documents sampled = compared + read by java alone",
            "links found = ok + broken + unchecked + ignored",
            "questions asked = answered",
            "word occurrences tallied = counted",
            "hashes sent = compared"),
        balances.stream().map(Balance::name).toList());
    assertTrue(balances.stream().allMatch(Balance::holds));
    assertEquals(List.of(), leaks(11, totals()));
  }

  @Test
  void aDocumentTooFewOrTooMany() {
    assertEquals(
        List.of(
            "documents listed = analyzed + failed + skipped: 12 11",
            "documents listed = read + skipped + unlisted: 12 11"),
        leaks(12, totals()));
    CorpusTotals twice = totals();
    twice.addDocument(document());
    assertEquals(
        List.of(
            "documents listed = analyzed + failed + skipped: 11 12",
            "documents parsed by an engine = analyzed: 6 7",
            "links found = ok + broken + unchecked + ignored: 12 14"),
        leaks(11, twice));
  }

  @Test
  void aDocumentOfTheSampleThatWasNotCompared() {
    CorpusTotals totals = totals();
    totals.engines().shadow().sampled(1);
    assertEquals(
        List.of("documents sampled = compared + read by java alone: 4 3"), leaks(11, totals));
  }

  @Test
  void keptAndReadAreAll() {
    CorpusTotals totals = totals();
    ReuseTotals reuse = totals.reuse();
    List.of(
            ReadReason.SAMPLE,
            ReadReason.SAMPLE,
            ReadReason.NEW,
            ReadReason.SIZE,
            ReadReason.CONTENT,
            ReadReason.ENGINE,
            ReadReason.FAILED)
        .forEach(reuse::add);
    assertEquals(List.of(), leaks(11, totals));
    reuse.add(ReadReason.UNCHANGED);
    assertEquals(
        List.of(
            "documents listed = kept + read + skipped + unlisted: 11 12",
            "documents parsed by an engine + kept = analyzed + verified: 9 8"),
        leaks(11, totals));
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "DOCUMENTS_READ",
        "DOCUMENTS_ANALYZED",
        "DOCUMENTS_FAILED",
        "LINKS_FOUND",
        "QUESTIONS_ASKED",
        "QUESTIONS_ANSWERED",
        "WORDS_TALLIED",
        "WORDS_COUNTED",
        "HASHES_SENT",
        "HASHES_COMPARED"
      })
  void everyCountMatters(Flow flow) {
    for (int difference : new int[] {1, -1}) {
      CorpusTotals totals = totals();
      totals.count(flow, difference);
      int counts = flow == Flow.DOCUMENTS_ANALYZED ? 2 : 1;
      assertEquals(counts, leaks(11, totals).size(), flow + " " + difference);
      assertFalse(Conservation.leaks(Conservation.balances(11, 3, 1, totals)).get(0).holds());
    }
  }
}

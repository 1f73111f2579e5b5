package org.docaudit.assemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.docaudit.model.Finding;
import org.docaudit.model.Rule;
import org.docaudit.model.Suppression;
import org.junit.jupiter.api.Test;

class AppliedSuppressionsTest {

  private static final List<Rule> RULES =
      List.of(Rule.LINK_MISSING_FILE, Rule.LINK_MISSING_ANCHOR, Rule.DUPLICATE_EXACT);

  private static Finding finding(Rule rule, int line) {
    return new Finding(rule, line, line == 0 ? 0 : 1, "message", null, null);
  }

  @Provide
  Arbitrary<List<Finding>> findings() {
    return Combinators.combine(Arbitraries.of(RULES), Arbitraries.integers().between(0, 12))
        .as(AppliedSuppressionsTest::finding)
        .list()
        .ofMaxSize(12);
  }

  /** Some of them empty, some equal, many nested or overlapping. */
  @Provide
  Arbitrary<List<Suppression>> suppressions() {
    Arbitrary<Integer> lines = Arbitraries.integers().between(1, 12);
    return Combinators.combine(
            Arbitraries.of(RULES).injectNull(0.3), lines, Arbitraries.integers().between(0, 14))
        .as((rule, first, last) -> new Suppression(rule, first, last, first, 1))
        .list()
        .ofMaxSize(8);
  }

  @Property(tries = 2000)
  void asSimplyAsItCanBeSaid(
      @ForAll("suppressions") List<Suppression> suppressions,
      @ForAll("findings") List<Finding> findings) {
    AppliedSuppressions applied = new AppliedSuppressions(suppressions, findings);
    assertEquals(
        findings.stream()
            .filter(finding -> suppressions.stream().noneMatch(each -> each.covers(finding)))
            .toList(),
        applied.kept());
    assertEquals(
        suppressions.stream()
            .distinct()
            .filter(each -> findings.stream().noneMatch(each::covers))
            .toList(),
        applied.unused());
  }

  @Test
  void findingsOnTheWholeDocumentAreKept() {
    Suppression everything = new Suppression(null, 1, Integer.MAX_VALUE, 1, 1);
    List<Finding> findings =
        List.of(finding(Rule.DUPLICATE_EXACT, 0), finding(Rule.LINK_MISSING_FILE, 1));
    AppliedSuppressions applied = new AppliedSuppressions(List.of(everything), findings);
    assertEquals(findings.subList(0, 1), applied.kept());
    assertEquals(List.of(), applied.unused());
  }

  /** A line of comments over a line of links, which a document of thirty megabytes has room for. */
  @Test
  void manyOfBothOnOneLine() {
    int n = 600_000;
    List<Suppression> suppressions = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      suppressions.add(new Suppression(Rule.LINK_MISSING_ANCHOR, 2, 2, 1, 1 + i));
      findings.add(finding(i % 2 == 0 ? Rule.LINK_MISSING_FILE : Rule.LINK_MISSING_ANCHOR, 2));
    }
    AppliedSuppressions applied =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> new AppliedSuppressions(suppressions, findings));
    assertEquals(n / 2, applied.kept().size());
    assertEquals(List.of(), applied.unused());
  }

  @Test
  void aHundredThousandBlocksInEachOther() {
    int n = 100_000;
    List<Suppression> suppressions = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (int i = 1; i <= n; i++) {
      suppressions.add(new Suppression(Rule.LINK_MISSING_FILE, i, 2 * n + 1 - i, i, 1));
      findings.add(finding(Rule.LINK_MISSING_ANCHOR, i));
    }
    AppliedSuppressions applied =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> new AppliedSuppressions(suppressions, findings));
    assertEquals(findings, applied.kept());
    assertEquals(suppressions, applied.unused());
  }
}

package org.docaudit.model;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary values of the model, with the texts, sizes and absences in which packs differ. */
public final class Models {

  private static final String[] TEXTS = {
    "",
    "a",
    "docs/guide.md",
    "zwölf Boxkämpfer",
    "潮汐表",
    "👩‍🚒",
    "a\u0000b",
    "\r\n\t\u001b[31m",
    "\u202e\ufeff",
    "{\"a\":null}",
    "x".repeat(127),
    "x".repeat(128),
    "é".repeat(64),
    "y".repeat(16_384)
  };

  private static final List<FrontmatterFormat> FORMATS = List.of(FrontmatterFormat.values());

  private Models() {}

  public static Arbitrary<String> texts() {
    return Arbitraries.of(TEXTS);
  }

  public static Arbitrary<Integer> lines() {
    return Arbitraries.of(0, 1, 2, 3, 127, 128, 16_384, Integer.MAX_VALUE);
  }

  public static Arbitrary<Finding> findings() {
    return Combinators.combine(
            Arbitraries.of(Rule.values()),
            lines(),
            lines(),
            texts(),
            texts().injectNull(0.3),
            texts().injectNull(0.3))
        .as(Finding::new);
  }

  public static Arbitrary<Verdict> verdicts() {
    return Combinators.combine(
            Arbitraries.of(LinkReason.values()).injectNull(0.2),
            texts().injectNull(0.3),
            texts().injectNull(0.3))
        .as(
            (reason, path, suggestion) ->
                new Verdict(
                    reason == null ? LinkStatus.OK : reason.status(), reason, path, suggestion));
  }

  public static Arbitrary<Suppression> suppressions() {
    return Combinators.combine(
            Arbitraries.of(Rule.values()).injectNull(0.3), lines(), lines(), lines(), lines())
        .as(Suppression::new);
  }

  public static Arbitrary<DocumentFacts> facts() {
    Arbitrary<Long> counts = Arbitraries.of(0L, 1L, 127L, 128L, 1L << 40, Long.MAX_VALUE);
    Arbitrary<List<Long>> numbers = counts.list().ofSize(4);
    Arbitrary<List<String>> strings = texts().injectNull(0.3).list().ofSize(4);
    Arbitrary<Boolean> valid = Arbitraries.of(true, false).injectNull(0.3);
    return Combinators.combine(
            texts(),
            numbers,
            strings,
            valid,
            headings().list().ofMaxSize(3),
            links().list().ofMaxSize(3),
            suppressions().list().ofMaxSize(3),
            findings().list().ofMaxSize(3))
        .as(
            (path, number, text, isValid, headings, links, suppressions, findings) ->
                new DocumentFacts(
                    path,
                    number.get(0),
                    text.get(0),
                    text.get(1),
                    number.get(1),
                    number.get(2),
                    number.get(3),
                    text.get(2),
                    FORMATS.get(links.size()),
                    text.get(3),
                    isValid,
                    headings,
                    links,
                    suppressions,
                    findings));
  }

  /** Documents with as many verdicts as they have links. */
  public static Arbitrary<AuditedDocument> documents() {
    return Combinators.combine(facts(), verdicts().list().ofSize(3), findings().list().ofMaxSize(4))
        .as(
            (facts, verdicts, findings) -> {
              List<Severity> severities = new ArrayList<>();
              findings.forEach(finding -> severities.add(finding.rule().defaultSeverity()));
              return new AuditedDocument(
                  facts,
                  verdicts.subList(0, facts.links().size()),
                  findings,
                  severities,
                  findings.size() / 2);
            });
  }

  private static Arbitrary<Heading> headings() {
    return Combinators.combine(Arbitraries.integers().between(1, 6), texts(), lines(), texts())
        .as(Heading::new);
  }

  private static Arbitrary<Link> links() {
    return Combinators.combine(
            lines(),
            lines(),
            Arbitraries.of(0L, 1L << 33),
            texts(),
            texts(),
            texts().injectNull(0.3),
            Arbitraries.of(LinkType.values()),
            Arbitraries.of(LinkSyntax.values()))
        .as(Link::new);
  }
}

package org.docaudit.analyze;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.analysis.DocumentRules;
import org.docaudit.analysis.frontmatter.FrontmatterKind;
import org.docaudit.assemble.BatchFacts;
import org.docaudit.assemble.BatchFacts.LinkCheck;
import org.docaudit.links.Anchors;
import org.docaudit.links.LinkQuestion;
import org.docaudit.links.LinkRules;
import org.docaudit.links.LinkTarget;
import org.docaudit.model.DocumentFacts;
import org.docaudit.model.LinkReason;
import org.docaudit.model.Verdict;

/**
 * All that the rest of the audit needs of a document, whatever batch it is in: what its bytes and
 * the configuration say, before the corpus is asked anything. Immutable.
 */
final class AnalyzedDocument {

  private final Contribution contribution;
  private final byte[] facts;

  private AnalyzedDocument(Contribution contribution, byte[] facts) {
    this.contribution = contribution;
    this.facts = facts;
  }

  /**
   * A document that was read.
   *
   * @param root the path prefix of its corpus, which links must not leave
   */
  static AnalyzedDocument of(
      DocumentRules.Result result, String root, AnalysisConfig config, LinkRules rules) {
    DocumentFacts document = result.facts();
    String sha256 = document.sha256();
    if (sha256 == null) {
      throw new IllegalArgumentException(document.path() + " was not read");
    }
    Map<LinkQuestion, Integer> questions = new LinkedHashMap<>();
    List<LinkCheck> checks = new ArrayList<>(result.targets().size());
    Anchors anchors = Anchors.of(result.anchors().orElse(List.of()));
    for (Optional<LinkTarget> target : result.targets()) {
      checks.add(check(target, document.path(), root, anchors, rules, questions));
    }
    List<Contribution.Unique> uniques = new ArrayList<>();
    for (String field : config.uniqueFields()) {
      result
          .frontmatter()
          .field(field)
          .filter(node -> node.kind() != FrontmatterKind.NULL)
          .map(node -> new Contribution.Unique(field, node.toJson(), node.line(), node.column()))
          .ifPresent(uniques::add);
    }
    int[] links = new int[questions.size()];
    checks.forEach(check -> check.questions().forEach(question -> links[question]++));
    List<Contribution.Asked> asked = new ArrayList<>(links.length);
    questions.forEach(
        (question, number) -> asked.add(new Contribution.Asked(question, links[number])));
    return new AnalyzedDocument(
        new Contribution(
            document.path(),
            document.bytes(),
            sha256,
            checks.size(),
            asked,
            result.anchors(),
            uniques),
        BatchFacts.pack(document, checks));
  }

  /** What it tells and asks the rest of the corpus. */
  Contribution contribution() {
    return contribution;
  }

  /**
   * Its facts as {@link BatchFacts#pack} packs them, with questions by their place in the
   * contribution; not a copy.
   */
  byte[] facts() {
    return facts;
  }

  private static LinkCheck check(
      Optional<LinkTarget> parsed,
      String source,
      String root,
      Anchors anchors,
      LinkRules rules,
      Map<LinkQuestion, Integer> questions) {
    if (parsed.isEmpty()) {
      return LinkCheck.decided(Verdict.of(LinkReason.CONFIGURED));
    }
    LinkTarget target = parsed.get();
    Optional<Verdict> verdict = target.verdict();
    if (verdict.isPresent()) {
      return LinkCheck.decided(verdict.get());
    }
    if (target.kind() == LinkTarget.Kind.ANCHOR) {
      return LinkCheck.decided(anchors.answer(source, target.fragment(), target.plain()));
    }
    List<Integer> numbers = new ArrayList<>(1);
    for (LinkQuestion question : LinkQuestion.of(target, source, root, rules)) {
      Integer known = questions.putIfAbsent(question, questions.size());
      numbers.add(known != null ? known : questions.size() - 1);
    }
    return LinkCheck.asked(numbers);
  }
}

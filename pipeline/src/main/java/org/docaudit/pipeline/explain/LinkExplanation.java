package org.docaudit.pipeline.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.links.Anchors;
import org.docaudit.links.LinkQuestion;
import org.docaudit.links.LinkTarget;
import org.docaudit.links.TargetIndex;
import org.docaudit.model.LinkReason;
import org.docaudit.model.LinkStatus;
import org.docaudit.model.LinkSyntax;
import org.docaudit.model.Rule;
import org.docaudit.model.Verdict;
import org.docaudit.pipeline.report.FindingRow;
import org.docaudit.pipeline.report.LinkRow;

/**
 * Every step from a link's target to its verdict, by the rules that the audit used.
 *
 * @param target taken apart; empty where the configuration ignores the link
 * @param questions whose answers decide it; none where the target alone does
 * @param verdict that the rules give
 */
record LinkExplanation(
    LinkRow link, Optional<LinkTarget> target, List<LinkQuestion> questions, Verdict verdict) {

  /** The paths that must be known to judge a link. */
  static List<String> paths(LinkRow link, RunRules rules, String root) {
    List<String> paths = new ArrayList<>(List.of(link.sourceFile()));
    LinkTarget target = parsed(link);
    if (target.kind() == LinkTarget.Kind.INTERNAL) {
      LinkQuestion.of(target, link.sourceFile(), root, rules.links())
          .forEach(question -> paths.add(question.path()));
    }
    return paths;
  }

  /**
   * Judges a link.
   *
   * @param root what the target must not leave
   */
  static LinkExplanation of(LinkRow link, RunRules rules, String root, KnownTargets known) {
    if (rules.ignoredBy(link.target()).isPresent()) {
      return new LinkExplanation(
          link, Optional.empty(), List.of(), Verdict.of(LinkReason.CONFIGURED));
    }
    LinkTarget target = parsed(link);
    if (target.kind() == LinkTarget.Kind.ANCHOR) {
      Verdict verdict =
          Anchors.of(known.anchorsOf(link.sourceFile()))
              .answer(link.sourceFile(), target.fragment(), target.plain());
      return new LinkExplanation(link, Optional.of(target), List.of(), verdict);
    } else if (target.kind() != LinkTarget.Kind.INTERNAL) {
      return new LinkExplanation(
          link, Optional.of(target), List.of(), target.verdict().orElseThrow());
    }
    List<LinkQuestion> questions = LinkQuestion.of(target, link.sourceFile(), root, rules.links());
    Verdict verdict = LinkQuestion.combine(questions.stream().map(known.index()::answer).toList());
    return new LinkExplanation(link, Optional.of(target), questions, verdict);
  }

  private static LinkTarget parsed(LinkRow link) {
    return LinkTarget.parse(
        link.target(), LinkSyntax.valueOf(link.syntax().toUpperCase(Locale.ROOT)));
  }

  /** Whether the verdict is the one in the table. */
  boolean agrees() {
    LinkReason reason = verdict.reason();
    return verdict.status().id().equals(link.status())
        && Objects.equals(reason == null ? null : reason.id(), link.reason())
        && Objects.equals(verdict.resolvedPath(), link.resolvedPath());
  }

  /**
   * Writes the steps.
   *
   * @param finding that the link gave, or null
   */
  void write(Steps steps, RunRules rules, KnownTargets known, @Nullable FindingRow finding) {
    steps.heading(
        "%s:%d:%d  %s".formatted(link.sourceFile(), link.line(), link.column(), link.target()));
    steps.step(
        "link",
        "%s, %s%s"
            .formatted(
                link.syntax(),
                link.type(),
                link.text().isEmpty() ? "" : ", with the text \"" + link.text() + "\""));
    target.ifPresentOrElse(
        each -> parts(steps, each, rules),
        () -> rules.ignoredBy(link.target()).ifPresent(why -> steps.step("ignored", why)));
    for (LinkQuestion question : questions) {
      question(steps, question, known.index());
    }
    if (!agrees()) {
      steps.step("note", "these rules now give another verdict, %s".formatted(text(verdict)));
    }
    steps.step(
        "verdict", link.reason() == null ? link.status() : link.status() + ": " + link.reason());
    if (link.resolvedPath() != null) {
      steps.step("resolved to", link.resolvedPath());
    }
    rule(steps, rules, finding);
    if (link.suggestion() != null) {
      steps.step("suggestion", link.suggestion());
    }
  }

  private static String text(Verdict verdict) {
    LinkReason reason = verdict.reason();
    return verdict.status().id() + (reason == null ? "" : " (" + reason.id() + ")");
  }

  private void parts(Steps steps, LinkTarget target, RunRules rules) {
    steps.step(
        "means",
        switch (target.kind()) {
          case EXTERNAL -> "a URL, which is not checked";
          case IGNORED -> "an address of a scheme that leads to no document";
          case ANCHOR -> "a place in this document";
          case INTERNAL -> "a path in the corpus";
          case TEMPLATE -> "what a template engine completes; it is not checked";
          case EMPTY -> "nothing, it is empty";
          case INVALID -> "nothing that a browser can follow";
        });
    if (target.kind() == LinkTarget.Kind.INTERNAL) {
      steps.step("path", target.path() + (target.backslashes() ? ", its backslashes as /" : ""));
      steps.step(
          "seen from",
          target.rooted() ? "the site roots: " + rules.siteRoots() : "the document's folder");
    }
    if (target.fragment() != null) {
      steps.step("anchor", target.fragment());
    }
    if (target.plain()) {
      steps.step("query", "plain=1, so anchors of lines (L10) are meant, too");
    }
  }

  private static void question(Steps steps, LinkQuestion question, TargetIndex index) {
    if (question.brokenBecause() != null) {
      steps.step(
          "broken",
          question.brokenBecause() == LinkReason.OUTSIDE_CORPUS
              ? "the path leaves the corpus"
              : "backslashes are no part of a URL");
    }
    for (TargetIndex.Candidate candidate : index.candidates(question)) {
      steps.step(
          "tried", candidate.path() + (candidate.there() ? ", which is there" : ", not there"));
    }
    Verdict answer = index.answer(question);
    if (answer.reason() == LinkReason.CASE_MISMATCH) {
      steps.step("letter case", "in other letter case it is there: " + answer.suggestion());
    } else if (answer.reason() == LinkReason.MISSING_ANCHOR) {
      steps.step("anchors", "%s has none of this name".formatted(answer.resolvedPath()));
    }
  }

  private void rule(Steps steps, RunRules rules, @Nullable FindingRow finding) {
    Optional<Rule> rule =
        Optional.ofNullable(link.reason())
            .flatMap(LinkExplanation::reason)
            .flatMap(LinkReason::rule);
    if (rule.isEmpty() || !link.status().equals(LinkStatus.BROKEN.id())) {
      return;
    }
    steps.step("rule", rule.get().id());
    steps.step("severity", rules.severity(rule.get()));
    if (finding != null) {
      steps.step("finding", finding.message());
    } else {
      steps.step(
          "finding",
          rules.isOff(rule.get()) ? "none, the rule is off" : "none, a comment suppresses it");
    }
  }

  private static Optional<LinkReason> reason(String id) {
    return List.of(LinkReason.values()).stream().filter(each -> each.id().equals(id)).findFirst();
  }
}

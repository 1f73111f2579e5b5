package org.docaudit.assemble;

import java.util.Optional;
import org.docaudit.links.RelativeTarget;
import org.docaudit.model.Finding;
import org.docaudit.model.Link;
import org.docaudit.model.LinkReason;
import org.docaudit.model.LinkType;
import org.docaudit.model.Rule;
import org.docaudit.model.Verdict;

/** The findings that broken links give. */
final class LinkFindings {

  private LinkFindings() {}

  /** The finding, or empty where the link is not broken. */
  static Optional<Finding> of(Link link, Verdict verdict) {
    LinkReason reason = verdict.reason();
    if (reason == null) {
      return Optional.empty();
    }
    Optional<Rule> rule = reason.rule();
    return rule.isEmpty()
        ? Optional.empty()
        : Optional.of(finding(rule.get(), link, verdict, reason));
  }

  private static Finding finding(Rule rule, Link link, Verdict verdict, LinkReason reason) {
    return new Finding(
        rule,
        link.line(),
        link.column(),
        message(link, verdict, reason),
        link.target(),
        verdict.suggestion());
  }

  private static String message(Link link, Verdict verdict, LinkReason reason) {
    String path = Optional.ofNullable(verdict.resolvedPath()).orElse("");
    return switch (reason) {
      case MISSING_FILE ->
          path.endsWith("/")
              ? "`%s` does not exist or has no index document".formatted(path)
              : "`%s` does not exist".formatted(path);
      case MISSING_ANCHOR ->
          link.type() == LinkType.ANCHOR
              ? "this document has no anchor `%s`".formatted(link.fragment())
              : "`%s` has no anchor `%s`".formatted(path, link.fragment());
      case CASE_MISMATCH ->
          "`%s` exists only in other letter case"
              .formatted(RelativeTarget.shown(path, link.fragment()));
      case OUTSIDE_CORPUS -> "the target lies outside the corpus";
      case EMPTY_TARGET -> "the link has no target";
      case INVALID_URL -> "`%s` is not a valid URL".formatted(link.target());
      default -> throw new IllegalArgumentException(reason + " is not broken");
    };
  }
}

package org.docaudit.pipeline.explain;

import java.util.Optional;
import org.docaudit.model.Rule;
import org.docaudit.pipeline.report.FindingRow;

/** The steps to a finding that no link gave: on a field, or on a document. */
final class FindingExplanation {

  private FindingExplanation() {}

  /**
   * Writes the steps.
   *
   * @param fields of the document
   */
  static void write(Steps steps, FindingRow finding, FieldExplanation fields, RunRules rules) {
    String place =
        finding.line() == 0
            ? finding.path()
            : "%s:%d:%d".formatted(finding.path(), finding.line(), finding.column());
    steps.heading(place + "  " + finding.rule());
    Optional<Rule> rule = Rule.byId(finding.rule());
    rule.ifPresent(each -> steps.step("finds", each.summary()));
    if (finding.rule().startsWith("frontmatter/")) {
      fields.ofFinding(steps, finding);
    } else if (finding.target() != null) {
      steps.step("about", finding.target());
    }
    steps.step("verdict", finding.message());
    rule.ifPresent(each -> steps.step("severity", rules.severity(each)));
    if (finding.suggestion() != null) {
      steps.step("suggestion", finding.suggestion());
    }
  }
}

package org.docaudit.pipeline.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.docaudit.model.Rule;
import org.docaudit.pipeline.report.DocumentDetails;
import org.docaudit.pipeline.report.FindingRow;

/** The steps to a finding that no link gave: on a field, or on a document. */
final class FindingExplanation {

  private static final int MAX_VALUE = 200;

  private FindingExplanation() {}

  /**
   * Writes the steps.
   *
   * @param localPath the document's path below its own corpus' root
   */
  static void write(
      Steps steps, FindingRow finding, DocumentDetails document, String localPath, RunRules rules) {
    String place =
        finding.line() == 0
            ? finding.path()
            : "%s:%d:%d".formatted(finding.path(), finding.line(), finding.column());
    steps.heading(place + "  " + finding.rule());
    Optional<Rule> rule = Rule.byId(finding.rule());
    rule.ifPresent(each -> steps.step("finds", each.summary()));
    if (finding.rule().startsWith("frontmatter/")) {
      field(steps, finding, document, localPath, rules);
    } else if (finding.target() != null) {
      steps.step("about", finding.target());
    }
    steps.step("verdict", finding.message());
    rule.ifPresent(each -> steps.step("severity", rules.severity(each)));
    if (finding.suggestion() != null) {
      steps.step("suggestion", finding.suggestion());
    }
  }

  private static void field(
      Steps steps, FindingRow finding, DocumentDetails document, String localPath, RunRules rules) {
    steps.step("frontmatter", document.frontmatterFormat());
    String field = finding.target();
    if (field != null) {
      steps.step("field", field);
      value(document, field).ifPresent(value -> steps.step("value", value));
    }
    if (finding.rule().equals(Rule.FRONTMATTER_NOT_UNIQUE.id())) {
      steps.step("unique", rules.unique());
    } else {
      steps.step("schema", rules.schema(localPath));
    }
  }

  /** The value of a field at the top, as JSON. */
  private static Optional<String> value(DocumentDetails document, String field) {
    String json = document.frontmatter();
    if (json == null) {
      return Optional.empty();
    }
    try {
      JsonNode value = new ObjectMapper().readTree(json).get(field);
      return Optional.ofNullable(value)
          .map(JsonNode::toString)
          .map(text -> text.length() <= MAX_VALUE ? text : text.substring(0, MAX_VALUE) + "…");
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}

package org.docaudit.pipeline.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.frontmatter.SchemaDemand;
import org.docaudit.model.Rule;
import org.docaudit.model.ShortText;
import org.docaudit.pipeline.console.Figures;
import org.docaudit.pipeline.report.DocumentDetails;
import org.docaudit.pipeline.report.FindingRow;

/** The fields of one document that a schema names: what it says of each, and what stands there. */
final class FieldExplanation {

  private static final int MAX_VALUE = 200;

  /** Schemas have tens of fields; those that a program has made may have more. */
  private static final int MAX_FIELDS = 100;

  /** Frontmatter with such a finding is not held against the schema. */
  private static final Set<Rule> UNREAD =
      Set.of(
          Rule.FRONTMATTER_UNTERMINATED,
          Rule.FRONTMATTER_SYNTAX,
          Rule.FRONTMATTER_TOO_COMPLEX,
          Rule.FRONTMATTER_NOT_A_MAPPING);

  private static final List<Rule> VALIDATING =
      List.of(
          Rule.FRONTMATTER_MISSING_FIELD,
          Rule.FRONTMATTER_WRONG_TYPE,
          Rule.FRONTMATTER_INVALID_VALUE,
          Rule.FRONTMATTER_UNKNOWN_FIELD);

  private final DocumentDetails document;
  private final RunRules rules;
  private final DocumentSchema schema;
  private final @Nullable JsonNode frontmatter;

  /**
   * @param schema that the document must meet
   */
  FieldExplanation(DocumentDetails document, RunRules rules, DocumentSchema schema) {
    this.document = document;
    this.rules = rules;
    this.schema = schema;
    this.frontmatter = parse(document.frontmatter());
  }

  private static @Nullable JsonNode parse(@Nullable String json) {
    try {
      return json == null ? null : new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** What the schema is and why. */
  void schema(Steps steps) {
    steps.step("schema", schema.description());
    schema.problem().ifPresent(problem -> steps.step("fields", "not shown: " + problem));
  }

  /**
   * A block a field that the schema names and no finding is about.
   *
   * @param findings of the document
   */
  void withoutFinding(Steps steps, List<FindingRow> findings) {
    Set<String> fields = new LinkedHashSet<>();
    schema.demands().forEach(demand -> fields.add(demand.field()));
    findings.forEach(finding -> field(finding).ifPresent(fields::remove));
    boolean unread = findings.stream().anyMatch(FieldExplanation::isUnread);
    fields.stream().limit(MAX_FIELDS).forEach(field -> block(steps, field, unread));
    if (fields.size() > MAX_FIELDS) {
      steps.heading(
          "The schema names %s more."
              .formatted(Figures.counted(fields.size() - MAX_FIELDS, "field")));
    }
  }

  private static boolean isUnread(FindingRow finding) {
    return Rule.byId(finding.rule()).filter(UNREAD::contains).isPresent();
  }

  private void block(Steps steps, String field, boolean unread) {
    steps.heading(document.path() + "  field " + field);
    steps.step("value", value(field).orElse("none"));
    demands(steps, field);
    if (rules.isUnique(field)) {
      steps.step("unique", rules.unique());
    }
    steps.step("verdict", verdict(unread));
  }

  private String verdict(boolean unread) {
    if (unread) {
      return "none, the frontmatter could not be read";
    }
    List<String> off = VALIDATING.stream().filter(rules::isOff).map(Rule::id).toList();
    return off.isEmpty() || Boolean.TRUE.equals(document.frontmatterValid())
        ? "ok"
        : "no finding, but these rules are off: " + String.join(", ", off);
  }

  /** The steps of a finding on a field. */
  void ofFinding(Steps steps, FindingRow finding) {
    steps.step("frontmatter", document.frontmatterFormat());
    if (finding.target() != null) {
      steps.step("field", finding.target());
      value(finding.target()).ifPresent(value -> steps.step("value", value));
    }
    if (finding.rule().equals(Rule.FRONTMATTER_NOT_UNIQUE.id())) {
      steps.step("unique", rules.unique());
    } else {
      schema(steps);
      field(finding).ifPresent(field -> demands(steps, field));
    }
  }

  private void demands(Steps steps, String field) {
    for (SchemaDemand demand : schema.demands()) {
      if (demand.field().equals(field)) {
        steps.step(
            "demanded", ShortText.of(demand.text(), MAX_VALUE) + " (" + schema.place(demand) + ")");
      }
    }
  }

  /** The field at the top that a finding is about, if the schema names it: the longest name. */
  private Optional<String> field(FindingRow finding) {
    String target = finding.target();
    if (target == null || !finding.rule().startsWith("frontmatter/")) {
      return Optional.empty();
    }
    return schema.demands().stream()
        .map(SchemaDemand::field)
        .filter(
            field ->
                target.equals(field)
                    || target.startsWith(field + ".")
                    || target.startsWith(field + "["))
        .max((a, b) -> Integer.compare(a.length(), b.length()));
  }

  /** The value of a field at the top, as JSON, with its type. */
  private Optional<String> value(String field) {
    return Optional.ofNullable(frontmatter == null ? null : frontmatter.get(field))
        .map(value -> ShortText.of(value.toString(), MAX_VALUE) + ", " + type(value));
  }

  /** In the words of the findings. */
  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "a string";
      case NUMBER -> value.isIntegralNumber() ? "an integer" : "a number";
      case BOOLEAN -> "a boolean";
      case ARRAY -> "a list";
      case OBJECT -> "a mapping";
      default -> "null";
    };
  }
}

package org.docaudit.model;

import static org.docaudit.model.Severity.ERROR;
import static org.docaudit.model.Severity.INFO;
import static org.docaudit.model.Severity.WARNING;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every rule that can give a finding, with the severity it has unless the configuration says
 * otherwise. The identifier is {@code GROUP/NAME} and never changes once released: suppression
 * comments, configuration and baselines refer to it.
 */
public enum Rule {
  DOCUMENT_INVALID_UTF8("document/invalid-utf8", WARNING, "Bytes that are not valid text."),
  DOCUMENT_TOO_LARGE("document/too-large", ERROR, "Larger than the limit; it was not read."),
  DOCUMENT_TOO_COMPLEX(
      "document/too-complex", WARNING, "Markdown nested beyond the limit; links were not read."),
  DOCUMENT_UNREADABLE("document/unreadable", ERROR, "The document could not be read."),
  DOCUMENT_VANISHED("document/vanished", ERROR, "Listed, but gone when it was to be read."),

  CORPUS_DAMAGED("corpus/damaged", ERROR, "A packed corpus is damaged; parts of it are missing."),
  CORPUS_INVALID_MEMBER(
      "corpus/invalid-member", ERROR, "A member of a packed corpus cannot be read as a document."),
  CORPUS_UNSAFE_PATH(
      "corpus/unsafe-path", ERROR, "The path of a member of a packed corpus leads out of it."),
  CORPUS_DUPLICATE_PATH(
      "corpus/duplicate-path", ERROR, "A path stands twice in a packed corpus; the first counts."),
  CORPUS_OVER_LIMIT(
      "corpus/over-limit", ERROR, "A packed corpus is larger than the limits once unpacked."),

  FRONTMATTER_UNTERMINATED("frontmatter/unterminated", ERROR, "No closing delimiter."),
  FRONTMATTER_SYNTAX("frontmatter/syntax", ERROR, "Not valid YAML, TOML or JSON."),
  FRONTMATTER_TOO_COMPLEX(
      "frontmatter/too-complex", ERROR, "Larger, deeper or with more aliases than the limits."),
  FRONTMATTER_NOT_A_MAPPING("frontmatter/not-a-mapping", ERROR, "Not a mapping of fields."),
  FRONTMATTER_DUPLICATE_KEY("frontmatter/duplicate-key", ERROR, "A key stands twice."),
  FRONTMATTER_AMBIGUOUS_SCALAR(
      "frontmatter/ambiguous-scalar", WARNING, "YAML 1.1 and 1.2 read this value differently."),
  FRONTMATTER_MISSING_FIELD("frontmatter/missing-field", ERROR, "A required field is missing."),
  FRONTMATTER_WRONG_TYPE("frontmatter/wrong-type", ERROR, "The value has another type."),
  FRONTMATTER_INVALID_VALUE("frontmatter/invalid-value", ERROR, "The schema rejects the value."),
  FRONTMATTER_UNKNOWN_FIELD("frontmatter/unknown-field", ERROR, "The schema has no such field."),
  FRONTMATTER_NOT_UNIQUE(
      "frontmatter/not-unique", ERROR, "Another document has the same value in a unique field."),

  LINK_MISSING_FILE("link/missing-file", ERROR, "The target does not exist in the corpus."),
  LINK_MISSING_ANCHOR("link/missing-anchor", ERROR, "The target has no such anchor."),
  LINK_CASE_MISMATCH("link/case-mismatch", ERROR, "The target exists but for letter case."),
  LINK_OUTSIDE_CORPUS("link/outside-corpus", ERROR, "The target lies outside the corpus."),
  LINK_EMPTY_TARGET("link/empty-target", ERROR, "The link has no target."),
  LINK_INVALID_URL("link/invalid-url", ERROR, "The target is not a valid URL."),
  LINK_UNDEFINED_REFERENCE(
      "link/undefined-reference", WARNING, "A reference without a link reference definition."),

  DUPLICATE_EXACT("duplicate/exact", INFO, "Another document has the same bytes."),

  SUPPRESSION_UNUSED("suppression/unused", INFO, "A suppression that suppressed nothing."),
  SUPPRESSION_INVALID(
      "suppression/invalid", WARNING, "A suppression with an unknown rule or without its end."),

  THRESHOLD_MAX("threshold/max", ERROR, "A figure of the corpus is beyond its threshold."),
  THRESHOLD_MAX_INCREASE(
      "threshold/max-increase", ERROR, "A figure has grown by more than its threshold.");

  private static final Map<String, Rule> BY_ID =
      Arrays.stream(values()).collect(Collectors.toMap(Rule::id, Function.identity()));

  private final String id;
  private final Severity defaultSeverity;
  private final String summary;

  Rule(String id, Severity defaultSeverity, String summary) {
    this.id = id;
    this.defaultSeverity = defaultSeverity;
    this.summary = summary;
  }

  /** The identifier, {@code GROUP/NAME}. */
  public String id() {
    return id;
  }

  public Severity defaultSeverity() {
    return defaultSeverity;
  }

  /** One sentence on what the rule finds. */
  public String summary() {
    return summary;
  }

  /** Whether its findings are on figures of the corpus, and not on documents. */
  public boolean onThresholds() {
    return this == THRESHOLD_MAX || this == THRESHOLD_MAX_INCREASE;
  }

  /** The rule with this identifier, or empty. */
  public static Optional<Rule> byId(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}

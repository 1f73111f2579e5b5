package org.docaudit.analysis.frontmatter;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.FormatValidator;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationContext;

/**
 * A format that no long text has. Some of the library's formats overflow the stack on long texts
 * (hostname, uri-template, json-pointer: backtracking expressions) or take seconds (regex).
 */
final class BoundedFormat implements Format {
  /** Twice the longest URL that browsers and search engines promise to take. */
  static final int MAX_LENGTH = 4_096;

  private final Format format;

  BoundedFormat(Format format) {
    this.format = format;
  }

  @Override
  public String getName() {
    return format.getName();
  }

  @Override
  public String getMessageKey() {
    return format.getMessageKey();
  }

  @Override
  @Deprecated
  public String getErrorMessageDescription() {
    return format.getErrorMessageDescription();
  }

  @Override
  public boolean matches(
      ExecutionContext execution,
      ValidationContext validation,
      JsonNode node,
      JsonNode root,
      JsonNodePath location,
      boolean assertions,
      FormatValidator validator) {
    boolean tooLong = node.isTextual() && node.textValue().length() > MAX_LENGTH;
    return !tooLong
        && format.matches(execution, validation, node, root, location, assertions, validator);
  }
}

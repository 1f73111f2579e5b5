package org.docaudit.model;

import java.io.Serializable;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A comment {@code <!-- docaudit-ignore-… -->} that suppresses findings.
 *
 * @param rule the rule it names, or null for every rule
 * @param firstLine first line it covers, 1-based
 * @param lastLine last line it covers, inclusive
 * @param line line of the comment itself
 * @param column column of the comment itself, in code points
 */
public record Suppression(@Nullable Rule rule, int firstLine, int lastLine, int line, int column)
    implements Serializable {

  /** Whether this suppresses a finding; findings on the whole document are never suppressed. */
  public boolean covers(Finding finding) {
    return (rule == null || rule == finding.rule())
        && finding.line() >= firstLine
        && finding.line() <= lastLine;
  }
}

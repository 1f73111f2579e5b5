package org.docaudit.pipeline.report;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Severity;

/**
 * A row of the findings table; the README documents its columns. Texts are as documents have them:
 * of any length, with any character.
 */
public record FindingRow(
    String rule,
    String severity,
    String path,
    int line,
    int column,
    String message,
    @Nullable String target,
    @Nullable String suggestion,
    String fingerprint)
    implements FindingView {

  @Override
  public Severity severityInForce() {
    return Severity.ofId(severity);
  }

  @Override
  public FindingRow row() {
    return this;
  }
}

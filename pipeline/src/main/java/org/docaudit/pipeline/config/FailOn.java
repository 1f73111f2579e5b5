package org.docaudit.pipeline.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.docaudit.model.Severity;

/** The least severity of a finding with which an audit does not pass. */
public enum FailOn {
  ERROR(Severity.ERROR),
  WARNING(Severity.WARNING),
  /** As {@link #ERROR}, of the findings that the baseline does not have. */
  NEW_ERROR(Severity.ERROR),
  /** As {@link #WARNING}, of the findings that the baseline does not have. */
  NEW_WARNING(Severity.WARNING),
  /** Findings never fail an audit; what could not be audited still does. */
  NEVER(null);

  private final Optional<Severity> threshold;

  FailOn(Severity threshold) {
    this.threshold = Optional.ofNullable(threshold);
  }

  /** The name as it stands in configuration. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a finding of this severity fails the audit, if it is one that counts. */
  public boolean reachedBy(Severity severity) {
    return threshold.isPresent() && severity.atLeast(threshold.get());
  }

  /** Whether only findings count that the baseline does not have. */
  public boolean onlyNew() {
    return this == NEW_ERROR || this == NEW_WARNING;
  }

  /** Reads a name, or throws IllegalArgumentException with a message that lists them. */
  public static FailOn parse(String text) {
    return Keyword.parse(text, List.of(values()), FailOn::id);
  }
}

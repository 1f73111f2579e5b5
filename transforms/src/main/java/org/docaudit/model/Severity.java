package org.docaudit.model;

import java.util.Locale;

/** How much a finding weighs; ordered from the gravest down. */
public enum Severity {
  ERROR,
  WARNING,
  INFO;

  /** The name as it stands in reports and configuration: lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this severity is {@code threshold} or graver. */
  public boolean atLeast(Severity threshold) {
    return compareTo(threshold) <= 0;
  }
}

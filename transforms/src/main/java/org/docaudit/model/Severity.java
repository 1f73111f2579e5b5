package org.docaudit.model;

import java.util.Locale;

/** How much a finding weighs; ordered from the gravest down. */
public enum Severity {
  ERROR,
  WARNING,
  INFO;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name as it stands in reports and configuration: lower case. */
  public String id() {
    return id;
  }

  /** Whether this severity is {@code threshold} or graver. */
  public boolean atLeast(Severity threshold) {
    return compareTo(threshold) <= 0;
  }
}

package org.docaudit.model;

/** How much a finding weighs; ordered from the gravest down. */
public enum Severity {
  ERROR("error"),
  WARNING("warning"),
  INFO("info");

  private final String id;

  Severity(String id) {
    this.id = id;
  }

  /** The name as it stands in reports and configuration: lower case. */
  public String id() {
    return id;
  }

  /** That of a name in a report, or throws IllegalArgumentException. */
  public static Severity ofId(String id) {
    for (Severity severity : values()) {
      if (severity.id.equals(id)) {
        return severity;
      }
    }
    throw new IllegalArgumentException("there is no severity " + id);
  }

  /** Whether this severity is {@code threshold} or graver. */
  public boolean atLeast(Severity threshold) {
    return compareTo(threshold) <= 0;
  }
}

package org.docaudit.analysis.frontmatter;

/** What a value of frontmatter is: JSON's types, and dates. */
public enum FrontmatterKind {
  MAPPING("a mapping"),
  SEQUENCE("a list"),
  STRING("a string"),
  INTEGER("an integer"),
  FLOAT("a number"),
  BOOLEAN("a boolean"),
  NULL("null"),
  /** A calendar date, {@code 2024-12-31}. */
  DATE("a date"),
  /** A date and a time of day, with or without an offset. */
  DATETIME("a date with time");

  private final String description;

  FrontmatterKind(String description) {
    this.description = description;
  }

  /** The kind in a sentence, with its article. */
  String description() {
    return description;
  }
}

package org.docaudit.analysis.markdown;

/** The bounds on what makes Markdown slow or large to read; {@link ComplexityLimits} says how. */
enum ExceededLimit {
  CONTAINER_LINES("lines in nested block quotes and lists"),
  TABLE_CELLS("table cells"),
  INLINES("brackets or emphasis in one block"),
  NESTING("nested block quotes and lists"),
  LINK_CHARACTERS("characters of link targets and texts");

  private final String description;

  ExceededLimit(String description) {
    this.description = description;
  }

  /** What there is too much of. */
  String description() {
    return description;
  }
}

package org.docaudit.analysis.frontmatter;

/**
 * A schema that cannot be used: no JSON, no JSON Schema 2020-12, or with what docaudit does not run
 * (references to other files, patterns outside RE2's syntax). The message names source, line and
 * column and is meant for the user.
 */
public final class SchemaException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  SchemaException(String sourceName, int line, int column, String problem) {
    super(sourceName + ":" + line + ":" + column + ": " + problem);
    this.line = line;
    this.column = column;
  }

  /** The line in the schema's text, from 1. */
  public int line() {
    return line;
  }

  /** The column, from 1, in code points. */
  public int column() {
    return column;
  }
}

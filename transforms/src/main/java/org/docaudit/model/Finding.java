package org.docaudit.model;

import java.io.Serializable;
import java.util.Objects;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * One finding in one document; the document's path and the severity in force are added where rows
 * are written.
 *
 * @param line 1-based line, or 0 where the finding concerns the whole document
 * @param column 1-based column in Unicode code points, or 0 with line 0
 * @param message one sentence for people, without the path
 * @param target what the finding is about as written (a link target, a field), or null
 * @param suggestion what to write instead, or null
 */
public record Finding(
    Rule rule,
    int line,
    int column,
    String message,
    @Nullable String target,
    @Nullable String suggestion)
    implements Serializable {

  public Finding {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(message, "message");
  }

  /** A finding on the whole document. */
  public static Finding ofDocument(Rule rule, String message) {
    return new Finding(rule, 0, 0, message, null, null);
  }
}

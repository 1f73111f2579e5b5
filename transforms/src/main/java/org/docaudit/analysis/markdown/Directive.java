package org.docaudit.analysis.markdown;

import java.util.List;
import java.util.Locale;
import org.docaudit.analysis.Position;

/**
 * A comment that gives docaudit an order: {@code <!-- docaudit-ignore-next-line link/missing-file
 * -->}, or the same in MDX's comments, which are JavaScript's in braces.
 *
 * @param name as written, such as {@code docaudit-ignore-line}
 * @param rules identifiers as written, separated there by white space or commas; none means all
 * @param position of the comment's first character
 * @param lastLine line of the comment's last character, from 1
 */
public record Directive(
    Kind kind, String name, List<String> rules, Position position, int lastLine) {

  /** What a directive orders. */
  public enum Kind {
    IGNORE_NEXT_LINE,
    IGNORE_LINE,
    IGNORE_START,
    IGNORE_END,
    /** Begins with {@code docaudit-}, but means nothing. */
    UNKNOWN;

    static Kind of(String name) {
      for (Kind kind : values()) {
        String id = "docaudit-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (kind != UNKNOWN && id.equals(name)) {
          return kind;
        }
      }
      return UNKNOWN;
    }
  }

  public Directive {
    rules = List.copyOf(rules);
  }
}

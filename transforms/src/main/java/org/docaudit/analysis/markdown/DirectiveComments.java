package org.docaudit.analysis.markdown;

import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.Position;

/** Reads a comment's content as a directive. Stateless, linear. */
final class DirectiveComments {

  static final String PREFIX = "docaudit-";

  private DirectiveComments() {}

  /** The directive that this content (between the comment's marks) gives, or null. */
  static @Nullable Directive parse(String content, Position position, int lastLine) {
    String order = content.strip();
    if (!order.startsWith(PREFIX)) {
      return null;
    }
    List<String> words =
        Arrays.stream(order.split("[\\s,]+", -1)).filter(word -> !word.isEmpty()).toList();
    String name = words.get(0);
    return new Directive(
        Directive.Kind.of(name), name, words.subList(1, words.size()), position, lastLine);
  }
}

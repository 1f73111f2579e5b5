package org.docaudit.analysis.markdown;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;

/** A block's text for {@link UndefinedReferences}, with the source index of each character. */
final class ReferenceText {

  /** Ends a label, or the line. */
  private static final Pattern NO_LABEL = Pattern.compile("[\\[\\]\\n\\r]");

  private final StringBuilder text = new StringBuilder();
  private int[] indices = new int[64];

  void append(String source, int start, int end) {
    for (int i = start; i < end; i++) {
      append(source.charAt(i), i);
    }
  }

  /** Adds a character that stands for something else; it is no part of a reported position. */
  void append(char placeholder, int index) {
    if (text.length() == indices.length) {
      indices = Arrays.copyOf(indices, indices.length * 2);
    }
    indices[text.length()] = index;
    text.append(placeholder);
  }

  /**
   * Gives every reference to the facts.
   *
   * @param source the document's text
   */
  void report(String source, FactCollector facts) {
    UndefinedReferences.scan(
        text,
        new UndefinedReferences.Sink() {
          @Override
          public void reference(int start, String label) {
            facts.undefinedReference(indices[start], label);
          }

          @Override
          public @Nullable String code(int labelStart) {
            String label = source.substring(indices[labelStart], indices[labelStart + 1]);
            return label.startsWith("`") && !NO_LABEL.matcher(label).find() ? label : null;
          }
        });
  }
}

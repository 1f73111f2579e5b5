package org.docaudit.analysis.markdown;

import java.util.Arrays;

/** A block's text for {@link UndefinedReferences}, with the source index of each character. */
final class ReferenceText {

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

  void report(FactCollector facts) {
    UndefinedReferences.scan(
        text, (start, label) -> facts.undefinedReference(indices[start], label));
  }
}

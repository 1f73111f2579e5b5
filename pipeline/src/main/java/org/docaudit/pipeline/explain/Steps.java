package org.docaudit.pipeline.explain;

import org.docaudit.pipeline.render.VisibleText;

/** Lines of a label and a text. Text from documents is made visible, so that none acts. */
final class Steps {

  private static final int LABEL = 14;
  private static final int MAX_TEXT = 500;

  private final StringBuilder text = new StringBuilder();

  /** A line of its own, after an empty one. */
  void heading(String line) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    text.append(shown(line)).append('\n');
  }

  /** A line below the heading. */
  void step(String label, String value) {
    text.append("  ")
        .append(label)
        .append(" ".repeat(Math.max(1, LABEL - label.length())))
        .append(shown(value))
        .append('\n');
  }

  private static String shown(String text) {
    return VisibleText.of(text, MAX_TEXT);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

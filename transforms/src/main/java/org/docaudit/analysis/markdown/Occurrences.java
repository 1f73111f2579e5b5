package org.docaudit.analysis.markdown;

/** Tells whether stretches of a text hold a string; linear in all when asked in order. */
final class Occurrences {

  private final String text;
  private final String wanted;
  private int next;

  Occurrences(String text, String wanted) {
    this.text = text;
    this.wanted = wanted;
    next = text.indexOf(wanted);
  }

  /** Whether one begins in {@code [start, end)}; start never goes back by much. */
  boolean within(int start, int end) {
    if (next >= 0 && next < start) {
      next = text.indexOf(wanted, start);
    }
    return next >= start && next < end;
  }
}

package org.docaudit.pipeline.console;

import java.util.Locale;

/**
 * How much of what was listed is done.
 *
 * @param seconds since the count began
 */
record Advance(long documents, long ofDocuments, long bytes, long ofBytes, double seconds) {
  /** Before that a rate is noise. */
  private static final double SECONDS_TO_A_RATE = 0.5;

  /** What the text of most corpora takes in the end; so the bar keeps its length. */
  private static final int USUAL_TEXT = 66;

  private static final int MIN_BAR = 10;
  private static final int MAX_BAR = 30;

  /** Bytes tell the time left better than documents do, whose sizes differ. */
  double share() {
    if (ofBytes > 0) {
      return Math.min(1, (double) bytes / ofBytes);
    }
    return ofDocuments > 0 ? Math.min(1, (double) documents / ofDocuments) : 0;
  }

  /** One line without a bar. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%3.0f%%", Math.floor(share() * 100)));
    text.append("  ").append(Figures.count(documents)).append('/');
    text.append(Figures.counted(ofDocuments, "document"));
    text.append("  ").append(Figures.megabytes(bytes)).append('/');
    text.append(Figures.megabytes(ofBytes)).append(" MB");
    if (seconds >= SECONDS_TO_A_RATE && share() > 0) {
      text.append("  ").append(Figures.rate(bytes / seconds / 1e6)).append(" MB/s");
      double left = seconds * (1 - share()) / share();
      text.append("  ").append(Figures.clock(Math.round(left))).append(" left");
    }
    return text.toString();
  }

  /** One line of at most so many columns, with a bar where there is room for it. */
  String line(int columns) {
    String text = text();
    int room = Math.min(MAX_BAR, columns - Math.max(USUAL_TEXT, text.length()) - 3);
    if (room >= MIN_BAR) {
      int full = (int) (share() * room);
      return "[" + "#".repeat(full) + ".".repeat(room - full) + "] " + text;
    }
    return text.substring(0, Math.min(text.length(), Math.max(0, columns)));
  }
}

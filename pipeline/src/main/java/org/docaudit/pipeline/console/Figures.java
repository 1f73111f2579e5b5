package org.docaudit.pipeline.console;

import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
final class Figures {
  private Figures() {}

  /** {@code 1,234,567}. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1,234.5}: millions of bytes, without the unit. */
  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,.1f", bytes / 1e6);
  }

  /** {@code 0.42}, {@code 42.7}, {@code 1,234}: three or more significant digits. */
  static String rate(double number) {
    String format = number < 10 ? "%,.2f" : number < 100 ? "%,.1f" : "%,.0f";
    return String.format(Locale.ROOT, format, number);
  }

  /** {@code 0:07}, {@code 12:34}, {@code 1:02:03}. */
  static String clock(long seconds) {
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** {@code 1 document}, {@code 2 documents}. */
  static String documents(long number) {
    return count(number) + (number == 1 ? " document" : " documents");
  }
}

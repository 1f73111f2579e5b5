package org.docaudit.pipeline.console;

import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
public final class Figures {
  private Figures() {}

  /** {@code 1,234,567}. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1,234.5}: millions of bytes, without the unit. */
  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,.1f", bytes / 1e6);
  }

  /** {@code 512 bytes}, {@code 28.7 kB}, {@code 1,234.5 MB}. */
  public static String size(long bytes) {
    return bytes < 1_000
        ? counted(bytes, "byte")
        : bytes < 1_000_000
            ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
            : megabytes(bytes) + " MB";
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

  /** {@code 1.23 s}. */
  public static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%,.2f s", seconds);
  }

  /** {@code 512 B}, {@code 4 KiB}, {@code 2 MiB} of a power of two. */
  public static String bytes(long powerOfTwo) {
    if (powerOfTwo < 1 << 10) {
      return powerOfTwo + " B";
    }
    return powerOfTwo < 1 << 20 ? (powerOfTwo >> 10) + " KiB" : (powerOfTwo >> 20) + " MiB";
  }

  /** {@code 1 document}, {@code 2 documents}. */
  public static String counted(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }
}

package org.docaudit.links;

import java.text.Normalizer;
import java.util.Locale;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Spellings that some file system or other takes for the same name. */
final class Folding {
  /**
   * Longer texts keep their normalisation. Normalising takes time quadratic in the number of
   * combining marks in a row, and no object store or file system has such names (S3: 1,024 bytes).
   */
  static final int MAX_NORMALIZED = 1024;

  private Folding() {}

  /**
   * Without differences in letter case. Code point by code point and by way of upper case, so
   * unlike {@link String#toLowerCase()} it depends on no context (final sigma) and no locale.
   */
  static String ofCase(String text) {
    String folded = ofAsciiCase(text);
    return folded != null ? folded : ofAnyCase(text);
  }

  private static String ofAnyCase(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      folded.appendCodePoint(Character.toLowerCase(Character.toUpperCase(codePoint)));
      i += Character.charCount(codePoint);
    }
    return folded.toString();
  }

  /**
   * Without differences in letter case and in Unicode normalisation: macOS hands out decomposed
   * names where people type composed ones.
   */
  static String ofCaseAndForm(String text) {
    String folded = ofAsciiCase(text);
    if (folded != null) {
      return folded;
    }
    if (text.length() > MAX_NORMALIZED) {
      return ofAnyCase(text);
    }
    // Twice, as folding may leave letters that compose with the mark behind them.
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return Normalizer.normalize(ofCase(composed), Normalizer.Form.NFC);
  }

  /**
   * The folded text if it is ASCII, else null. Most names are of small letters alone: one pass sees
   * that, where String.toLowerCase takes twice as long.
   */
  private static @Nullable String ofAsciiCase(String text) {
    boolean capitals = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return null;
      }
      capitals |= c >= 'A' && c <= 'Z';
    }
    return capitals ? text.toLowerCase(Locale.ROOT) : text;
  }
}

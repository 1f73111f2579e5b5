package org.docaudit.links;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.text.UnicodeTables;

/**
 * The anchors that GitHub gives to the headings of one document, in their order. Not thread-safe.
 *
 * <p>The rule is that of html-pipeline's {@code TableOfContentsFilter} (lower case; what is neither
 * of Ruby's {@code \p{Word}} nor a hyphen nor a space goes; each space becomes a hyphen), with the
 * numbering that github-slugger found by trying: a repeated anchor gets the first of {@code -1},
 * {@code -2}, … that is still free, and later headings see those as well.
 */
public final class Slugger {
  /** How often each anchor was asked for again; all anchors given so far are keys. */
  private final Map<String, Integer> repetitions = new HashMap<>();

  /**
   * The next heading's anchor. It may be empty, for a heading of punctuation alone.
   *
   * @param text as a reader sees it
   */
  public String anchor(String text) {
    String slug = slug(text);
    String anchor = slug;
    // Each number is tried once for each anchor, so that this is linear over a document.
    while (repetitions.containsKey(anchor)) {
      anchor = slug + "-" + repetitions.merge(slug, 1, Integer::sum);
    }
    repetitions.put(anchor, 0);
    return anchor;
  }

  /**
   * The next heading's anchor, where its author may have written one ({@code {#id}}). Such a one is
   * taken as it stands and does not count as given: kramdown, Hugo and Pandoc, whose syntax it is,
   * number the generated ones among themselves.
   */
  public String anchor(String text, @Nullable String explicitId) {
    return explicitId != null ? explicitId : anchor(text);
  }

  /** The anchor of a heading that is alone in its document. */
  public static String slug(String text) {
    StringBuilder ascii = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return slugOfAnyText(text);
      }
      if (c == ' ') {
        ascii.append('-');
      } else if (c >= 'A' && c <= 'Z') {
        ascii.append((char) (c + ('a' - 'A')));
      } else if (c == '-' || UnicodeTables.isSlugCharacter(c)) {
        ascii.append(c);
      }
    }
    return ascii.toString();
  }

  private static String slugOfAnyText(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    StringBuilder slug = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); ) {
      int codePoint = lower.codePointAt(i);
      if (codePoint == ' ') {
        slug.append('-');
      } else if (codePoint == '-' || UnicodeTables.isSlugCharacter(codePoint)) {
        slug.appendCodePoint(codePoint);
      }
      i += Character.charCount(codePoint);
    }
    return slug.toString();
  }
}

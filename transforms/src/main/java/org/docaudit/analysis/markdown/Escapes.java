package org.docaudit.analysis.markdown;

import org.commonmark.internal.util.Html5Entities;

/**
 * Character references and backslash escapes by CommonMark's rules (spec 0.31.2, sections 2.4 and
 * 2.5). Stateless, linear.
 *
 * <p>The table of names is commonmark-java's own, the list of the HTML standard, so that HTML
 * attributes and Markdown text agree.
 */
final class Escapes {

  /** The longest name of HTML, {@code CounterClockwiseContourIntegral}, has 31 letters. */
  private static final int MAX_REFERENCE = 34;

  private Escapes() {}

  /** Resolves character references, as in HTML attributes; only those that end in {@code ;}. */
  static String decodeReferences(String text) {
    return text.indexOf('&') < 0 ? text : decode(text, false);
  }

  /** Resolves character references and backslash escapes, as in Markdown text. */
  static String unescape(String text) {
    return text.indexOf('&') < 0 && text.indexOf('\\') < 0 ? text : decode(text, true);
  }

  /** HTML compares names without regard to the case of ASCII letters, and of those alone. */
  static String lowerAscii(String text) {
    StringBuilder lower = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        lower = lower == null ? new StringBuilder(text) : lower;
        lower.setCharAt(i, (char) (c + 'a' - 'A'));
      }
    }
    return lower == null ? text : lower.toString();
  }

  /** Whether this name, in lower case, stands here in any case. */
  static boolean isNameAt(String text, int index, String name) {
    int end = index + name.length();
    return end <= text.length() && lowerAscii(text.substring(index, end)).equals(name);
  }

  static boolean isAsciiPunctuation(char c) {
    return c > ' ' && c < 0x7F && !isAsciiAlphanumeric(c);
  }

  static boolean isAsciiAlphanumeric(char c) {
    return isAsciiLetter(c) || (c >= '0' && c <= '9');
  }

  static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static String decode(String text, boolean backslashes) {
    StringBuilder decoded = new StringBuilder(text.length());
    int index = 0;
    while (index < text.length()) {
      char c = text.charAt(index);
      if (c == '&') {
        int end = referenceEnd(text, index);
        if (end > 0) {
          decoded.append(resolve(text.substring(index, end)));
          index = end;
          continue;
        }
      } else if (c == '\\'
          && backslashes
          && index + 1 < text.length()
          && isAsciiPunctuation(text.charAt(index + 1))) {
        index++;
        c = text.charAt(index);
      }
      decoded.append(c);
      index++;
    }
    return decoded.toString();
  }

  /** Index behind the {@code ;} of what looks like a reference that begins here, or -1. */
  static int referenceEnd(CharSequence text, int start) {
    int limit = Math.min(text.length(), start + MAX_REFERENCE);
    for (int i = start + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == ';') {
        return i > start + 1 ? i + 1 : -1;
      }
      if (!isAsciiAlphanumeric(c) && !(c == '#' && i == start + 1)) {
        return -1;
      }
    }
    return -1;
  }

  private static String resolve(String reference) {
    if (reference.charAt(1) != '#') {
      return Html5Entities.entityToString(reference);
    }
    boolean hexadecimal = reference.charAt(2) == 'x' || reference.charAt(2) == 'X';
    String digits = reference.substring(hexadecimal ? 3 : 2, reference.length() - 1);
    int radix = hexadecimal ? 16 : 10;
    // CommonMark allows 6 hexadecimal or 7 decimal digits.
    if (digits.isEmpty()
        || digits.length() > (hexadecimal ? 6 : 7)
        || digits.chars().anyMatch(digit -> Character.digit(digit, radix) < 0)) {
      return reference;
    }
    int codePoint = Integer.parseInt(digits, radix);
    boolean character =
        codePoint != 0
            && Character.isValidCodePoint(codePoint)
            && (codePoint < 0xD800 || codePoint > 0xDFFF);
    return character ? Character.toString(codePoint) : "\uFFFD";
  }
}

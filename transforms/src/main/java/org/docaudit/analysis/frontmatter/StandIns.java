package org.docaudit.analysis.frontmatter;

/**
 * YAML with noncharacters in place of characters that YAML 1.2 and most site generators take for
 * text, but SnakeYAML, which reads YAML 1.1, does not:
 *
 * <ul>
 *   <li>NEL, LS and PS are line ends to it;
 *   <li>{@code \/} in double quotes is an unknown escape;
 *   <li>{@code ?} ends a plain scalar in a flow collection, as in {@code [why?, how?]}. Left alone
 *       is one that could be an indicator: with white space or a bracket, brace or comma on both
 *       sides.
 * </ul>
 *
 * <p>Each code point is exchanged for one, so places stay. Text that holds one of the noncharacters
 * is left as it is.
 */
final class StandIns {
  private static final String REPLACED = "\u0085\u2028\u2029?\\";
  private static final String NONCHARACTERS = "\uFDD0\uFDD1\uFDD2\uFDD3\uFDD4";
  private static final char QUESTION_MARK = '\uFDD3';
  private static final char ESCAPE = '\uFDD4';

  private final String text;
  private final boolean exchanged;

  private StandIns(String text, boolean exchanged) {
    this.text = text;
    this.exchanged = exchanged;
  }

  static StandIns of(String text) {
    boolean flow = text.indexOf('[') >= 0 || text.indexOf('{') >= 0;
    boolean questions = flow && text.indexOf('?') >= 0;
    boolean needed = questions || text.contains("\\/") || containsAny(text, REPLACED, 3);
    if (!needed || containsAny(text, NONCHARACTERS, NONCHARACTERS.length())) {
      return new StandIns(text, false);
    }
    StringBuilder exchanged = new StringBuilder(text);
    char wordStart = ' ';
    int backslashes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i == 0 || isEdge(text.charAt(i - 1), ",[{")) {
        wordStart = c;
      }
      if (c == '/' && backslashes % 2 == 1) {
        exchanged.setCharAt(i - 1, ESCAPE);
      } else if (c == '?' && questions && wordStart != '!' && isText(text, i)) {
        exchanged.setCharAt(i, QUESTION_MARK);
      } else if (c == '\u0085' || c == '\u2028' || c == '\u2029') {
        exchanged.setCharAt(i, NONCHARACTERS.charAt(REPLACED.indexOf(c)));
      }
      backslashes = c == '\\' ? backslashes + 1 : 0;
    }
    return new StandIns(exchanged.toString(), true);
  }

  /** What to parse. */
  String text() {
    return text;
  }

  /** A piece of the text as it was. */
  String restore(String piece) {
    return exchanged ? restore(piece, false) : piece;
  }

  /** A double-quoted value as it should be: without the backslashes of its escapes. */
  String restoreDoubleQuoted(String value) {
    return exchanged ? restore(value, true) : value;
  }

  private static String restore(String piece, boolean unescape) {
    StringBuilder restored = new StringBuilder(piece.length());
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      int at = NONCHARACTERS.indexOf(c);
      if (at < 0) {
        restored.append(c);
      } else if (!unescape || c != ESCAPE) {
        restored.append(REPLACED.charAt(at));
      }
    }
    return restored.toString();
  }

  private static boolean isText(String text, int question) {
    int next = question + 1;
    return (question > 0 && !isEdge(text.charAt(question - 1), ",[{"))
        || (next < text.length() && !isEdge(text.charAt(next), ",[]{}"));
  }

  private static boolean isEdge(char c, String others) {
    return FieldShape.isBlank(c) || FieldShape.isLineEnd(c) || others.indexOf(c) >= 0;
  }

  private static boolean containsAny(String text, String characters, int count) {
    for (int i = 0; i < count; i++) {
      if (text.indexOf(characters.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}

package org.docaudit.analysis.frontmatter;

import org.docaudit.model.FrontmatterFormat;

/**
 * Whether lines look like fields of frontmatter or like Markdown. Decides only where the delimiters
 * alone leave doubt; see {@link FrontmatterScanner}.
 */
final class FieldShape {
  /** Longer names are prose: the longest in use by site generators have about 40 characters. */
  private static final int MAX_NAME = 80;

  private FieldShape() {}

  /**
   * Whether a terminated {@code ---} block is frontmatter. It is, unless its content begins like
   * Markdown after a thematic break: with a blank line or a heading, which is a comment in YAML,
   * and what follows that is no field. After a blank line, comments must lead to a field without a
   * gap.
   */
  static boolean opensYaml(String text, int start, int end) {
    int line = start;
    while (line < end && isBlankLine(text, line)) {
      line = nextLine(text, line);
    }
    boolean gap = line > start;
    if (line >= end || (!gap && text.charAt(line) != '#')) {
      return true;
    }
    line = skipComments(text, line);
    while (!gap && line < end && (isBlankLine(text, line) || text.charAt(line) == '#')) {
      line = nextLine(text, line);
    }
    return line >= end ? !gap : isYamlField(text, line) || text.charAt(line) == '{';
  }

  /**
   * Whether an opening delimiter without a closing one was meant as one: the next lines that are
   * not blank, up to a blank one, look like fields, the first for certain.
   */
  static boolean looksUnterminated(String text, int start, FrontmatterFormat format) {
    int line = start;
    while (line < text.length() && isBlankLine(text, line)) {
      line = nextLine(text, line);
    }
    line = skipComments(text, line);
    if (line >= text.length() || !isField(text, line, format)) {
      return false;
    }
    while (line < text.length() && !isBlankLine(text, line)) {
      char c = text.charAt(line);
      boolean continues = c == ' ' || c == '\t' || c == '-' || c == '#' || c == ']' || c == '}';
      if (!continues && !isField(text, line, format)) {
        return false;
      }
      line = nextLine(text, line);
    }
    return true;
  }

  private static boolean isField(String text, int line, FrontmatterFormat format) {
    return format == FrontmatterFormat.TOML ? isTomlField(text, line) : isYamlField(text, line);
  }

  private static int skipComments(String text, int line) {
    int at = line;
    while (at < text.length() && text.charAt(at) == '#') {
      at = nextLine(text, at);
    }
    return at;
  }

  /** {@code name:} at the line's start, quoted or of name characters, then white space. */
  private static boolean isYamlField(String text, int line) {
    int end = skipName(text, line);
    return end > line
        && end < text.length()
        && text.charAt(end) == ':'
        && (end + 1 == text.length()
            || isBlank(text.charAt(end + 1))
            || isLineEnd(text.charAt(end + 1)));
  }

  /** {@code name =}, or a table's header. */
  private static boolean isTomlField(String text, int line) {
    if (text.charAt(line) == '[') {
      return true;
    }
    int end = skipBlanks(text, skipName(text, line));
    return end > line && end < text.length() && text.charAt(end) == '=';
  }

  private static int skipName(String text, int line) {
    int limit = Math.min(text.length(), line + MAX_NAME);
    char quote = text.charAt(line);
    int at = line;
    if (quote == '"' || quote == '\'') {
      at++;
      while (at < limit && text.charAt(at) != quote && !isLineEnd(text.charAt(at))) {
        at++;
      }
      return at < limit && text.charAt(at) == quote ? at + 1 : line;
    }
    while (at < limit && isNameCharacter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '/' || c == '$';
  }

  static boolean isBlankLine(String text, int line) {
    int end = skipBlanks(text, line);
    return end == text.length() || isLineEnd(text.charAt(end));
  }

  /** The start of the line behind the one that an index lies in, or the text's length. */
  static int nextLine(String text, int index) {
    int at = index;
    while (at < text.length() && !isLineEnd(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? skipLineEnd(text, at) : at;
  }

  /** The index behind the line end that begins at an index. */
  static int skipLineEnd(String text, int at) {
    boolean pair = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    return pair ? at + 2 : at + 1;
  }

  static int skipBlanks(String text, int index) {
    int at = index;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}

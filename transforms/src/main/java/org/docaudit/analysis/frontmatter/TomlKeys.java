package org.docaudit.analysis.frontmatter;

import java.util.List;

/** Reads TOML's dotted keys, and skips its strings. */
final class TomlKeys {

  /** One name of a dotted key, without quotes. */
  record Segment(String name, int index) {}

  private final String text;

  TomlKeys(String text) {
    this.text = text;
  }

  /**
   * Reads {@code a."b".c} with blanks around it.
   *
   * @param into takes the segments, one more than the limit at most; stays empty where there is no
   *     key
   * @return the index behind
   */
  int read(int start, List<Segment> into, int limit) {
    int at = start;
    while (into.size() <= limit) {
      at = FieldShape.skipBlanks(text, at);
      int end = skipName(at);
      if (end == at) {
        return at;
      }
      into.add(new Segment(name(at, end), at));
      at = FieldShape.skipBlanks(text, end);
      if (at == text.length() || text.charAt(at) != '.') {
        return at;
      }
      at++;
    }
    return at;
  }

  private int skipName(int start) {
    int at = start;
    if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
      return skipString(at);
    }
    while (at < text.length() && isBare(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBare(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  /** The index behind a string of any of the four kinds; an open one ends where it has to. */
  int skipString(int start) {
    char quote = text.charAt(start);
    String triple = String.valueOf(quote).repeat(3);
    boolean multiline = text.startsWith(triple, start);
    int at = start + (multiline ? 3 : 1);
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && quote == '"') {
        at += 2;
      } else if (c == quote && !multiline) {
        return at + 1;
      } else if (c == quote && text.startsWith(triple, at)) {
        at += 3;
        // One or two quotes may stand before the closing ones.
        for (int i = 0; i < 2 && at < text.length() && text.charAt(at) == quote; i++) {
          at++;
        }
        return at;
      } else if (FieldShape.isLineEnd(c) && !multiline) {
        return at;
      } else {
        at++;
      }
    }
    return text.length();
  }

  private String name(int start, int end) {
    char quote = text.charAt(start);
    if (quote != '"' && quote != '\'') {
      return text.substring(start, end);
    }
    boolean closed = end > start + 1 && text.charAt(end - 1) == quote;
    String inner = text.substring(start + 1, closed ? end - 1 : end);
    return quote == '"' && inner.indexOf('\\') >= 0 ? unescape(inner) : inner;
  }

  private static String unescape(String escaped) {
    StringBuilder plain = new StringBuilder(escaped.length());
    for (int at = 0; at < escaped.length(); ) {
      char c = escaped.charAt(at++);
      if (c != '\\' || at == escaped.length()) {
        plain.append(c);
        continue;
      }
      char kind = escaped.charAt(at++);
      int digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
      switch (kind) {
        case 'b' -> plain.append('\b');
        case 't' -> plain.append('\t');
        case 'n' -> plain.append('\n');
        case 'f' -> plain.append('\f');
        case 'r' -> plain.append('\r');
        default -> {
          int point = digits == 0 ? kind : hexadecimal(escaped, at, digits);
          plain.appendCodePoint(Character.isValidCodePoint(point) ? point : 0xFFFD);
          at = Math.min(escaped.length(), at + digits);
        }
      }
    }
    return plain.toString();
  }

  /** The number that so many hexadecimal digits write, or -1. */
  private static int hexadecimal(String text, int at, int digits) {
    long number = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      number = number * 16 + digit;
    }
    return number > Character.MAX_CODE_POINT ? -1 : (int) number;
  }
}

package org.docaudit.read;

import java.util.Arrays;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/** A set of code points as {@code [a-z]} writes it in a {@code .gitignore} pattern. */
final class CharacterSet {
  /** POSIX classes as pairs of first and last character, ASCII only as in git. */
  private static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry("alnum", "09AZaz"),
          Map.entry("alpha", "AZaz"),
          Map.entry("blank", "  \t\t"),
          Map.entry("cntrl", "\u0000\u001f\u007f\u007f"),
          Map.entry("digit", "09"),
          Map.entry("graph", "!~"),
          Map.entry("lower", "az"),
          Map.entry("print", " ~"),
          Map.entry("punct", "!/:@[`{~"),
          Map.entry("space", "  \t\r"),
          Map.entry("upper", "AZ"),
          Map.entry("xdigit", "09AFaf"));

  private final boolean negated;
  private final int[] ranges;

  private CharacterSet(boolean negated, int[] ranges) {
    this.negated = negated;
    this.ranges = ranges;
  }

  /** Whether it holds the code point; never a slash, which only slashes match. */
  boolean contains(int c) {
    if (c == '/') {
      return false;
    }
    for (int i = 0; i < ranges.length; i += 2) {
      if (c >= ranges[i] && c <= ranges[i + 1]) {
        return !negated;
      }
    }
    return negated;
  }

  /** Reads one set; follows the loop of git's wildmatch.c step by step. */
  static final class Parser {
    private final String pattern;
    private int at;
    private int[] ranges = new int[8];
    private int size;

    /**
     * @param start index after the opening bracket
     */
    Parser(String pattern, int start) {
      this.pattern = pattern;
      this.at = start;
    }

    /** Index after the closing bracket. */
    int end() {
      return at;
    }

    /** The set, or null where it is malformed. */
    @Nullable CharacterSet parse() {
      boolean negated = peek() == '!' || peek() == '^';
      if (negated) {
        at++;
      }
      int previous = -1;
      boolean first = true;
      while (first || peek() != ']') {
        first = false;
        int c = peek();
        if (c < 0) {
          return null;
        } else if (c == '-' && previous >= 0 && isRangeEnd()) {
          at++;
          int last = readCharacter();
          if (last < 0) {
            return null;
          }
          add(previous, last);
          previous = -1;
        } else if (pattern.startsWith("[:", at) && classEnd() != at + 2) {
          if (!readClass()) {
            return null;
          }
          previous = -1;
        } else {
          previous = readCharacter();
          if (previous < 0) {
            return null;
          }
          add(previous, previous);
        }
      }
      at++;
      return new CharacterSet(negated, Arrays.copyOf(ranges, size));
    }

    private int peek() {
      return at < pattern.length() ? pattern.codePointAt(at) : -1;
    }

    private boolean isRangeEnd() {
      return at + 1 < pattern.length() && pattern.charAt(at + 1) != ']';
    }

    private int readCharacter() {
      if (peek() == '\\') {
        at++;
      }
      int c = peek();
      if (c >= 0) {
        at += Character.charCount(c);
      }
      return c;
    }

    /**
     * Index of the bracket that ends a class; the class' start where it is no class but letters.
     */
    private int classEnd() {
      int start = at + 2;
      int bracket = pattern.indexOf(']', start);
      if (bracket < 0) {
        return -1;
      }
      return bracket > start && pattern.charAt(bracket - 1) == ':' ? bracket : start;
    }

    private boolean readClass() {
      int bracket = classEnd();
      String members = bracket < 0 ? null : CLASSES.get(pattern.substring(at + 2, bracket - 1));
      if (members == null) {
        return false;
      }
      for (int i = 0; i < members.length(); i += 2) {
        add(members.charAt(i), members.charAt(i + 1));
      }
      at = bracket + 1;
      return true;
    }

    private void add(int first, int last) {
      if (size == ranges.length) {
        ranges = Arrays.copyOf(ranges, size * 2);
      }
      ranges[size++] = first;
      ranges[size++] = last;
    }
  }
}

package org.docaudit.analysis.markdown;

import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.text.UnicodeTables;

/**
 * Finds what is written as a full or collapsed reference in text where the parser found none, and
 * so has no definition.
 *
 * <p>Works on a block's text in which each code span, tag, link and image is one {@link #OPAQUE}
 * character, so brackets there do not count, nor escaped ones; a label may be one code span. Left
 * out is what is seldom meant as a reference:
 *
 * <ul>
 *   <li>an opening bracket right behind a letter, digit, {@code _}, {@code ]} or {@code )}, or
 *       longer chains: indexing such as {@code a[i][j]}, {@code [a][b][c]};
 *   <li>text and label without a single letter between them ({@code [0][1]}), or both of one
 *       character ({@code [i][j]}); blank text or label ({@code [ ][x]});
 *   <li>character classes of regular expressions ({@code [a-z][0-9]}, {@code [A-Z_][^"]});
 *   <li>footnotes ({@code [^1]}) and what begins with an operator ({@code [file][,file]...}).
 * </ul>
 *
 * Linear; for one scan by one thread.
 */
final class UndefinedReferences {

  /** Receives a reference: the offset of its first character, and its label as written. */
  interface Sink {
    void reference(int start, String label);

    /** A label that is one placeholder, as written; null where that is no code span of one line. */
    @Nullable String code(int labelStart);
  }

  /** Stands for what is not text. */
  static final char OPAQUE = '\uFFFC';

  /** Footnotes, and what stands in grammars and in indexing by expressions. */
  private static final String NO_LABEL_BEGINS = "^,;:|*+-=?<>(){}~$%&";

  private final CharSequence text;
  private final Sink sink;
  private int[] open = new int[16];
  private int depth;

  private UndefinedReferences(CharSequence text, Sink sink) {
    this.text = text;
    this.sink = sink;
  }

  static void scan(CharSequence text, Sink sink) {
    new UndefinedReferences(text, sink).scan();
  }

  private void scan() {
    int index = 0;
    while (index < text.length()) {
      char c = text.charAt(index);
      if (c == '\\') {
        index++;
      } else if (c == '[') {
        push(index);
      } else if (c == ']' && depth > 0) {
        int start = open[--depth];
        if (is(index + 1, '[')) {
          index = chain(start, index) - 1;
        }
      }
      index++;
    }
  }

  /** Reads what follows the first brackets' text; returns the index to go on from. */
  private int chain(int start, int close) {
    int links = 0;
    int next = close + 1;
    int labelStart = -1;
    int labelEnd = -1;
    while (is(next, '[')) {
      int end = labelEnd(next + 1);
      if (end < 0) {
        break;
      }
      if (links == 0) {
        labelStart = next + 1;
        labelEnd = end;
      }
      links++;
      next = end + 1;
    }
    if (links == 1 && !is(next, '(') && !is(next, '[') && startsFreely(start)) {
      report(start, close, labelStart, labelEnd);
    }
    return next;
  }

  private void report(int start, int close, int labelStart, int labelEnd) {
    CharSequence written = text.subSequence(start + 1, close);
    CharSequence label = text.subSequence(labelStart, labelEnd);
    boolean collapsed = labelStart == labelEnd;
    CharSequence meant = collapsed ? written : label;
    if (meant.length() == 1 && meant.charAt(0) == OPAQUE) {
      @Nullable String code = sink.code(collapsed ? start + 1 : labelStart);
      meant = code == null ? meant : code;
    }
    if (meant.length() > LabelLimit.MAX_LABEL
        || isBlank(written)
        || isBlank(meant)
        || (collapsed && contains(meant, '['))
        || contains(meant, OPAQUE)
        || written.charAt(0) == '^'
        || NO_LABEL_BEGINS.indexOf(meant.charAt(0)) >= 0
        || (!hasLetter(written) && !hasLetter(meant))
        || (written.length() == 1 && meant.length() == 1 && written.charAt(0) != OPAQUE)
        || isCharacterClass(written)
        || isCharacterClass(meant)) {
      return;
    }
    boolean image = start > 0 && text.charAt(start - 1) == '!';
    sink.reference(image ? start - 1 : start, VisibleText.fold(meant));
  }

  private boolean startsFreely(int start) {
    int last = start - 1;
    // Emphasis is looked through: *array*[i][j] is indexing all the same.
    while (last >= 0 && (text.charAt(last) == '*' || text.charAt(last) == '_')) {
      last--;
    }
    if (last < 0) {
      return true;
    }
    char before = text.charAt(last);
    return before != ']'
        && before != ')'
        && before != '\\'
        && before != OPAQUE
        && !UnicodeTables.isLetterOrNumber(before);
  }

  /** Index of the bracket that closes a label that begins here, or -1. */
  private int labelEnd(int from) {
    int limit = Math.min(text.length(), from + LabelLimit.MAX_LABEL + 1);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == ']') {
        return i;
      } else if (c == '[') {
        return -1;
      }
    }
    return -1;
  }

  private void push(int index) {
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
    }
    open[depth++] = index;
  }

  private boolean is(int index, char c) {
    return index < text.length() && text.charAt(index) == c;
  }

  private static boolean contains(CharSequence text, char c) {
    return text.chars().anyMatch(candidate -> candidate == c);
  }

  private static boolean isBlank(CharSequence text) {
    return VisibleText.fold(text).isEmpty();
  }

  private static boolean hasLetter(CharSequence text) {
    return text.codePoints().anyMatch(c -> UnicodeTables.isLetter(c) || c == OPAQUE);
  }

  /** A range such as {@code a-z} stands in it, and neither white space nor a word. */
  private static boolean isCharacterClass(CharSequence text) {
    boolean range = false;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (UnicodeTables.isWhiteSpace(c)) {
        return false;
      }
      run = Escapes.isAsciiAlphanumeric(c) ? run + 1 : 0;
      if (run > 2) {
        return false;
      }
      range |=
          c == '-'
              && i > 0
              && i + 1 < text.length()
              && Escapes.isAsciiAlphanumeric(text.charAt(i - 1))
              && Escapes.isAsciiAlphanumeric(text.charAt(i + 1));
    }
    return range;
  }
}

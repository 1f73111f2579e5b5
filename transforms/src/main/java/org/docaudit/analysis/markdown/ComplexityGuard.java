package org.docaudit.analysis.markdown;

/**
 * Adds up, line by line and before the parser runs, what would make it slow or large.
 *
 * <p>Containers of a line are estimated from above: markers at its start plus half of the columns
 * of indentation (a list item needs two of each line), or those of the line before where no blank
 * line stands between, for lazy continuation; but no more than those before and the markers. Cells
 * of a table are the columns of a delimiter row times the lines with a pipe up to the next blank
 * line.
 *
 * <p>One pass, no allocation; for one document by one thread.
 */
final class ComplexityGuard {

  /** An array: charAt of a string that is not Latin-1 is slow before C2 compiles it. */
  private final char[] text;

  private final ComplexityLimits limits;
  private final int maxNesting;

  private long containerLines;
  private int containers;
  private boolean afterBlank = true;
  private long cells;
  private int columns;

  // What scanPrefix found on the line.
  private int markers;
  private int indentation;
  private int contentStart;

  private ComplexityGuard(String text, int maxNesting, ComplexityLimits limits) {
    this.text = text.toCharArray();
    this.maxNesting = maxNesting;
    this.limits = limits;
  }

  static void check(String text, int maxNesting, ComplexityLimits limits) {
    new ComplexityGuard(text, maxNesting, limits).check();
  }

  private void check() {
    int start = 0;
    while (start < text.length) {
      int end = start;
      while (end < text.length && text[end] != '\n' && text[end] != '\r') {
        end++;
      }
      line(start, end);
      start = end + (isCrLf(end) ? 2 : 1);
    }
  }

  private boolean isCrLf(int index) {
    return index + 1 < text.length && text[index] == '\r' && text[index + 1] == '\n';
  }

  private void line(int start, int end) {
    scanPrefix(start, end);
    boolean blank = contentStart >= end;
    int matched = markers + indentation / 2;
    // A blank line closes no list, and a paragraph's next line may be lazy.
    int open = afterBlank && !blank ? matched : Math.max(containers, matched);
    // Only a marker opens one.
    containers = Math.min(open, containers + markers);
    afterBlank = blank;
    if (blank) {
      columns = 0;
    } else {
      countCells(end);
    }
    containerLines += Math.min(containers, maxNesting);
    if (containerLines > limits.maxContainerLines()) {
      throw new TooComplexException("lines in nested block quotes and lists", start);
    }
    if (cells > limits.maxTableCells()) {
      throw new TooComplexException("table cells", start);
    }
  }

  private void scanPrefix(int start, int end) {
    markers = 0;
    indentation = 0;
    int index = start;
    while (index < end) {
      char c = text[index];
      if (c == ' ') {
        indentation++;
        index++;
      } else if (c == '\t') {
        indentation += 4;
        index++;
      } else {
        int after = afterMarker(index, end);
        if (after < 0) {
          break;
        }
        markers++;
        index = after;
      }
    }
    contentStart = index;
  }

  /** Index behind the container marker that stands here, or -1. */
  private int afterMarker(int index, int end) {
    char c = text[index];
    if (c == '>') {
      return index + 1;
    }
    if (c == '-' || c == '*' || c == '+') {
      return spaceOrEnd(index + 1, end);
    }
    if (c == '[' && index + 1 < end && text[index + 1] == '^') {
      int close = index + 2;
      while (close < end && text[close] != ']' && text[close] != ' ') {
        close++;
      }
      return close + 1 < end && text[close] == ']' && text[close + 1] == ':' ? close + 2 : -1;
    }
    int digits = index;
    while (digits < end && digits < index + 9 && isDigit(text[digits])) {
      digits++;
    }
    if (digits > index && digits < end) {
      char delimiter = text[digits];
      return delimiter == '.' || delimiter == ')' ? spaceOrEnd(digits + 1, end) : -1;
    }
    return -1;
  }

  private int spaceOrEnd(int index, int end) {
    return index >= end || text[index] == ' ' || text[index] == '\t' ? index : -1;
  }

  private void countCells(int end) {
    boolean pipe = false;
    boolean delimiters = true;
    int groups = 0;
    char before = '|';
    for (int i = contentStart; i < end; i++) {
      char c = text[i];
      pipe |= c == '|';
      if (c != '|' && c != '-' && c != ':' && c != ' ' && c != '\t') {
        delimiters = false;
        if (pipe || columns == 0) {
          break;
        }
      }
      if (c == '-' && before != '-') {
        groups++;
      }
      before = c;
    }
    if (delimiters && groups > 0 && (pipe || groups == 1)) {
      columns = Math.max(columns, groups);
    }
    // Cells are made for body rows; the delimiter row stands for the header's.
    if (pipe) {
      cells += columns;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

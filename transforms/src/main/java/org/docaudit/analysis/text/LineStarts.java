package org.docaudit.analysis.text;

import java.util.Arrays;

/** Where the lines of a text begin. A line ends with LF, CR LF, or CR. Immutable. */
final class LineStarts {

  private final int[] starts;
  private final int textLength;

  private LineStarts(int[] starts, int textLength) {
    this.starts = starts;
    this.textLength = textLength;
  }

  static LineStarts of(String text) {
    int[] starts = new int[16 + text.length() / 32];
    int lines = 1;
    // Two searches that the virtual machine vectorizes; most texts have no CR at all.
    int lineFeed = text.indexOf('\n');
    int carriageReturn = text.indexOf('\r');
    while (lineFeed >= 0 || carriageReturn >= 0) {
      int next;
      if (carriageReturn < 0 || (lineFeed >= 0 && lineFeed < carriageReturn)) {
        next = lineFeed + 1;
        lineFeed = text.indexOf('\n', next);
      } else {
        next = carriageReturn + 1;
        if (lineFeed == next) {
          next++;
          lineFeed = text.indexOf('\n', next);
        }
        carriageReturn = text.indexOf('\r', next);
      }
      if (lines == starts.length) {
        starts = Arrays.copyOf(starts, lines + 1 + lineEndsFrom(next, text));
      }
      starts[lines++] = next;
    }
    return new LineStarts(
        starts.length == lines ? starts : Arrays.copyOf(starts, lines), text.length());
  }

  /** At least as many as there are: counted, as doubling would cost a text of line ends dearly. */
  private static int lineEndsFrom(int index, String text) {
    int ends = 0;
    for (int i = index; i < text.length(); i++) {
      char c = text.charAt(i);
      ends += c == '\n' || c == '\r' ? 1 : 0;
    }
    return ends;
  }

  /** Line ends, plus one for a last line without. */
  int lines() {
    return starts[starts.length - 1] == textLength ? starts.length - 1 : starts.length;
  }

  int lineOf(int index) {
    int found = Arrays.binarySearch(starts, index);
    return found >= 0 ? found + 1 : -found - 1;
  }

  int startOf(int line) {
    return starts[line - 1];
  }
}

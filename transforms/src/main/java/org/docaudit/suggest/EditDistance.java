package org.docaudit.suggest;

import java.util.Arrays;

/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of two
 * neighbours cost 1 each, where no part is edited twice. Swaps are among the commonest typing
 * errors ({@code tilte}), which plain Levenshtein distance counts twice.
 *
 * <p>Only the band of cells that can stay within the bound is computed, so a comparison takes time
 * proportional to length times bound. An instance reuses its rows and is not thread-safe.
 */
final class EditDistance {
  private int[] beforeLast = new int[0];
  private int[] last = new int[0];
  private int[] current = new int[0];

  /** The distance of the two, or {@code bound + 1} where it is larger than the bound. */
  int within(int bound, char[] left, int leftLength, char[] right, int rightLength) {
    int over = bound + 1;
    if (Math.abs(leftLength - rightLength) > bound) {
      return over;
    }
    reserve(rightLength + 1);
    for (int column = 0; column <= rightLength; column++) {
      last[column] = Math.min(column, over);
    }
    Arrays.fill(beforeLast, 0, rightLength + 1, over);
    for (int row = 1; row <= leftLength; row++) {
      int from = Math.max(1, row - bound);
      int to = Math.min(rightLength, row + bound);
      current[from - 1] = from == 1 ? Math.min(row, over) : over;
      int least = current[from - 1];
      for (int column = from; column <= to; column++) {
        boolean same = left[row - 1] == right[column - 1];
        int cost = last[column - 1] + (same ? 0 : 1);
        cost = Math.min(cost, Math.min(last[column], current[column - 1]) + 1);
        if (row > 1
            && column > 1
            && left[row - 1] == right[column - 2]
            && left[row - 2] == right[column - 1]) {
          cost = Math.min(cost, beforeLast[column - 2] + 1);
        }
        current[column] = Math.min(cost, over);
        least = Math.min(least, cost);
      }
      if (to < rightLength) {
        // The next row reads one cell beyond this row's band.
        current[to + 1] = over;
      }
      if (least > bound) {
        return over;
      }
      int[] freed = beforeLast;
      beforeLast = last;
      last = current;
      current = freed;
    }
    return last[rightLength];
  }

  private void reserve(int cells) {
    if (last.length < cells) {
      beforeLast = new int[cells];
      last = new int[cells];
      current = new int[cells];
    }
  }
}

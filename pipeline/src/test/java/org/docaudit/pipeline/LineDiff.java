package org.docaudit.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What differs between two texts, line by line, as people read it. */
final class LineDiff {

  /** More differences than this tell nobody more. */
  private static final int SHOWN = 40;

  private LineDiff() {}

  /** Lines that are missing after {@code -}, lines that are new after {@code +}; empty if none. */
  static List<String> of(List<String> expected, List<String> actual) {
    // Lengths of the longest common subsequences of what is behind each pair of lines.
    int[][] common = new int[expected.size() + 1][actual.size() + 1];
    for (int i = expected.size() - 1; i >= 0; i--) {
      for (int k = actual.size() - 1; k >= 0; k--) {
        common[i][k] =
            expected.get(i).equals(actual.get(k))
                ? common[i + 1][k + 1] + 1
                : Math.max(common[i + 1][k], common[i][k + 1]);
      }
    }
    List<String> lines = new ArrayList<>();
    int i = 0;
    int k = 0;
    while (i < expected.size() || k < actual.size()) {
      if (i < expected.size() && k < actual.size() && expected.get(i).equals(actual.get(k))) {
        i++;
        k++;
      } else if (k == actual.size()
          || (i < expected.size() && common[i + 1][k] >= common[i][k + 1])) {
        lines.add("- " + expected.get(i++));
      } else {
        lines.add("+ " + actual.get(k++));
      }
    }
    if (lines.size() > SHOWN) {
      String rest = "… and " + (lines.size() - SHOWN) + " more";
      lines = new ArrayList<>(lines.subList(0, SHOWN));
      lines.add(rest);
    }
    return Collections.unmodifiableList(lines);
  }
}

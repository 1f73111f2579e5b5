package org.docaudit.assemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Finding;
import org.docaudit.model.Rule;
import org.docaudit.model.Suppression;

/**
 * The suppressions of one document applied to its findings, in time n·log n of both: a hostile
 * document may have a hundred thousand of each.
 */
final class AppliedSuppressions {

  private final List<Finding> kept = new ArrayList<>();
  private final List<Suppression> unused = new ArrayList<>();

  /** Applies them; neither list is changed. */
  AppliedSuppressions(List<Suppression> suppressions, List<Finding> findings) {
    if (suppressions.isEmpty()) {
      kept.addAll(findings);
      return;
    }
    Map<@Nullable Rule, Ranges> ranges = rangesByRule(suppressions);
    for (Finding finding : findings) {
      Ranges all = ranges.get(null);
      Ranges own = ranges.get(finding.rule());
      boolean covered =
          (all != null && all.cover(finding.line())) || (own != null && own.cover(finding.line()));
      if (!covered) {
        kept.add(finding);
      }
    }
    Map<@Nullable Rule, int[]> lines = linesByRule(findings);
    for (Suppression suppression : new LinkedHashSet<>(suppressions)) {
      if (!anyWithin(lines.get(suppression.rule()), suppression)) {
        unused.add(suppression);
      }
    }
  }

  /** The findings that no suppression covers, in their order. */
  List<Finding> kept() {
    return kept;
  }

  /** The suppressions that cover no finding, each once. */
  List<Suppression> unused() {
    return unused;
  }

  private static Map<@Nullable Rule, Ranges> rangesByRule(List<Suppression> suppressions) {
    Map<@Nullable Rule, List<Suppression>> byRule = new HashMap<>();
    for (Suppression suppression : suppressions) {
      byRule.computeIfAbsent(suppression.rule(), rule -> new ArrayList<>()).add(suppression);
    }
    Map<@Nullable Rule, Ranges> ranges = new HashMap<>();
    byRule.forEach((rule, list) -> ranges.put(rule, new Ranges(list)));
    return ranges;
  }

  /** Sorted lines of the findings of each rule, and of all under null. */
  private static Map<@Nullable Rule, int[]> linesByRule(List<Finding> findings) {
    Map<@Nullable Rule, List<Integer>> lists = new HashMap<>();
    for (Finding finding : findings) {
      lists.computeIfAbsent(finding.rule(), rule -> new ArrayList<>()).add(finding.line());
      lists.computeIfAbsent(null, rule -> new ArrayList<>()).add(finding.line());
    }
    Map<@Nullable Rule, int[]> lines = new HashMap<>();
    lists.forEach(
        (rule, list) ->
            lines.put(rule, list.stream().mapToInt(Integer::intValue).sorted().toArray()));
    return lines;
  }

  private static boolean anyWithin(int @Nullable [] lines, Suppression suppression) {
    if (lines == null) {
      return false;
    }
    int found = Arrays.binarySearch(lines, suppression.firstLine());
    int next = found >= 0 ? found : -found - 1;
    return next < lines.length && lines[next] <= suppression.lastLine();
  }

  /** Ranges of lines, asked whether one of them holds a line. */
  private static final class Ranges {

    /** Their first lines, each once, in order. */
    private final int[] firsts;

    /** The greatest last line of all ranges that begin there or before. */
    private final int[] reach;

    Ranges(List<Suppression> suppressions) {
      TreeMap<Integer, Integer> lastOfFirst = new TreeMap<>();
      for (Suppression suppression : suppressions) {
        lastOfFirst.merge(suppression.firstLine(), suppression.lastLine(), Math::max);
      }
      firsts = lastOfFirst.keySet().stream().mapToInt(Integer::intValue).toArray();
      reach = lastOfFirst.values().stream().mapToInt(Integer::intValue).toArray();
      Arrays.parallelPrefix(reach, Math::max);
    }

    boolean cover(int line) {
      int found = Arrays.binarySearch(firsts, line);
      int last = found >= 0 ? found : -found - 2;
      return last >= 0 && reach[last] >= line;
    }
  }
}

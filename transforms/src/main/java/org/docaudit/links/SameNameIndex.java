package org.docaudit.links;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Finds where a missing file may have been moved to: files and folders of the same name elsewhere.
 * Facts and questions meet by {@link #key}. All paths are added before the first question; their
 * order and repetition make no difference. Not thread-safe.
 */
public final class SameNameIndex {
  /**
   * Namesakes to compare for one question; of more, those next to the wanted path when sorted,
   * which have the longest beginning in common with it.
   */
  static final int MAX_COMPARED = 128;

  /** Replaced folders up to which one of several namesakes is near. */
  static final int MAX_DISTANCE = 2;

  private final TargetKeys keys;
  private final Map<String, NavigableSet<String>> byName = new HashMap<>();

  public SameNameIndex(LinkRules rules) {
    this.keys = new TargetKeys(rules);
  }

  /**
   * The name by which a path's facts and questions meet: without extension, letter case and
   * normalisation. Empty where the name is one that every folder may have ({@code README}) and so
   * says nothing: then neither fact nor question need be sent.
   */
  public static Optional<String> key(TargetKeys keys, String path) {
    String name = CorpusPath.nameOf(keys.of(path));
    return name.isEmpty() || GenericNames.contains(name) ? Optional.empty() : Optional.of(name);
  }

  /** A file exists, or a folder, whose path then ends in a slash. */
  public void add(String path) {
    key(keys, path)
        .ifPresent(name -> byName.computeIfAbsent(name, unused -> new TreeSet<>()).add(path));
  }

  /**
   * The path of the same name with the fewest folders replaced, of equally near ones the first. One
   * that is far away is near enough only when no other has the name.
   */
  public Optional<Suggestion> nearestByName(String wanted) {
    @Nullable NavigableSet<String> namesakes = key(keys, wanted).map(byName::get).orElse(null);
    if (namesakes == null) {
      return Optional.empty();
    }
    @Nullable Suggestion best = null;
    String[] wantedSegments = segments(wanted);
    for (String path : around(wanted, namesakes)) {
      int distance = distance(wantedSegments, segments(path));
      if (best == null || distance < best.distance()) {
        best = new Suggestion(path, distance);
      }
    }
    boolean only = namesakes.size() == 1;
    return Optional.ofNullable(best).filter(near -> only || near.distance() <= MAX_DISTANCE);
  }

  /**
   * How many folders stand between what both begin with and what both end with, on the longer side.
   */
  private static int distance(String[] left, String[] right) {
    int leftEnd = left.length - 1;
    int rightEnd = right.length - 1;
    int start = 0;
    while (start < leftEnd && start < rightEnd && left[start].equals(right[start])) {
      start++;
    }
    while (leftEnd > start && rightEnd > start && left[leftEnd - 1].equals(right[rightEnd - 1])) {
      leftEnd--;
      rightEnd--;
    }
    return Math.max(leftEnd, rightEnd) - start;
  }

  private static String[] segments(String path) {
    return CorpusPath.trimmed(path).split("/", -1);
  }

  /** In the order of the paths. */
  private static Collection<String> around(String wanted, NavigableSet<String> paths) {
    if (paths.size() <= MAX_COMPARED) {
      return paths;
    }
    Deque<String> near = new ArrayDeque<>(MAX_COMPARED);
    paths.headSet(wanted, false).descendingSet().stream()
        .limit(MAX_COMPARED / 2)
        .forEach(near::addFirst);
    paths.tailSet(wanted, true).stream().limit(MAX_COMPARED / 2).forEach(near::addLast);
    return near;
  }
}

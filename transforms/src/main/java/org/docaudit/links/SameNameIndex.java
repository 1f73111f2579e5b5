package org.docaudit.links;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
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

  /** Replaced folders up to which a namesake is near. */
  static final int MAX_DISTANCE = 2;

  /**
   * What every project in a corpus has for itself, with whatever stands behind a dot or hyphen; in
   * capitals by custom, unlike pages.
   */
  private static final Set<String> PROJECT_FILES =
      Set.of(
          "LICENCE",
          "LICENSE",
          "COPYING",
          "COPYRIGHT",
          "NOTICE",
          "AUTHORS",
          "MAINTAINERS",
          "CODEOWNERS",
          "CONTRIBUTING",
          "CONTRIBUTORS",
          "CHANGELOG",
          "CHANGES",
          "HISTORY",
          "NEWS",
          "GOVERNANCE",
          "CODE_OF_CONDUCT",
          "SECURITY",
          "SUPPORT");

  private final TargetKeys keys;
  private final Map<String, NavigableSet<String>> byName = new HashMap<>();

  public SameNameIndex(LinkRules rules) {
    this.keys = new TargetKeys(rules);
  }

  /**
   * The name by which a path's facts and questions meet: without extension, letter case and
   * normalisation. Empty where the name is one that every folder may have ({@code README}, {@code
   * LICENSE}) and so says nothing: then neither fact nor question need be sent.
   */
  public static Optional<String> key(TargetKeys keys, String path) {
    String written = CorpusPath.nameOf(path);
    String name = keys.ofName(path);
    return name.isEmpty() || GenericNames.contains(name) || isOfAnyProject(written)
        ? Optional.empty()
        : Optional.of(name);
  }

  private static boolean isOfAnyProject(String name) {
    int end = 0;
    while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != '-') {
      end++;
    }
    return PROJECT_FILES.contains(name.substring(0, end));
  }

  /** A file exists, or a folder, whose path then ends in a slash. */
  public void add(String path) {
    key(keys, path)
        .ifPresent(name -> byName.computeIfAbsent(name, unused -> new TreeSet<>()).add(path));
  }

  /**
   * The path of the same name in the same corpus with the fewest folders replaced; none where
   * several such are equally near, as nothing then tells which is meant. As other parts of the
   * corpus have pages of their own, it must be the only one of its name, lie below the same
   * outermost folder as the document or the wanted path, or have a folder in common with the
   * latter. One that is far away must do the first and the second.
   */
  public Optional<Suggestion> nearestByName(LinkQuestion wanted) {
    @Nullable NavigableSet<String> all = key(keys, wanted.path()).map(byName::get).orElse(null);
    if (all == null) {
      return Optional.empty();
    }
    NavigableSet<String> namesakes = inCorpus(wanted.home().corpus(), all);
    @Nullable Suggestion best = null;
    boolean single = true;
    for (String path : around(wanted.path(), namesakes)) {
      Suggestion near = new Suggestion(path, distance(segments(wanted.path()), segments(path)));
      if (!isLikely(near, wanted, namesakes.size() == 1)) {
        continue;
      }
      if (best == null || near.distance() < best.distance()) {
        best = near;
        single = true;
      } else if (near.distance() == best.distance()) {
        single = false;
      }
    }
    return single ? Optional.ofNullable(best) : Optional.empty();
  }

  private static boolean isLikely(Suggestion near, LinkQuestion wanted, boolean only) {
    boolean atHome = isBelow(near, wanted);
    if (near.distance() > MAX_DISTANCE) {
      return only && atHome;
    }
    int folders = Math.max(segments(wanted.path()).length, segments(near.path()).length) - 1;
    return only || atHome || near.distance() < folders;
  }

  private static NavigableSet<String> inCorpus(String corpus, NavigableSet<String> paths) {
    // The slash at its end has '0' behind it in the order of strings.
    return corpus.isEmpty()
        ? paths
        : paths.subSet(corpus, true, CorpusPath.trimmed(corpus) + "0", false);
  }

  private static boolean isBelow(Suggestion near, LinkQuestion wanted) {
    LinkQuestion.Home home = wanted.home();
    return near.path().startsWith(home.folder())
        || near.path().startsWith(LinkQuestion.Home.of(wanted.path(), home.corpus()).folder());
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

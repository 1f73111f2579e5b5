package org.docaudit.pipeline.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.docaudit.pipeline.report.HeadingRow;

/**
 * Finds the heading that took the place of another in the same document.
 *
 * <p>Headings whose anchor is in both runs hold their places. Between the two that stand around the
 * lost heading a new one of its level takes its place where their texts are alike, or where each is
 * the only one there. Elsewhere a new heading does where the texts are nearly the same.
 */
final class RewordedHeadings {

  /** Likeness of texts, 0 to 1, from which a heading in the same place counts. */
  private static final double ALIKE = 0.5;

  /** Likeness of texts, 0 to 1, from which a heading counts wherever it stands. */
  private static final double NEARLY_SAME = 0.75;

  private final List<HeadingRow> before;
  private final List<HeadingRow> after;
  private final Map<String, Integer> placesBefore;
  private final Map<String, Integer> placesAfter;

  /**
   * Compares the headings of a document.
   *
   * @param before in the earlier run, in their order
   * @param after in the later run
   */
  RewordedHeadings(List<HeadingRow> before, List<HeadingRow> after) {
    this.before = before;
    this.after = after;
    this.placesBefore = places(before);
    this.placesAfter = places(after);
  }

  private static Map<String, Integer> places(List<HeadingRow> headings) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < headings.size(); i++) {
      places.putIfAbsent(headings.get(i).anchor(), i);
    }
    return places;
  }

  /** The heading that had an anchor in the earlier run. */
  Optional<HeadingRow> lost(String anchor) {
    return Optional.ofNullable(placesBefore.get(anchor)).map(before::get);
  }

  /** Whether a heading has the anchor in the later run. */
  boolean isThere(String anchor) {
    return placesAfter.containsKey(anchor);
  }

  /** What took the place of a heading that is lost. */
  Optional<HeadingRow> replacement(HeadingRow lost) {
    int place = placesBefore.getOrDefault(lost.anchor(), 0);
    int start = place;
    while (start > 0 && !placesAfter.containsKey(before.get(start - 1).anchor())) {
      start--;
    }
    int end = place + 1;
    while (end < before.size() && !placesAfter.containsKey(before.get(end).anchor())) {
      end++;
    }
    int from = start == 0 ? 0 : placesAfter.get(before.get(start - 1).anchor()) + 1;
    int to = end == before.size() ? after.size() : placesAfter.get(before.get(end).anchor());
    List<HeadingRow> here = from < to ? added(after.subList(from, to), lost.level()) : List.of();
    Optional<HeadingRow> alike = mostAlike(lost, here, ALIKE);
    if (alike.isPresent()) {
      return alike;
    }
    long lostHere =
        before.subList(start, end).stream().filter(each -> each.level() == lost.level()).count();
    if (here.size() == 1 && lostHere == 1) {
      return Optional.of(here.get(0));
    }
    return mostAlike(lost, added(after, 0), NEARLY_SAME);
  }

  /** Headings that the earlier run does not have; of one level, or of all where it is 0. */
  private List<HeadingRow> added(List<HeadingRow> headings, int level) {
    return headings.stream()
        .filter(each -> level == 0 || each.level() == level)
        .filter(each -> !placesBefore.containsKey(each.anchor()))
        .toList();
  }

  private static Optional<HeadingRow> mostAlike(
      HeadingRow lost, List<HeadingRow> candidates, double least) {
    HeadingRow best = null;
    double most = least;
    for (HeadingRow candidate : candidates) {
      double likeness = likeness(lost.text(), candidate.text());
      if (likeness > most || (likeness == most && best == null)) {
        best = candidate;
        most = likeness;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The share of the words of both that are the same, or of pairs of letters if that is more. */
  static double likeness(String a, String b) {
    return Math.max(share(words(a), words(b)), share(pairs(a), pairs(b)));
  }

  private static double share(Set<String> a, Set<String> b) {
    Set<String> shared = new HashSet<>(a);
    shared.retainAll(b);
    int all = a.size() + b.size() - shared.size();
    return all == 0 ? 0 : (double) shared.size() / all;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>(List.of(folded(text).split("[^\\p{L}\\p{N}]+")));
    words.remove("");
    return words;
  }

  private static Set<String> pairs(String text) {
    String folded = folded(text);
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < folded.length(); i++) {
      pairs.add(folded.substring(i, i + 2));
    }
    return pairs;
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}

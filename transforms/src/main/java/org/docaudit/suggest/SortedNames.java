package org.docaudit.suggest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Names that many questions are asked of: is it there, is it there in other letter case, which is
 * nearest. Answers do not depend on the order in which the names came.
 *
 * <p>The work of a question is bounded: finding a name is a binary search, and {@link #nearest}
 * compares at most {@value #MAX_COMPARED} names. Where there are more, it compares those that stand
 * next to the wanted one when sorted by their beginning and by their end, which finds an edit
 * anywhere in a name unless very many names share what stands before and what stands after it.
 * Built in n log n; not thread-safe, as the second order is made when first needed.
 */
public final class SortedNames {
  /** A page with more headings or a folder with more files than this is rare. */
  static final int MAX_COMPARED = 1000;

  private static final Comparator<String> BY_BEGINNING =
      String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());
  private static final Comparator<String> BY_END =
      ((Comparator<String>) SortedNames::compareEnds).thenComparing(Comparator.naturalOrder());

  /** Makes a binary search end before the first of all that are equal but for letter case. */
  private static final Comparator<String> NEVER_EQUAL =
      (element, wanted) -> String.CASE_INSENSITIVE_ORDER.compare(element, wanted) < 0 ? -1 : 1;

  private final String[] byBeginning;
  private String @Nullable [] byEnd;

  private SortedNames(String[] byBeginning) {
    this.byBeginning = byBeginning;
  }

  /** Duplicates do no harm. */
  public static SortedNames of(Collection<String> names) {
    String[] sorted = names.toArray(String[]::new);
    Arrays.sort(sorted, BY_BEGINNING);
    return new SortedNames(sorted);
  }

  /** Whether the name is there exactly as written. */
  public boolean contains(String name) {
    return Arrays.binarySearch(byBeginning, name, BY_BEGINNING) >= 0;
  }

  /** The name itself, else the first one that equals it but for letter case. */
  public Optional<String> inAnyCase(String name) {
    if (contains(name)) {
      return Optional.of(name);
    }
    int first = -Arrays.binarySearch(byBeginning, name, NEVER_EQUAL) - 1;
    return first < byBeginning.length && byBeginning[first].equalsIgnoreCase(name)
        ? Optional.of(byBeginning[first])
        : Optional.empty();
  }

  /** The nearest name by the rule of {@link NearestName}. */
  public Optional<String> nearest(String name) {
    if (byBeginning.length <= MAX_COMPARED) {
      return NearestName.of(name, Arrays.asList(byBeginning));
    }
    Optional<String> sameLetters = inAnyCase(name);
    if (sameLetters.isPresent() || NearestName.bound(name.length()) == 0) {
      return sameLetters;
    }
    if (byEnd == null) {
      byEnd = byBeginning.clone();
      Arrays.sort(byEnd, BY_END);
    }
    List<String> neighbours = new ArrayList<>(MAX_COMPARED);
    neighbours.addAll(around(name, byBeginning, BY_BEGINNING));
    neighbours.addAll(around(name, byEnd, BY_END));
    return NearestName.of(name, neighbours);
  }

  private static List<String> around(String name, String[] sorted, Comparator<String> order) {
    int found = Arrays.binarySearch(sorted, name, order);
    int middle = found >= 0 ? found : -found - 1;
    int from = Math.max(0, middle - MAX_COMPARED / 4);
    return Arrays.asList(sorted).subList(from, Math.min(sorted.length, from + MAX_COMPARED / 2));
  }

  private static int compareEnds(String left, String right) {
    int common = Math.min(left.length(), right.length());
    for (int i = 1; i <= common; i++) {
      char a = folded(left.charAt(left.length() - i));
      char b = folded(right.charAt(right.length() - i));
      if (a != b) {
        return Character.compare(a, b);
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /** As {@link String#CASE_INSENSITIVE_ORDER} folds. */
  private static char folded(char letter) {
    return Character.toLowerCase(Character.toUpperCase(letter));
  }
}

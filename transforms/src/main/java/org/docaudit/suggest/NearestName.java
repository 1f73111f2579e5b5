package org.docaudit.suggest;

import java.util.Collection;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The known name that a misspelt one most likely means: an option, a field, an anchor, a file.
 *
 * <p>Names are compared without regard to letter case. A candidate is near when at most {@link
 * #bound} single characters (UTF-16 units) were inserted, dropped, replaced or swapped with their
 * neighbour. Of several, the one that equals the name as written wins, then the least distance,
 * then the lexicographically first. The answer does not depend on the order of the candidates.
 * Methods are thread-safe; the time is proportional to the number of candidates, most of which are
 * dismissed by their length alone.
 */
public final class NearestName {
  /** Longer names are compared for equality (but for case) only: they are no typing errors. */
  static final int MAX_LENGTH = 256;

  private static final int MAX_DISTANCE = 3;

  private NearestName() {}

  /**
   * How many edits a name of this length may be away: about a third of it, at most 3. A single
   * character has no near names, two have those at distance 1.
   */
  public static int bound(int length) {
    return length > MAX_LENGTH ? 0 : Math.min(MAX_DISTANCE, (length + 1) / 3);
  }

  /** The nearest of the candidates, or empty where none is near. */
  public static Optional<String> of(String name, Collection<String> candidates) {
    int bound = bound(name.length());
    char[] wanted = folded(name, new char[name.length()]);
    char[] other = new char[name.length() + bound];
    EditDistance distance = new EditDistance();
    @Nullable String best = null;
    for (String candidate : candidates) {
      if (candidate.equals(name)) {
        return Optional.of(candidate);
      }
      // The bound shrinks to the best distance so far; equal ones still compete by order.
      if (Math.abs(candidate.length() - name.length()) > bound) {
        continue;
      }
      folded(candidate, other);
      int found = distance.within(bound, wanted, name.length(), other, candidate.length());
      if (found < bound || (found == bound && (best == null || candidate.compareTo(best) < 0))) {
        best = candidate;
        bound = found;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * Lower case unit by unit, which keeps the length; by upper case first, so that letters with one
   * upper case and two lower ones (Greek sigma) meet.
   */
  private static char[] folded(String name, char[] into) {
    for (int i = 0; i < name.length(); i++) {
      into[i] = Character.toLowerCase(Character.toUpperCase(name.charAt(i)));
    }
    return into;
  }
}

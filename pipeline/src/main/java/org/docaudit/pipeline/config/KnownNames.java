package org.docaudit.pipeline.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The known name nearest to an unknown one: an option, a key, a rule.
 *
 * <p>There is always an answer, however far it is, because whoever wrote the name meant one of
 * them. Letter case and punctuation do not count ({@code --failon} is {@code --fail-on}), and the
 * beginning of a known name is nearer than any other.
 */
public final class KnownNames {
  /** Longer names are cut before they are compared; no known name is half as long. */
  private static final int MAX_LENGTH = 100;

  private KnownNames() {}

  /** The nearest of the candidates, the first of several; there must be one at least. */
  public static String nearest(String name, Collection<String> candidates) {
    String folded = fold(name);
    return candidates.stream()
        .min(Comparator.comparingInt(candidate -> distance(folded, fold(candidate))))
        .orElseThrow();
  }

  private static int distance(String name, String candidate) {
    int edits = LevenshteinDistance.getDefaultInstance().apply(name, candidate);
    boolean abbreviates = !name.isEmpty() && candidate.startsWith(name);
    return abbreviates ? Math.min(edits, 1) : edits;
  }

  private static String fold(String name) {
    String cut = name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) : name;
    return cut.toLowerCase(Locale.ROOT).replaceAll("[-_./ ]", "");
  }
}

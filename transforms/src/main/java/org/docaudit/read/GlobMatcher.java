package org.docaudit.read;

import java.util.BitSet;

/**
 * Matches wildcards by running through all alternatives at once, so that no pattern takes more
 * steps than its length times the path's. Backtracking matchers take hours for {@code
 * *a*a*a*a*a*a*b}: a file in the corpus could halt the audit.
 *
 * <p>Immutable, hence safe for threads.
 */
final class GlobMatcher {
  /** {@code ?}: one code point that is no slash. */
  static final int ANY = -1;

  /** {@code *}: any number of code points that are no slash. */
  static final int STAR = -2;

  /** {@code **}: anything. */
  static final int GLOBSTAR = -3;

  /** Before {@link #GLOBSTAR} and a slash: both may be left out. */
  static final int OPTIONAL = -4;

  /** This and what is below it: the sets, counted downwards. */
  static final int SET = -5;

  private final int[] tokens;
  private final CharacterSet[] sets;

  /**
   * @param tokens literal code points, or the constants above
   */
  GlobMatcher(int[] tokens, CharacterSet[] sets) {
    this.tokens = tokens;
    this.sets = sets;
  }

  /** Whether the text from an index to its end matches as a whole. */
  boolean matches(String text, int from) {
    BitSet now = new BitSet(tokens.length + 1);
    BitSet next = new BitSet(tokens.length + 1);
    enter(now, 0);
    int i = from;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      next.clear();
      for (int at = now.nextSetBit(0); at >= 0 && at < tokens.length; at = now.nextSetBit(at + 1)) {
        step(next, at, c);
      }
      if (next.isEmpty()) {
        return false;
      }
      BitSet swap = now;
      now = next;
      next = swap;
    }
    return now.get(tokens.length);
  }

  private void step(BitSet next, int at, int c) {
    int token = tokens[at];
    if (token == GLOBSTAR || (token == STAR && c != '/')) {
      enter(next, at);
    } else if (token == c
        || (token == ANY && c != '/')
        || (token <= SET && sets[SET - token].contains(c))) {
      enter(next, at + 1);
    }
  }

  /** Marks a place and those reached from it without a character. */
  private void enter(BitSet places, int place) {
    int at = place;
    while (true) {
      places.set(at);
      if (at == tokens.length) {
        return;
      } else if (tokens[at] == STAR || tokens[at] == GLOBSTAR) {
        at++;
      } else if (tokens[at] == OPTIONAL) {
        // Never deep: GlobSyntax leaves no two of these in a row.
        enter(places, at + 3);
        at++;
      } else {
        return;
      }
    }
  }
}

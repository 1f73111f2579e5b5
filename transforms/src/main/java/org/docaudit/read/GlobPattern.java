package org.docaudit.read;

import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * One pattern of a {@code .gitignore} file, by the rules of gitignore(5) and, where that page is
 * silent, of git's dir.c. Malformed patterns never match.
 *
 * <p>Differs from git in that {@code ?} and {@code [...]} match code points, not bytes. Immutable.
 */
final class GlobPattern {
  /** Longer patterns than any path can be are taken as malformed; bounds the work of a match. */
  private static final int MAX_LENGTH = 4096;

  private final Skip skip;
  private final boolean negated;
  private final boolean foldersOnly;
  private final boolean nameOnly;

  /** What the text must begin with, or with {@link #suffixOnly} end with. */
  private final String literal;

  private final boolean suffixOnly;

  /** What follows the literal, or null where nothing does. */
  private final @Nullable GlobMatcher matcher;

  private GlobPattern(
      Skip skip,
      boolean negated,
      boolean foldersOnly,
      boolean nameOnly,
      String literal,
      boolean suffixOnly,
      @Nullable GlobMatcher matcher) {
    this.skip = skip;
    this.negated = negated;
    this.foldersOnly = foldersOnly;
    this.nameOnly = nameOnly;
    this.literal = literal;
    this.suffixOnly = suffixOnly;
    this.matcher = matcher;
  }

  /**
   * The pattern, or empty where it can never match.
   *
   * @param text without line end, trailing spaces or comment
   * @param skip what is to be said of documents that it leaves out
   */
  static Optional<GlobPattern> parse(String text, Skip skip) {
    boolean negated = text.startsWith("!");
    String pattern = negated ? text.substring(1) : text;
    boolean foldersOnly = pattern.endsWith("/");
    if (foldersOnly) {
      pattern = pattern.substring(0, pattern.length() - 1);
    }
    boolean nameOnly = pattern.indexOf('/') < 0;
    if (pattern.startsWith("/")) {
      pattern = pattern.substring(1);
    }
    if (pattern.isEmpty() || pattern.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    int literalLength = GlobSyntax.literalLength(pattern);
    String literal = pattern.substring(0, literalLength);
    GlobMatcher matcher = null;
    boolean suffixOnly = false;
    if (literalLength < pattern.length()) {
      String tail = pattern.substring(1);
      suffixOnly =
          nameOnly && pattern.startsWith("*") && GlobSyntax.literalLength(tail) == tail.length();
      if (suffixOnly) {
        literal = tail;
      } else {
        // As in git, ** right after the literal beginning counts as beginning a segment.
        matcher = GlobSyntax.compile(pattern.substring(literalLength));
        if (matcher == null) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(
        new GlobPattern(skip, negated, foldersOnly, nameOnly, literal, suffixOnly, matcher));
  }

  boolean negated() {
    return negated;
  }

  Skip skip() {
    return skip;
  }

  /**
   * Whether the pattern matches a file or folder itself (not one above it).
   *
   * @param base index in the path where the part begins that the pattern is relative to
   * @param name index in the path where its last name begins
   */
  boolean matches(String path, int base, int name, boolean folder) {
    if (foldersOnly && !folder) {
      return false;
    }
    if (suffixOnly) {
      return path.length() - name >= literal.length() && path.endsWith(literal);
    }
    int from = nameOnly ? name : base;
    if (!path.startsWith(literal, from)) {
      return false;
    }
    int rest = from + literal.length();
    return matcher == null ? rest == path.length() : matcher.matches(path, rest);
  }
}

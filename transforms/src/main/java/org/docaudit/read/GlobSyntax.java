package org.docaudit.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Compiles the wildcards of a {@code .gitignore} pattern into a {@link GlobMatcher}. The grammar is
 * that of git's wildmatch.c with WM_PATHNAME, but over code points where git matches bytes.
 */
final class GlobSyntax {
  /** Letters that begin a wildcard or an escape. */
  private static final String SPECIAL = "*?[\\";

  private final String pattern;
  private final List<Integer> tokens = new ArrayList<>();
  private final List<CharacterSet> sets = new ArrayList<>();
  private int next;

  private GlobSyntax(String pattern) {
    this.pattern = pattern;
  }

  /** The matcher, or null where the pattern is malformed and, as in git, never matches. */
  static @Nullable GlobMatcher compile(String pattern) {
    GlobSyntax syntax = new GlobSyntax(pattern);
    if (!syntax.readAll()) {
      return null;
    }
    return new GlobMatcher(
        syntax.tokens.stream().mapToInt(Integer::intValue).toArray(),
        syntax.sets.toArray(new CharacterSet[0]));
  }

  /** Index of the first wildcard or escape, or the pattern's length. */
  static int literalLength(String pattern) {
    int i = 0;
    while (i < pattern.length() && SPECIAL.indexOf(pattern.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private boolean readAll() {
    while (next < pattern.length()) {
      char c = pattern.charAt(next);
      if (c == '*') {
        readStars();
      } else if (c == '?') {
        next++;
        tokens.add(GlobMatcher.ANY);
      } else if (c == '[') {
        if (!readSet()) {
          return false;
        }
      } else {
        if (c == '\\' && ++next == pattern.length()) {
          return false;
        }
        readLiteral();
      }
    }
    return true;
  }

  private void readLiteral() {
    int c = pattern.codePointAt(next);
    next += Character.charCount(c);
    tokens.add(c);
  }

  private void readStars() {
    int start = next;
    while (next < pattern.length() && pattern.charAt(next) == '*') {
      next++;
    }
    boolean atSegmentStart = start == 0 || pattern.charAt(start - 1) == '/';
    boolean slash = pattern.startsWith("/", next);
    boolean atSegmentEnd = next == pattern.length() || slash || pattern.startsWith("\\/", next);
    if (next - start < 2 || !atSegmentStart || !atSegmentEnd) {
      tokens.add(GlobMatcher.STAR);
    } else if (!slash) {
      tokens.add(GlobMatcher.GLOBSTAR);
    } else {
      next++;
      readAnyFolders();
    }
  }

  /** {@code **}{@code /}: any number of folders, none included; repeated it means the same. */
  private void readAnyFolders() {
    List<Integer> anyFolders = Arrays.asList(GlobMatcher.OPTIONAL, GlobMatcher.GLOBSTAR, (int) '/');
    int size = tokens.size();
    if (size < 3 || !tokens.subList(size - 3, size).equals(anyFolders)) {
      tokens.addAll(anyFolders);
    }
  }

  private boolean readSet() {
    CharacterSet.Parser parser = new CharacterSet.Parser(pattern, next + 1);
    CharacterSet set = parser.parse();
    if (set == null) {
      return false;
    }
    next = parser.end();
    tokens.add(GlobMatcher.SET - sets.size());
    sets.add(set);
    return true;
  }
}

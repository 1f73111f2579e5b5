package org.docaudit.read;

import java.util.List;

/** Patterns of paths, in the syntax and with the meaning of {@link ListingOptions#include()}. */
public final class PathPatterns {

  private final PatternList patterns;

  private PathPatterns(PatternList patterns) {
    this.patterns = patterns;
  }

  /** Patterns of which one that matches is enough. */
  public static PathPatterns of(List<String> patterns) {
    return new PathPatterns(PatternList.ofOption("paths", patterns, SkipReason.NOT_INCLUDED));
  }

  /** Whether one matches the path, or a folder that it lies in. */
  public boolean matches(String path) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (matches(path.substring(0, slash), true)) {
        return true;
      }
    }
    return matches(path, false);
  }

  private boolean matches(String path, boolean folder) {
    GlobPattern match = patterns.lastMatch(path, 0, path.lastIndexOf('/') + 1, folder);
    return match != null && !match.negated();
  }
}

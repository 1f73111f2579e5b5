package org.docaudit.links;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.Serializable;
import java.util.List;

/**
 * The patterns of {@code links.ignore}: links whose target, as written, has a match anywhere are
 * ignored. RE2 syntax, so that matching takes time linear in the target. Immutable and thread-safe.
 */
public final class LinkPatterns implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final LinkPatterns NONE = new LinkPatterns(List.of());

  private final List<Pattern> patterns;

  private LinkPatterns(List<Pattern> patterns) {
    this.patterns = patterns;
  }

  /**
   * Compiles the patterns.
   *
   * @throws IllegalArgumentException naming the first pattern that is not RE2 syntax, and why
   */
  public static LinkPatterns of(List<String> patterns) {
    return new LinkPatterns(patterns.stream().map(LinkPatterns::compiled).toList());
  }

  /** Whether a target is to be ignored. */
  public boolean ignores(String target) {
    for (Pattern pattern : patterns) {
      if (pattern.matcher(target).find()) {
        return true;
      }
    }
    return false;
  }

  private static Pattern compiled(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "links.ignore: pattern '" + pattern + "' is not valid: " + e.getDescription(), e);
    }
  }
}

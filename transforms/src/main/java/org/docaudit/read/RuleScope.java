package org.docaudit.read;

import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The ignore rules of one file, and around them those that they override: of the same folder, then
 * of the folders above.
 *
 * @param base index in paths where the part begins that the patterns are relative to
 */
record RuleScope(@Nullable RuleScope outer, PatternList patterns, int base) {

  /** The scope within the outer one; the outer one itself where there are no patterns. */
  static @Nullable RuleScope within(@Nullable RuleScope outer, PatternList patterns, int base) {
    return patterns.isEmpty() ? outer : new RuleScope(outer, patterns, base);
  }

  /** What the rules say of a file or folder itself, or null where nothing leaves it out. */
  static @Nullable Skip skip(@Nullable RuleScope scope, String path, int name, boolean folder) {
    for (RuleScope s = scope; s != null; s = s.outer) {
      GlobPattern match = s.patterns.lastMatch(path, s.base, name, folder);
      if (match != null) {
        return match.negated() ? null : match.skip();
      }
    }
    return null;
  }
}

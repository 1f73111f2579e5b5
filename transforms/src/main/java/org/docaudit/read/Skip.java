package org.docaudit.read;

import java.io.Serializable;
import java.util.Objects;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Why a document is left out. One instance is shared by all files that one rule leaves out.
 *
 * @param rule where the rule stands and its text, such as {@code docs/.gitignore:3: *.tmp.md}
 *     (relative to the repository, or else to the corpus), or null where the reason says it all
 */
public record Skip(SkipReason reason, @Nullable String rule) implements Serializable {
  static final Skip HIDDEN = new Skip(SkipReason.HIDDEN, null);
  static final Skip NOT_INCLUDED = new Skip(SkipReason.NOT_INCLUDED, null);
  static final Skip NOT_SELECTED = new Skip(SkipReason.NOT_SELECTED, null);
  static final Skip SYMLINK_OUTSIDE = new Skip(SkipReason.SYMLINK_OUTSIDE, null);
  static final Skip REPORT = new Skip(SkipReason.REPORT, null);

  public Skip {
    Objects.requireNonNull(reason, "reason");
  }
}

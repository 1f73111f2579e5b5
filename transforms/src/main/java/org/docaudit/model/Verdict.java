package org.docaudit.model;

import java.io.Serializable;
import java.util.Objects;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The verdict on one link.
 *
 * @param reason null exactly when the status is {@link LinkStatus#OK}
 * @param resolvedPath the corpus path that the target resolves to, or null where there is none; a
 *     folder's path ends in {@code /}
 * @param suggestion the nearest existing target, written as a corpus path with fragment where one
 *     belongs to it, or null
 */
public record Verdict(
    LinkStatus status,
    @Nullable LinkReason reason,
    @Nullable String resolvedPath,
    @Nullable String suggestion)
    implements Serializable {

  public Verdict {
    Objects.requireNonNull(status, "status");
    if ((reason == null) != (status == LinkStatus.OK)
        || (reason != null && reason.status() != status)) {
      throw new IllegalArgumentException("status " + status + " with reason " + reason);
    }
  }

  public static Verdict ok(@Nullable String resolvedPath) {
    return new Verdict(LinkStatus.OK, null, resolvedPath, null);
  }

  public static Verdict of(LinkReason reason) {
    return new Verdict(reason.status(), reason, null, null);
  }

  public static Verdict of(LinkReason reason, @Nullable String resolvedPath) {
    return new Verdict(reason.status(), reason, resolvedPath, null);
  }

  /** The same verdict with a suggestion. */
  public Verdict suggesting(@Nullable String target) {
    return new Verdict(status, reason, resolvedPath, target);
  }
}

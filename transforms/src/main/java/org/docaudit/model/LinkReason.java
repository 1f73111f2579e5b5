package org.docaudit.model;

import java.util.Locale;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Why a link has a verdict other than {@link LinkStatus#OK}. */
public enum LinkReason {
  MISSING_FILE(LinkStatus.BROKEN, Rule.LINK_MISSING_FILE),
  MISSING_ANCHOR(LinkStatus.BROKEN, Rule.LINK_MISSING_ANCHOR),
  CASE_MISMATCH(LinkStatus.BROKEN, Rule.LINK_CASE_MISMATCH),
  OUTSIDE_CORPUS(LinkStatus.BROKEN, Rule.LINK_OUTSIDE_CORPUS),
  EMPTY_TARGET(LinkStatus.BROKEN, Rule.LINK_EMPTY_TARGET),
  INVALID_URL(LinkStatus.BROKEN, Rule.LINK_INVALID_URL),
  /** An external URL; checking those is not this audit's work. */
  EXTERNAL(LinkStatus.UNCHECKED, null),
  /** An anchor into a file that is not a document. */
  ANCHOR_IN_OTHER_FILE(LinkStatus.UNCHECKED, null),
  /** An anchor into a document that was listed but not read. */
  ANCHOR_IN_UNREAD_DOCUMENT(LinkStatus.UNCHECKED, null),
  /** A target that a template engine completes ({@code {{ site.url }}/x}). */
  TEMPLATE(LinkStatus.UNCHECKED, null),
  /** {@code mailto:}, {@code tel:}, {@code data:}, {@code javascript:}. */
  SCHEME(LinkStatus.IGNORED, null),
  /** Matches a pattern of {@code links.ignore}. */
  CONFIGURED(LinkStatus.IGNORED, null);

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final LinkStatus status;
  private final @Nullable Rule rule;

  LinkReason(LinkStatus status, @Nullable Rule rule) {
    this.status = status;
    this.rule = rule;
  }

  /** The name as it stands in reports, such as {@code missing-file}. */
  public String id() {
    return id;
  }

  public LinkStatus status() {
    return status;
  }

  /** The rule whose finding a broken link gives; empty unless the status is broken. */
  public Optional<Rule> rule() {
    return Optional.ofNullable(rule);
  }
}

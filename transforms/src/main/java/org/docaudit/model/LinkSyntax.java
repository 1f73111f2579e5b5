package org.docaudit.model;

import java.util.Locale;

/** How a link is written. */
public enum LinkSyntax {
  /** {@code [text](target)}. */
  INLINE,
  /** {@code [text][label]}, {@code [label][]} or {@code [label]}. */
  REFERENCE,
  /** {@code <https://example.org>} or a bare URL (GFM). */
  AUTOLINK,
  /** {@code ![alt](target)}, inline or by reference. */
  IMAGE,
  /** {@code href} or {@code src} of a raw HTML element. */
  HTML;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name as it stands in reports. */
  public String id() {
    return id;
  }
}

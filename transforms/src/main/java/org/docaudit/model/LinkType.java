package org.docaudit.model;

import java.util.Locale;

/** Where a link points. */
public enum LinkType {
  /** To a path, absolute or relative, inside or outside the corpus. */
  INTERNAL,
  /** To a URL with a scheme or an authority. */
  EXTERNAL,
  /** To a fragment of the same document ({@code #anchor}). */
  ANCHOR;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name as it stands in reports. */
  public String id() {
    return id;
  }
}

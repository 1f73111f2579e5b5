package org.docaudit.model;

import java.util.Locale;

/** The verdict on a link; every link has exactly one. */
public enum LinkStatus {
  OK,
  BROKEN,
  /** Nothing in the corpus can tell. */
  UNCHECKED,
  /** Left out on purpose: by scheme or by configuration. */
  IGNORED;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name as it stands in reports. */
  public String id() {
    return id;
  }
}

package org.docaudit.model;

import java.util.Locale;

/** How a document's frontmatter is written. */
public enum FrontmatterFormat {
  NONE,
  /** {@code ---} to {@code ---} or {@code ...}. */
  YAML,
  /** {@code +++} to {@code +++}. */
  TOML,
  /** An object that begins with the document's first character. */
  JSON;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name as it stands in reports. */
  public String id() {
    return id;
  }
}

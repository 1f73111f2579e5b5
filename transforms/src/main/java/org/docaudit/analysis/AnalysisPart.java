package org.docaudit.analysis;

import java.util.Locale;

/** A part of what an engine does with a batch, whose time is measured. */
public enum AnalysisPart {
  /** Decoding, lines and words. */
  TEXT,
  HASH,
  FREQUENCIES,
  FRONTMATTER,
  MARKDOWN,
  /** Native only: Java objects, the tree of the frontmatter among them, out of the record. */
  TRANSFER;

  /** The name as it stands in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

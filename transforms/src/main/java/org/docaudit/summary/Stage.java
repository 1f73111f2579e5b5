package org.docaudit.summary;

import java.util.Locale;

/** A stage of an audit whose busy time is measured; times of parallel workers add up. */
public enum Stage {
  READ,
  ANALYZE,
  /** Compares the engines on a sample. */
  SHADOW,
  WORDS,
  LINKS,
  SUGGESTIONS,
  DUPLICATES,
  UNIQUENESS,
  /** Assembles the documents and writes the tables. */
  WRITE;

  /** The name as it stands in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

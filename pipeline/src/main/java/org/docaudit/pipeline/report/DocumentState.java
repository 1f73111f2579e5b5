package org.docaudit.pipeline.report;

import java.util.Locale;

/** What became of a document since the run that another is compared with. */
public enum DocumentState {
  /** Not in the earlier run, under any path. */
  ADDED,
  /** In the earlier run alone. */
  REMOVED,
  /** The same path, other content. */
  CHANGED,
  /** Recognised under another path. */
  RENAMED;

  /** The name as it stands in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

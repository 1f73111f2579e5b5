package org.docaudit.pipeline.report;

import java.util.Locale;

/** What became of a finding since the run that another is compared with. */
public enum FindingState {
  /** Not in the earlier run. */
  NEW,
  /** In both. */
  UNCHANGED,
  /** In the earlier run alone. */
  RESOLVED;

  /** The name as it stands in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

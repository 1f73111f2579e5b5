package org.docaudit.pipeline.compare;

import java.util.Locale;

/** Why a link that was not broken in the earlier run, or not there, is broken in the later one. */
public enum BreakCause {
  /** The target was renamed, or a folder that it is in. */
  TARGET_RENAMED,
  /** The document that has the link was renamed, and no folder of its target was. */
  SOURCE_RENAMED,
  /** The heading that the link means has another text, and so another anchor. */
  HEADING_REWORDED,
  /** The heading that the link means is gone, and none took its place. */
  HEADING_REMOVED,
  /** The anchor, which was no heading's, is gone. */
  ANCHOR_REMOVED,
  /** The document that the link means is gone. */
  PAGE_REMOVED,
  /** What the link means is no document, and is gone. */
  FILE_REMOVED,
  /** The target is as it was; links are read by another configuration. */
  CONFIGURATION_CHANGED,
  /** The earlier run has no such link in this document. */
  LINK_NEW;

  /** The name as it stands in reports, such as {@code target-renamed}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

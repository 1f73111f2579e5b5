package org.docaudit.reuse;

import java.util.Locale;

/** Why a document was read, or why its facts of an earlier run were kept. */
public enum ReadReason {
  /** Kept: size and modification time are those of the earlier run. */
  UNCHANGED(true),
  /** Kept: it was in doubt, and its bytes have the same hash. */
  SAME_CONTENT(true),
  /** Kept, and read all the same to see that its facts are those that were kept. */
  SAMPLE(true),
  /** Read: the earlier run did not have it. */
  NEW(false),
  /** Read: it has another size. */
  SIZE(false),
  /** Read: it has the same size and other bytes. */
  CONTENT(false),
  /** Read: what the configuration says of it has changed. */
  CONFIGURATION(false),
  /** Read: another build of docaudit, or another version of Java, read it before. */
  VERSION(false),
  /** Read: another engine read it before. */
  ENGINE(false),
  /** Read: it could not be read before. */
  FAILED(false),
  /** Read: what was kept of it is damaged. */
  DAMAGED(false);

  private final boolean kept;

  ReadReason(boolean kept) {
    this.kept = kept;
  }

  /** Whether the facts of the earlier run were used. */
  public boolean kept() {
    return kept;
  }

  /** The name as it stands in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

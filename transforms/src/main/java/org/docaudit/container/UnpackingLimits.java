package org.docaudit.container;

import org.docaudit.model.Rule;

/** Bounds on what a packed corpus may become, against archives made to exhaust their reader. */
final class UnpackingLimits {
  /**
   * Times that a container may grow. Markdown becomes a quarter to a tenth; deflate makes at most a
   * thousandth of anything.
   */
  static final long MAX_RATIO = 200;

  /**
   * Up to this size the ratio does not count: it does no harm, and a few equal lines are common.
   */
  static final long FREE_BYTES = 64L << 20;

  /** Of a container, unpacked. */
  static final long MAX_BYTES = 4L << 40;

  /** Of a record as JSON, or of a row group's columns that are read: held in memory as a whole. */
  static final int MAX_RECORD_BYTES = 256 << 20;

  /** Of a tar header, long names and extended attributes included. */
  static final int MAX_HEADER_BYTES = 1 << 20;

  private UnpackingLimits() {}

  /**
   * Checks sizes.
   *
   * @throws MemberException where they are those of a bomb
   */
  static void check(long unpacked, long packed) throws MemberException {
    if (unpacked > MAX_BYTES) {
      throw new MemberException(
          Rule.CORPUS_OVER_LIMIT, "it is larger than " + MAX_BYTES + " bytes once unpacked");
    } else if (unpacked > FREE_BYTES && unpacked / MAX_RATIO > packed) {
      throw new MemberException(
          Rule.CORPUS_OVER_LIMIT,
          "it is more than %d times as large once unpacked".formatted(MAX_RATIO));
    }
  }
}

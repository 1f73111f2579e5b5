package org.docaudit.analysis;

import org.docaudit.nativeudf.RecordReader;

/** Reads a position of the native kernel's record. */
public final class PositionRecord {

  private PositionRecord() {}

  /** The part {@code position} of a record. */
  public static Position read(RecordReader in) {
    return new Position(in.readCount(), in.readCount(), in.readNumber());
  }
}

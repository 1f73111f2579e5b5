package org.docaudit.analysis.text;

/**
 * How a document's bytes encode its characters. Told by the byte-order mark alone (Encoding
 * Standard, "BOM sniff"); without one it is UTF-8.
 */
public enum Encoding {
  UTF_8(3),
  UTF_16LE(2),
  UTF_16BE(2);

  private final int markLength;

  Encoding(int markLength) {
    this.markLength = markLength;
  }

  /** Bytes of this encoding's byte-order mark. */
  int markLength() {
    return markLength;
  }
}

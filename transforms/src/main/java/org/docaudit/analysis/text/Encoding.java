package org.docaudit.analysis.text;

/**
 * How a document's bytes encode its characters. Told by the byte-order mark alone (Encoding
 * Standard, "BOM sniff"); without one it is UTF-8.
 */
public enum Encoding {
  UTF_8("UTF-8", 3),
  UTF_16LE("UTF-16LE", 2),
  UTF_16BE("UTF-16BE", 2);

  private final String id;
  private final int markLength;

  Encoding(String id, int markLength) {
    this.id = id;
    this.markLength = markLength;
  }

  /** The encoding's name in the Encoding Standard. */
  public String id() {
    return id;
  }

  /** Bytes of this encoding's byte-order mark. */
  int markLength() {
    return markLength;
  }
}

package org.docaudit.analysis.text;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.Position;

/**
 * A decoded document: its text, and where each character of it stands in the original bytes.
 *
 * <p>UTF-8, or UTF-16 where a byte-order mark says so; the mark is not part of the text. Invalid
 * bytes never fail: each maximal subpart of an ill-formed sequence becomes U+FFFD, as the Encoding
 * Standard and Rust do. Lines end with LF, CR LF or CR.
 *
 * <p>Immutable and safe for threads; holds on to the given bytes, which must not change. Decoding
 * is linear in the bytes. A position costs a binary search over the lines and, unless the document
 * is ASCII, a walk of bounded length.
 */
public final class SourceText {

  private final byte[] bytes;
  private final Encoding encoding;
  private final int start;
  private final DecodedText decoded;
  private final LineStarts lines;

  /** Null where every character is one byte: an ASCII document in UTF-8. */
  private final @Nullable OffsetMap offsets;

  private SourceText(byte[] bytes, Encoding encoding, boolean mark) {
    this.bytes = bytes;
    this.encoding = encoding;
    start = mark ? encoding.markLength() : 0;
    decoded = DecodedText.decode(bytes, start, encoding);
    String text = decoded.text();
    lines = LineStarts.of(text);
    boolean utf8 = encoding == Encoding.UTF_8;
    // Every other character takes more UTF-8 bytes than chars, except an invalid byte.
    boolean ascii =
        utf8 && text.length() == bytes.length - start && decoded.invalidSequences() == 0;
    offsets = ascii ? null : new OffsetMap(text, bytes, start, utf8);
  }

  /** Decodes a document's bytes, which are kept and must not change. Accepts any bytes. */
  public static SourceText decode(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new SourceText(bytes, Encoding.UTF_8, true);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return new SourceText(bytes, Encoding.UTF_16BE, true);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return new SourceText(bytes, Encoding.UTF_16LE, true);
    }
    return new SourceText(bytes, Encoding.UTF_8, false);
  }

  /** The characters, without a byte-order mark, never with a lone surrogate. */
  public String text() {
    return decoded.text();
  }

  public Encoding encoding() {
    return encoding;
  }

  public boolean hasByteOrderMark() {
    return start > 0;
  }

  /** Offset in the original bytes of the first that is no part of a character, or -1. */
  public long firstInvalidByte() {
    return decoded.firstInvalidByte();
  }

  /** Where the first invalid byte stands, or null. */
  public @Nullable Position firstInvalidPosition() {
    long offset = firstInvalidByte();
    if (offset < 0) {
      return null;
    }
    int low = 0;
    int high = text().length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (position(middle).byteOffset() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return position(low);
  }

  /** How many U+FFFD of the text stand for invalid bytes. */
  public int invalidSequences() {
    return decoded.invalidSequences();
  }

  /** Line ends, plus one for a last line without; 0 for an empty text. */
  public int lines() {
    return lines.lines();
  }

  /**
   * The line of a char, from 1; a line end belongs to the line it ends.
   *
   * @param index from 0 to the text's length
   */
  public int lineOf(int index) {
    checkIndex(index);
    return lines.lineOf(index);
  }

  /**
   * The index in the text of a line's first char.
   *
   * @param line from 1 to {@code lineOf(text().length())}, which is one more than {@link #lines()}
   *     where the text ends with a line end or is empty
   */
  public int lineStart(int line) {
    return lines.startOf(line);
  }

  /**
   * Where a character stands. The second half of a surrogate pair stands where the first does; the
   * text's end stands behind its last character.
   *
   * @param index from 0 to the text's length
   */
  public Position position(int index) {
    checkIndex(index);
    int line = lines.lineOf(index);
    int lineStart = lines.startOf(line);
    if (offsets == null) {
      return new Position(line, index - lineStart + 1, (long) start + index);
    }
    int column = offsets.codePointsBefore(index) - offsets.codePointsBefore(lineStart) + 1;
    return new Position(line, column, offsets.byteOffset(index));
  }

  /** The document's own bytes, a byte-order mark included. Not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /** Where the text begins in them. */
  int firstByte() {
    return start;
  }

  private void checkIndex(int index) {
    if (index < 0 || index > text().length()) {
      throw new IndexOutOfBoundsException(
          "index " + index + " in a text of length " + text().length());
    }
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}

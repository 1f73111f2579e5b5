package org.docaudit.analysis.text;

/**
 * From an index in a decoded text to code points and original bytes, for texts that are not ASCII.
 * Remembers both at every {@value #BLOCK} chars, so that a look-up walks at most that far, in
 * whatever order it is asked, even where a document is one line of megabytes. Immutable.
 */
final class OffsetMap {

  private static final int BLOCK = 128;

  private final String text;
  private final byte[] bytes;
  private final boolean utf8;

  /** For each block, at the last character that begins at or before the block's first char. */
  private final int[] codePoints;

  private final int[] byteOffsets;

  OffsetMap(String text, byte[] bytes, int firstByte, boolean utf8) {
    this.text = text;
    this.bytes = bytes;
    this.utf8 = utf8;
    int blocks = text.length() / BLOCK + 1;
    codePoints = new int[blocks];
    byteOffsets = new int[blocks];
    byteOffsets[0] = firstByte;
    for (int block = 1; block < blocks; block++) {
      long there = walk(block - 1, block * BLOCK);
      codePoints[block] = (int) (there >>> 32);
      byteOffsets[block] = (int) there;
    }
  }

  /** Code points before the character that holds {@code index}. */
  int codePointsBefore(int index) {
    return (int) (walk(index / BLOCK, index) >>> 32);
  }

  /** Offset of the first byte of the character that holds {@code index}. */
  int byteOffset(int index) {
    if (index == text.length()) {
      // In UTF-16 the last U+FFFD may stand for a lone surrogate and an odd byte: three bytes.
      return bytes.length;
    }
    return (int) walk(index / BLOCK, index);
  }

  /** Code points in the upper half, byte offset in the lower. */
  private long walk(int block, int index) {
    int target = characterStart(index);
    int at = characterStart(block * BLOCK);
    int points = codePoints[block];
    int offset = byteOffsets[block];
    while (at < target) {
      if (utf8
          && at + Long.BYTES <= target
          && (EightBytes.load(bytes, offset) & EightBytes.HIGH) == 0) {
        at += Long.BYTES;
        offset += Long.BYTES;
        points += Long.BYTES;
        continue;
      }
      int chars = Character.isHighSurrogate(text.charAt(at)) ? 2 : 1;
      // In UTF-16 only an odd last byte is shorter than its char.
      offset +=
          utf8 ? Math.abs(Utf8.length(bytes, offset)) : Math.min(2 * chars, bytes.length - offset);
      at += chars;
      points++;
    }
    return ((long) points << 32) | offset;
  }

  private int characterStart(int index) {
    return index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index))
        ? index - 1
        : index;
  }
}

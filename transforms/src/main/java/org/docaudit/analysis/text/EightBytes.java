package org.docaudit.analysis.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at once in a long, the first in the lowest byte. Answers are masks that have a byte's
 * highest bit set or clear, all other bits clear: one test for eight bytes, and no branch a byte.
 */
final class EightBytes {

  /** The highest bit of each byte; also the mask of the bytes that are not ASCII. */
  static final long HIGH = 0x8080808080808080L;

  /** Folds the case of ASCII letters. */
  static final long LOWER = 0x2020202020202020L;

  private static final long ONES = 0x0101010101010101L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private EightBytes() {}

  /** The bytes from {@code at} on, with zeros behind the array's end. */
  static long load(byte[] bytes, int at) {
    return at <= bytes.length - Long.BYTES ? (long) LONGS.get(bytes, at) : loadEnd(bytes, at);
  }

  private static long loadEnd(byte[] bytes, int at) {
    long loaded = 0;
    for (int i = bytes.length - 1; i >= at; i--) {
      loaded = (loaded << Byte.SIZE) | (bytes[i] & 0xFF);
    }
    return loaded;
  }

  static void store(byte[] bytes, int at, long eight) {
    LONGS.set(bytes, at, eight);
  }

  /** The bytes that are ASCII letters. */
  static long letters(long eight) {
    // Adding 0x80 - n sets the highest bit of the bytes >= n; without that bit nothing carries.
    long lower = (eight | LOWER) & ~HIGH;
    return (lower + ONES * (0x80 - 'a')) & ~(lower + ONES * (0x7F - 'z')) & ~eight & HIGH;
  }

  /** The bytes that are White_Space, of eight ASCII bytes: U+0009 to U+000D and U+0020. */
  static long whiteSpace(long eight) {
    long controls = (eight + ONES * (0x80 - '\t')) & ~(eight + ONES * (0x7F - '\r'));
    long notSpaces = (eight ^ LOWER) + ONES * 0x7F;
    return (controls | ~notSpaces) & HIGH;
  }

  /** How many bytes stand before the first that the mask has set; 8 for an empty mask. */
  static int before(long mask) {
    return Long.numberOfTrailingZeros(mask) >>> 3;
  }
}

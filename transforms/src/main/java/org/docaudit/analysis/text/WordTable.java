package org.docaudit.analysis.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Words in UTF-8 with their counts, in the order of their first occurrence: an open-addressing hash
 * table without an object a word. Words have no zero byte. Not safe for threads.
 *
 * <p>Hashes are seeded anew in each process, so that no document can be written to make its words
 * collide. Nothing that can be observed depends on the seed.
 */
final class WordTable {

  private static final long SEED = new SplittableRandom().nextLong();
  private static final long MULTIPLIER = new SplittableRandom().nextLong() | 1;

  // An entry is four longs, so that one cache line answers for most words.
  private static final int STRIDE = 4;
  private static final int PREFIX = 0; // the first eight bytes, with zeros behind a shorter word
  private static final int COUNT = 1;
  private static final int DOCUMENTS = 2; // upper half; in the lower half the last document
  private static final int LONG_WORD = 3; // 0 up to eight bytes; else (offset in bytes, length)
  private static final int LENGTH_BITS = 16;

  /** Number of an entry, from 1; 0 for an empty slot. At most half of the slots are taken. */
  private int[] slots = new int[1 << 12];

  private long[] entries = new long[STRIDE << 10];
  private int size;

  /** The words of more than eight bytes. */
  private byte[] longWords = new byte[1 << 13];

  private int longWordsEnd;

  /** Entries of the words of the current document, and their counts before it. */
  private int[] touched = new int[1 << 8];

  private long[] countsBefore = new long[1 << 8];
  private int touchedSize;

  /** What is added from now on is of another document. */
  void beginDocument() {
    touchedSize = 0;
  }

  /** Visits every word of the current document once. */
  void forEachOfDocument(WordFrequencies.DocumentVisitor visitor) {
    for (int i = 0; i < touchedSize; i++) {
      int entry = touched[i];
      visitor.visit(entry / STRIDE, entries[entry + COUNT] - countsBefore[i]);
    }
  }

  private void touch(int entry, long countBefore) {
    if (touchedSize == touched.length) {
      touched = Arrays.copyOf(touched, 2 * touchedSize);
      countsBefore = Arrays.copyOf(countsBefore, 2 * touchedSize);
    }
    touched[touchedSize] = entry;
    countsBefore[touchedSize++] = countBefore;
  }

  int size() {
    return size;
  }

  /**
   * Counts one occurrence of a word.
   *
   * @param prefix its first eight bytes, the first lowest, with zeros behind a shorter word
   * @param word holds it from 0 on; not read up to eight bytes
   * @param length in bytes
   * @param document a number other than 0, which changes with each document
   */
  void add(long prefix, byte[] word, int length, int document) {
    boolean isShort = length <= Long.BYTES;
    long hash = isShort ? mix(prefix, SEED) : hash(prefix, word, 0, length);
    int mask = slots.length - 1;
    int slot = (int) hash & mask;
    int entry;
    while ((entry = (slots[slot] - 1) * STRIDE) >= 0) {
      if (entries[entry + PREFIX] == prefix
          && (isShort
              ? entries[entry + LONG_WORD] == 0
              : isLongWord(entries[entry + LONG_WORD], word, length))) {
        entries[entry + COUNT]++;
        if ((int) entries[entry + DOCUMENTS] != document) {
          touch(entry, entries[entry + COUNT] - 1);
          entries[entry + DOCUMENTS] = inDocument(entries[entry + DOCUMENTS], document);
        }
        return;
      }
      slot = (slot + 1) & mask;
    }
    insert(slot, prefix, word, length, document);
  }

  /** Visits every word once. The table must not change meanwhile. */
  void forEach(WordCounts.Visitor visitor) {
    byte[] shortWord = new byte[Long.BYTES];
    for (int entry = 0; entry < size * STRIDE; entry += STRIDE) {
      long longWord = entries[entry + LONG_WORD];
      String word;
      if (longWord == 0) {
        long prefix = entries[entry + PREFIX];
        EightBytes.store(shortWord, 0, prefix);
        int length = Long.BYTES - Long.numberOfLeadingZeros(prefix) / Byte.SIZE;
        word = new String(shortWord, 0, length, StandardCharsets.UTF_8);
      } else {
        word = new String(longWords, offset(longWord), length(longWord), StandardCharsets.UTF_8);
      }
      visitor.visit(word, entries[entry + COUNT], entries[entry + DOCUMENTS] >>> 32);
    }
  }

  private void insert(int slot, long prefix, byte[] word, int length, int document) {
    int entry = size * STRIDE;
    if (entry == entries.length) {
      entries = Arrays.copyOf(entries, Math.multiplyExact(entries.length, 2));
    }
    touch(entry, 0);
    entries[entry + PREFIX] = prefix;
    entries[entry + COUNT] = 1;
    entries[entry + DOCUMENTS] = inDocument(0, document);
    entries[entry + LONG_WORD] = length <= Long.BYTES ? 0 : store(word, length);
    slots[slot] = ++size;
    if (size * 2 > slots.length) {
      grow();
    }
  }

  private long store(byte[] word, int length) {
    int end = Math.addExact(longWordsEnd, length);
    if (end > longWords.length) {
      longWords = Arrays.copyOf(longWords, Math.max(end, Math.multiplyExact(longWords.length, 2)));
    }
    System.arraycopy(word, 0, longWords, longWordsEnd, length);
    long stored = ((long) longWordsEnd << LENGTH_BITS) | length;
    longWordsEnd = end;
    return stored;
  }

  private void grow() {
    slots = new int[Math.multiplyExact(slots.length, 2)];
    int mask = slots.length - 1;
    for (int number = 1; number <= size; number++) {
      int entry = (number - 1) * STRIDE;
      long prefix = entries[entry + PREFIX];
      long longWord = entries[entry + LONG_WORD];
      long hash =
          longWord == 0
              ? mix(prefix, SEED)
              : hash(prefix, longWords, offset(longWord), length(longWord));
      int slot = (int) hash & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = number;
    }
  }

  private boolean isLongWord(long longWord, byte[] word, int length) {
    int offset = offset(longWord);
    return length(longWord) == length
        && Arrays.equals(longWords, offset, offset + length, word, 0, length);
  }

  private static long hash(long prefix, byte[] word, int offset, int length) {
    long hash = mix(prefix, SEED ^ length);
    int at = Long.BYTES;
    for (; at <= length - Long.BYTES; at += Long.BYTES) {
      hash = mix(EightBytes.load(word, offset + at), hash);
    }
    // The last eight bytes, of which some may have been mixed in already.
    return mix(EightBytes.load(word, offset + length - Long.BYTES), hash);
  }

  /** Both halves of a 128-bit product, as wyhash does. */
  private static long mix(long value, long state) {
    long mixed = value ^ state;
    return Math.multiplyHigh(mixed, MULTIPLIER) ^ (mixed * MULTIPLIER);
  }

  private static long inDocument(long documents, int document) {
    return (((documents >>> 32) + 1) << 32) | (document & 0xFFFFFFFFL);
  }

  private static int offset(long longWord) {
    return (int) (longWord >>> LENGTH_BITS);
  }

  private static int length(long longWord) {
    return (int) longWord & ((1 << LENGTH_BITS) - 1);
  }
}

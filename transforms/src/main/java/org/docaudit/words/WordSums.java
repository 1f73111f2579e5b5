package org.docaudit.words;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.docaudit.summary.WordCount;

/**
 * Words in UTF-8 with the sums of their counts: an open-addressing hash table without an object a
 * word. Not thread-safe.
 *
 * <p>Hashes are seeded anew in each process, so that no document can be written to make its words
 * collide; words are short enough for that ({@code WordFrequencies.MAX_WORD_BYTES}). Nothing that
 * can be observed depends on the seed.
 */
final class WordSums {

  private static final long SEED = new SplittableRandom().nextLong();
  private static final long MULTIPLIER = new SplittableRandom().nextLong() | 1;

  /** Number of a word, from 1; 0 for an empty slot. At most half of the slots are taken. */
  private int[] slots = new int[1 << 12];

  private int[] hashes = new int[1 << 11];
  private long[] counts = new long[1 << 11];
  private long[] documents = new long[1 << 11];

  /** Where each word ends in {@link #words}; the next begins there. */
  private int[] ends = new int[1 << 11];

  private byte[] words = new byte[1 << 14];
  private int size;

  /** Adds counts to those of a word, which is the given bytes. */
  void add(byte[] bytes, int start, int length, long count, long inDocuments) {
    int hash = hash(bytes, start, length);
    int mask = slots.length - 1;
    int slot = hash & mask;
    int word;
    while ((word = slots[slot] - 1) >= 0) {
      if (hashes[word] == hash && isEqual(word, bytes, start, length)) {
        counts[word] += count;
        documents[word] += inDocuments;
        return;
      }
      slot = (slot + 1) & mask;
    }
    if (size == hashes.length) {
      grow();
      slot = emptySlot(hash);
    }
    hashes[size] = hash;
    counts[size] = count;
    documents[size] = inDocuments;
    ends[size] = append(bytes, start, length);
    slots[slot] = ++size;
  }

  /** Each word once, in no order. */
  List<WordCount> toRows() {
    List<WordCount> rows = new ArrayList<>(size);
    for (int word = 0; word < size; word++) {
      int start = start(word);
      rows.add(
          new WordCount(
              new String(words, start, ends[word] - start, UTF_8), counts[word], documents[word]));
    }
    return rows;
  }

  private boolean isEqual(int word, byte[] bytes, int start, int length) {
    return Arrays.equals(words, start(word), ends[word], bytes, start, start + length);
  }

  private int start(int word) {
    return word == 0 ? 0 : ends[word - 1];
  }

  private int append(byte[] bytes, int start, int length) {
    int from = start(size);
    int end = Math.addExact(from, length);
    if (end > words.length) {
      words = Arrays.copyOf(words, Math.max(end, Math.multiplyExact(words.length, 2)));
    }
    System.arraycopy(bytes, start, words, from, length);
    return end;
  }

  private void grow() {
    int more = Math.multiplyExact(size, 2);
    hashes = Arrays.copyOf(hashes, more);
    counts = Arrays.copyOf(counts, more);
    documents = Arrays.copyOf(documents, more);
    ends = Arrays.copyOf(ends, more);
    slots = new int[Math.multiplyExact(more, 2)];
    for (int word = 0; word < size; word++) {
      slots[emptySlot(hashes[word])] = word + 1;
    }
  }

  private int emptySlot(int hash) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int hash(byte[] bytes, int start, int length) {
    long hash = SEED;
    for (int i = start; i < start + length; i++) {
      hash = (hash + bytes[i]) * MULTIPLIER;
    }
    return (int) (hash >>> Integer.SIZE);
  }
}

package org.docaudit.analysis.text;

import java.nio.charset.StandardCharsets;

/**
 * How often each word occurs, and in how many documents, over a batch of documents.
 *
 * <p>A word begins with a letter and goes on with letters and marks (General_Category L, M); an
 * apostrophe, U+0027 or U+2019, between two of these belongs to it and counts as U+0027. Case is
 * folded by simple case folding. Marks that follow no letter, such as the variation selector of an
 * emoji, are no words. A word of more than {@value #MAX_WORD_BYTES} bytes in UTF-8, case folded, is
 * left out whole: that is no word of any language, and a table of such would be a copy of the
 * documents.
 *
 * <p>Linear; memory is about 50 bytes a distinct word. Not safe for threads. Results do not depend
 * on the order of documents, except that {@link #forEach} follows first occurrences.
 */
public final class WordFrequencies implements WordCounts {

  /** The longest word that is counted. */
  public static final int MAX_WORD_BYTES = 256;

  private static final int APOSTROPHE = '\'';
  private static final int RIGHT_SINGLE_QUOTATION_MARK = '\u2019';
  private static final int LONGEST_SEQUENCE = 4;

  private final WordTable table = new WordTable();
  private final byte[] word = new byte[MAX_WORD_BYTES + LONGEST_SEQUENCE];
  private int document;

  /** Counts the words of the next document. */
  public void addDocument(SourceText source) {
    if (source.encoding() == Encoding.UTF_8) {
      addUtf8(source.bytes(), source.firstByte());
    } else {
      addDocument(source.text());
    }
  }

  /** Counts the words of the next document. Lone surrogates are no letters. */
  public void addDocument(CharSequence text) {
    addUtf8(text.toString().getBytes(StandardCharsets.UTF_8), 0);
  }

  /** The number of distinct words. */
  public int size() {
    return table.size();
  }

  @Override
  public void forEach(Visitor visitor) {
    table.forEach(visitor);
  }

  /**
   * Visits each distinct word of the document that was added last, in the order of their first
   * occurrences in it.
   */
  public void forEachOfDocument(DocumentVisitor visitor) {
    table.forEachOfDocument(visitor);
  }

  /** Receives one word of a document. */
  @FunctionalInterface
  public interface DocumentVisitor {

    /**
     * Receives a word by its number.
     *
     * @param number its place, from 0, among the words that {@link #forEach} visits
     * @param count occurrences in the document
     */
    void visit(int number, long count);
  }

  private void addUtf8(byte[] bytes, int from) {
    document++;
    table.beginDocument();
    int at = from;
    while (at < bytes.length) {
      long eight = EightBytes.load(bytes, at);
      long starts = EightBytes.letters(eight) | (eight & EightBytes.HIGH);
      at += EightBytes.before(starts);
      if (starts == 0) {
        continue;
      }
      if (bytes[at] < 0) {
        at = addFromNonAscii(bytes, at);
        continue;
      }
      at = addFromAscii(bytes, at);
    }
  }

  /** Folds ASCII letters eight at a time; leaves all that is not plain to {@link #addWord}. */
  private int addFromAscii(byte[] bytes, int from) {
    for (int length = 0; length <= MAX_WORD_BYTES - Long.BYTES; length += Long.BYTES) {
      long eight = EightBytes.load(bytes, from + length);
      int letters = EightBytes.before(~EightBytes.letters(eight) & EightBytes.HIGH);
      if (letters == Long.BYTES) {
        EightBytes.store(word, length, eight | EightBytes.LOWER);
        continue;
      }
      int next = (byte) (eight >>> (letters * Byte.SIZE));
      if (next < 0 || next == APOSTROPHE) {
        break;
      }
      long folded = (eight | EightBytes.LOWER) & ~(-1L << (letters * Byte.SIZE));
      EightBytes.store(word, length, folded);
      long prefix = length == 0 ? folded : EightBytes.load(word, 0);
      table.add(prefix, word, length + letters, document);
      return from + length + letters + 1;
    }
    return addWord(bytes, from);
  }

  private int addFromNonAscii(byte[] bytes, int at) {
    int length = Utf8.length(bytes, at);
    boolean letter = length > 0 && UnicodeTables.isLetter(Utf8.codePoint(bytes, at, length));
    return letter ? addWord(bytes, at) : at + Math.abs(length);
  }

  /** Any word that begins at {@code from}; returns where it ends. */
  private int addWord(byte[] bytes, int from) {
    int at = from;
    int length = 0;
    while (at < bytes.length) {
      int sequence = Utf8.length(bytes, at);
      if (sequence < 0) {
        break;
      }
      int codePoint = Utf8.codePoint(bytes, at, sequence);
      if (UnicodeTables.isLetterOrMark(codePoint)) {
        codePoint = UnicodeTables.foldCase(codePoint);
      } else if ((codePoint == APOSTROPHE || codePoint == RIGHT_SINGLE_QUOTATION_MARK)
          && isLetterOrMarkAt(bytes, at + sequence)) {
        codePoint = APOSTROPHE;
      } else {
        break;
      }
      if (length <= MAX_WORD_BYTES) {
        length = Utf8.append(codePoint, word, length);
      }
      at += sequence;
    }
    if (length <= MAX_WORD_BYTES) {
      long prefix = EightBytes.load(word, 0);
      if (length < Long.BYTES) {
        prefix &= ~(-1L << (length * Byte.SIZE));
      }
      table.add(prefix, word, length, document);
    }
    return at;
  }

  private static boolean isLetterOrMarkAt(byte[] bytes, int at) {
    int length = at < bytes.length ? Utf8.length(bytes, at) : -1;
    return length > 0 && UnicodeTables.isLetterOrMark(Utf8.codePoint(bytes, at, length));
  }
}

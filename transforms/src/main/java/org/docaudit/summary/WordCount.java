package org.docaudit.summary;

import java.io.Serializable;
import java.util.Comparator;

/**
 * How often a word stands in the corpus.
 *
 * @param word case-folded
 * @param count occurrences
 * @param documents documents that have it
 */
public record WordCount(String word, long count, long documents) implements Serializable {

  /** The most frequent first, then the word by its UTF-16 code units. */
  public static final Comparator<WordCount> ORDER =
      Comparator.comparingLong(WordCount::count).reversed().thenComparing(WordCount::word);
}

package org.docaudit.pipeline.config;

import java.util.List;
import java.util.function.Function;

/** Values that are one of few words. */
public final class Keyword {
  private Keyword() {}

  /**
   * The value whose word this is.
   *
   * @throws IllegalArgumentException where there is none; the message names all words
   */
  public static <T> T parse(String text, List<T> values, Function<T, String> word) {
    for (T value : values) {
      if (word.apply(value).equals(text)) {
        return value;
      }
    }
    List<String> words = values.stream().map(word).toList();
    throw new IllegalArgumentException("expected " + anyOf(words) + ", found '" + text + "'");
  }

  /** The same of words that stand for themselves. */
  public static String parse(String text, List<String> words) {
    return parse(text, words, Function.identity());
  }

  private static String anyOf(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}

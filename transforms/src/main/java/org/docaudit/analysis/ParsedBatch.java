package org.docaudit.analysis;

import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.text.WordCounts;

/**
 * What an engine read of a batch.
 *
 * @param engine the name of the engine that did it
 * @param documents in the order of the batch
 * @param words of all of them
 * @param times how long that engine took
 * @param fallback why it was not the engine that was asked, or null
 */
public record ParsedBatch(
    String engine,
    List<ParsedDocument> documents,
    WordCounts words,
    KernelTimes times,
    @Nullable Fallback fallback) {

  /**
   * Why another engine had to do it.
   *
   * @param code such as {@code PANIC}
   * @param message for whoever looks into it: one line of bounded length, without control
   *     characters
   * @param document index in the batch of the first document on which the engine fails alone, else
   *     0
   */
  public record Fallback(String code, String message, int document) {}

  ParsedBatch(String engine, List<ParsedDocument> documents, WordCounts words, KernelTimes times) {
    this(engine, documents, words, times, null);
  }

  ParsedBatch withFallback(Fallback why) {
    return new ParsedBatch(engine, documents, words, times, why);
  }
}

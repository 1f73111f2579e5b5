package org.docaudit.analysis.text;

/** How often each word occurs in a batch, and in how many of its documents. */
public interface WordCounts {

  /** Receives one word. */
  @FunctionalInterface
  interface Visitor {

    /**
     * Receives a word with its counts.
     *
     * @param word case folded
     * @param count occurrences in all documents
     * @param documents documents that have it
     */
    void visit(String word, long count, long documents);
  }

  /** Visits every distinct word once, in the order of their first occurrences. */
  void forEach(Visitor visitor);
}

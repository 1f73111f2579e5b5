package org.docaudit.analysis;

import java.util.List;
import org.docaudit.analysis.text.WordFrequencies;

/**
 * Reads the syntax of documents, a batch at a time. Engines differ in speed alone: for the same
 * bytes and limits each gives the same facts. An engine is used by one thread at a time.
 */
public interface AnalysisEngine {

  /** The engine's name as it stands in reports, such as {@code java}. */
  String name();

  /**
   * Parses the documents of a batch.
   *
   * @param documents bytes of each document
   * @param frequencies where the words of all of them are counted
   * @return what each document says, in their order; no content makes this fail
   */
  List<ParsedDocument> parse(List<byte[]> documents, WordFrequencies frequencies);
}

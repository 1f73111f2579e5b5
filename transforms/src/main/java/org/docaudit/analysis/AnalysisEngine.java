package org.docaudit.analysis;

import java.util.List;

/**
 * Reads the syntax of documents, a batch at a time. Engines differ in speed alone: for the same
 * bytes and limits each gives the same facts. An engine is used by one thread at a time.
 */
public interface AnalysisEngine {

  /**
   * Parses the documents of a batch.
   *
   * @param documents bytes of each document
   * @return what each document says; no content makes this fail. Not to be used after the next call
   */
  ParsedBatch parse(List<byte[]> documents);
}

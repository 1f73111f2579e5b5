package org.docaudit.generator;

import java.io.IOException;

/** How documents are stored. Thread-safe. */
interface CorpusFormat {

  /**
   * Stores some neighbouring documents.
   *
   * @param from number of the first document
   * @param to number behind the last one
   * @return what belongs into the file behind the documents before; empty where documents are files
   *     of their own
   */
  byte[] store(int from, int to) throws IOException;

  /** What ends the file. */
  byte[] end();
}

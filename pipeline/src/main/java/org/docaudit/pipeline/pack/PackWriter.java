package org.docaudit.pipeline.pack;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Writes a pack, part by part. Closing completes it.
 *
 * @param <P> what a part becomes before it is written
 */
interface PackWriter<P> extends Closeable {

  /** Encodes neighbouring files; in any thread, and a part may be encoded before an earlier one. */
  P encode(List<LoadedFile> files) throws IOException;

  /** Appends a part; in one thread, in the order of the corpus. */
  void append(P part) throws IOException;
}

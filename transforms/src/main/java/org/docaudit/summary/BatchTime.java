package org.docaudit.summary;

import java.io.Serializable;
import java.util.Comparator;

/**
 * How long a batch took, from the reading of its documents to the last of their facts.
 *
 * @param path of its first document
 * @param documents that were read
 * @param bytes of these
 * @param nanos by the clock of the worker
 * @param engine that read them
 * @param worker the process, as {@link EngineTotals#workers} names it
 */
public record BatchTime(
    String path, long documents, long bytes, long nanos, String engine, String worker)
    implements Serializable {

  /** The slowest first. */
  public static final Comparator<BatchTime> ORDER =
      Comparator.comparingLong(BatchTime::nanos).reversed().thenComparing(BatchTime::path);
}

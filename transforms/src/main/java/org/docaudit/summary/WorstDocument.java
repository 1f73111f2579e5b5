package org.docaudit.summary;

import java.io.Serializable;
import java.util.Comparator;

/** A document with how many findings it has; suppressed ones do not count. */
public record WorstDocument(String path, long findings, long errors) implements Serializable {

  /** The most errors first, then the most findings, then the path. */
  public static final Comparator<WorstDocument> ORDER =
      Comparator.comparingLong(WorstDocument::errors)
          .thenComparingLong(WorstDocument::findings)
          .reversed()
          .thenComparing(WorstDocument::path);
}

package org.docaudit.summary;

import java.io.Serializable;
import java.util.Comparator;

/**
 * How many links lead to a target.
 *
 * @param path corpus path, whether something is there or not; of a folder with a slash at its end
 * @param links of the whole corpus; anchors in the same document do not count
 */
public record LinkedTarget(String path, long links) implements Serializable {

  /** The most links first, then the path. */
  public static final Comparator<LinkedTarget> ORDER =
      Comparator.comparingLong(LinkedTarget::links).reversed().thenComparing(LinkedTarget::path);
}

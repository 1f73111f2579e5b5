package org.docaudit.summary;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.EngineComparison.Difference;

/** A document of which the engines read different facts. Not to be changed. */
public final class DifferingInput implements Serializable {

  private static final long serialVersionUID = 1;

  /** A larger document does not travel with the totals. */
  public static final int MAX_BYTES = 1 << 20;

  /** The smallest first, then by path. */
  static final Comparator<DifferingInput> ORDER =
      Comparator.comparingLong(DifferingInput::bytes).thenComparing(DifferingInput::path);

  private final String path;
  private final long bytes;
  private final byte @Nullable [] content;
  private final List<Difference> differences;

  /**
   * @param path corpus path
   */
  public DifferingInput(String path, byte[] content, List<Difference> differences) {
    this.path = path;
    this.bytes = content.length;
    this.content = content.length <= MAX_BYTES ? content : null;
    this.differences = List.copyOf(differences);
  }

  public String path() {
    return path;
  }

  public long bytes() {
    return bytes;
  }

  /** Its bytes, or null where these are more than {@link #MAX_BYTES}. */
  public byte @Nullable [] content() {
    return content;
  }

  /** What differs; at least one fact. */
  public List<Difference> differences() {
    return differences;
  }
}

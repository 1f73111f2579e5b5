package org.docaudit.container;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The form of a packed corpus, told by the ending of its name. Letter case does not matter.
 *
 * @param extension as it is known best, with its dot, such as {@code .tar.gz}
 */
public record ContainerFormat(Container container, Compression compression, String extension)
    implements Serializable {

  /** Longer endings come before those that they end in. */
  private static final List<ContainerFormat> FORMATS =
      List.of(
          new ContainerFormat(Container.JSON_LINES, Compression.GZIP, ".jsonl.gz"),
          new ContainerFormat(Container.JSON_LINES, Compression.ZSTD, ".jsonl.zst"),
          new ContainerFormat(Container.JSON_LINES, Compression.NONE, ".jsonl"),
          new ContainerFormat(Container.JSON_LINES, Compression.GZIP, ".ndjson.gz"),
          new ContainerFormat(Container.JSON_LINES, Compression.ZSTD, ".ndjson.zst"),
          new ContainerFormat(Container.JSON_LINES, Compression.NONE, ".ndjson"),
          new ContainerFormat(Container.PARQUET, Compression.NONE, ".parquet"),
          new ContainerFormat(Container.TAR, Compression.GZIP, ".tar.gz"),
          new ContainerFormat(Container.TAR, Compression.GZIP, ".tgz"),
          new ContainerFormat(Container.TAR, Compression.ZSTD, ".tar.zst"),
          new ContainerFormat(Container.TAR, Compression.NONE, ".tar"),
          new ContainerFormat(Container.ZIP, Compression.NONE, ".zip"));

  /** The format of a file of this name, or empty where its ending is none of a packed corpus. */
  public static Optional<ContainerFormat> ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return FORMATS.stream().filter(format -> lower.endsWith(format.extension)).findFirst();
  }

  /** All endings, with their dots. */
  public static List<String> extensions() {
    return FORMATS.stream().map(ContainerFormat::extension).toList();
  }

  /** A file's name without the ending of this format; the name itself where nothing is left. */
  public String stem(String name) {
    int length = name.length() - extension.length();
    return length > 0 ? name.substring(0, length) : name;
  }

  /**
   * Whether reading can begin at each member. Otherwise it begins where {@link Position#restart}
   * says, and what lies between is read for nothing.
   */
  public boolean randomAccess() {
    return compression == Compression.NONE && container != Container.PARQUET;
  }
}

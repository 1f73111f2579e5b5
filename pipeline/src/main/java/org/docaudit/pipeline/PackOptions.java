package org.docaudit.pipeline;

import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Option;

/** The command line of {@code pack} as written; null or empty where an option was not given. */
final class PackOptions extends CorpusOptions {
  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "The pack; its ending says which form it gets: .parquet, .jsonl, .jsonl.zst, .jsonl.gz,"
              + " .tar, .tar.zst, .tar.gz, .zip, or .txt for plain text.")
  @Nullable String output;
}

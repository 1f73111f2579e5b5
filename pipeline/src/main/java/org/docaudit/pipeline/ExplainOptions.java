package org.docaudit.pipeline;

import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of {@code explain} as written; null where an option was not given. */
final class ExplainOptions {
  @Parameters(
      arity = "0..1",
      paramLabel = "PATH[:LINE[:COLUMN]]",
      hideParamSyntax = true,
      description = "A document, by its path in the corpus or from here.")
  @Nullable String place;

  @Option(
      names = "--report",
      paramLabel = "RUN",
      description = "Folder or URI of a report. Default: the newest one in results.")
  @Nullable String report;

  @Option(
      names = "--why-skipped",
      paramLabel = "PATH",
      description = "Say which rule leaves this file out.")
  @Nullable String whySkipped;

  @Option(names = "--verbose", description = "Print log lines and stack traces.")
  boolean verbose;
}

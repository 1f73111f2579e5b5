package org.docaudit.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of {@code diff} as written; null where an option was not given. */
final class DiffOptions {
  @Parameters(
      arity = "0..*",
      paramLabel = "RUN_A RUN_B",
      hideParamSyntax = true,
      description = "Two reports, folders or URIs, the earlier one first.")
  List<String> runs = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "How to print what differs. Default: text.")
  @Nullable String format;

  @Option(
      names = "--fix",
      paramLabel = "patch|redirects",
      description =
          "Print instead what mends links: a patch for links that broke, or a map from old paths"
              + " of documents to new ones.")
  @Nullable String fix;

  @Option(names = "--verbose", description = "Print log lines and stack traces.")
  boolean verbose;
}

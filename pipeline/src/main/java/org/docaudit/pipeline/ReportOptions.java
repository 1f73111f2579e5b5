package org.docaudit.pipeline;

import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of {@code report} as written; null where an option was not given. */
final class ReportOptions {
  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      hideParamSyntax = true,
      description = "A report as an audit wrote it: a folder, or a URI.")
  @Nullable String run;

  @Option(
      names = "--format",
      paramLabel = "FORMAT,...",
      description = "What to render: html, sarif, junit, markdown, prometheus. Default: html.")
  @Nullable String format;

  @Option(
      names = "--source-url",
      paramLabel = "URL",
      description =
          "Where documents can be looked at, with {path} and {line}. Default: as the audit.")
  @Nullable String sourceUrl;

  @Option(names = "--quiet", description = "Print nothing but errors.")
  boolean quiet;

  @Option(names = "--verbose", description = "Print log lines and stack traces.")
  boolean verbose;
}

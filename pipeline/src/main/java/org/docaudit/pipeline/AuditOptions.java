package org.docaudit.pipeline;

import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Option;

/**
 * The command line of {@code audit} as written; null or empty where an option was not given. Every
 * value is a string, so that all checks and messages are in {@link ConfigResolver}.
 */
final class AuditOptions extends CorpusOptions {
  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Folder of the reports. Default: results/NAME-OF-CORPUS.")
  @Nullable String output;

  @Option(
      names = "--schema",
      paramLabel = "FILE|standard|none",
      description = "JSON Schema for the frontmatter of every document. Default: none.")
  @Nullable String schema;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "Least severity of a finding that gives exit code 1: error, warning, new-error,"
              + " new-warning (new ones alone, with --baseline) or never. Default: error.")
  @Nullable String failOn;

  @Option(
      names = "--baseline",
      paramLabel = "RUN|auto",
      description =
          "Folder of an earlier report to compare with; auto: the newest one beside the output.")
  @Nullable String baseline;

  @Option(
      names = "--engine",
      paramLabel = "auto|native|java",
      description = "What reads the documents. Default: $DOCAUDIT_ENGINE, else auto.")
  @Nullable String engine;

  @Option(
      names = "--max-fallback-ratio",
      paramLabel = "SHARE",
      description =
          "Share of batches that the native engine may fail on, 0 to 1; more make the audit"
              + " incomplete. Default: 0.01.")
  @Nullable String maxFallbackRatio;

  @Option(
      names = "--shadow-sample",
      paramLabel = "SHARE",
      description =
          "Share of the documents, 0 to 1, that both engines read, for comparison. Default: 0.")
  @Nullable String shadowSample;

  @Option(
      names = "--format",
      paramLabel = "FORMAT,...",
      description =
          "Of parquet, jsonl, html, sarif, junit, markdown, prometheus. Parquet is always"
              + " written. Default: html.")
  @Nullable String format;

  @Option(
      names = "--incremental",
      description =
          "Keep what the earlier report at the output knows of documents that have not changed, and"
              + " leave as much to the next run.")
  boolean incremental;

  @Option(
      names = "--resume",
      description = "Go on from what a run to this output had read that did not come to its end.")
  boolean resume;

  @Option(
      names = "--verify-sample",
      paramLabel = "SHARE",
      description =
          "Share of the documents, 0 to 1, that are read although their facts are kept; other facts"
              + " make the audit incomplete. Default: 0.")
  @Nullable String verifySample;

  @Option(
      names = "--source-url",
      paramLabel = "URL",
      description =
          "Where documents can be looked at, with {path} and {line}. Default: the files; on GitHub"
              + " and GitLab the commit.")
  @Nullable String sourceUrl;

  @Option(
      names = "--annotate",
      paramLabel = "github",
      description = "Print findings as annotations for GitHub Actions, too.")
  @Nullable String annotate;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description =
          "Keep the latest N reports of the corpus beside each other, this one included, and"
              + " remove older ones. Default: all.")
  @Nullable String keep;

  @Option(
      names = "--on-change",
      paramLabel = "COMMAND",
      description =
          "Run a shell command, with summary.json on its standard input, where documents or"
              + " findings changed since the run before.")
  @Nullable String onChange;

  @Option(
      names = "--no-history",
      description = "Do not compare with earlier runs, and add no row to the history.")
  boolean noHistory;
}

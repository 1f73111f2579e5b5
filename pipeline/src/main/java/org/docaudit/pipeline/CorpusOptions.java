package org.docaudit.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What commands that read corpora have in common, as written; null or empty where an option was not
 * given.
 */
class CorpusOptions {
  @Parameters(
      arity = "0..*",
      paramLabel = "CORPUS...",
      hideParamSyntax = true,
      description =
          "A folder, a file, a packed corpus, a glob, or a URI of a file system that Beam knows.")
  List<String> corpora = new ArrayList<>();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Configuration. Default: docaudit.yaml in the corpus' root, where there is one.")
  @Nullable String config;

  @Option(
      names = "--include",
      paramLabel = "GLOB",
      description = "Take only documents whose path matches; can be repeated.")
  List<String> include = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = "Leave out documents whose path matches; can be repeated.")
  List<String> exclude = new ArrayList<>();

  @Option(names = "--no-ignore", description = "Do not obey .gitignore and .docauditignore.")
  boolean noIgnore;

  @Option(names = "--hidden", description = "Look into hidden files and folders.")
  boolean hidden;

  @Option(
      names = "--max-document-bytes",
      paramLabel = "N",
      description = "Do not read larger documents; such as 10MB. Default: 64MiB.")
  @Nullable String maxDocumentBytes;

  @Option(
      names = "--path-field",
      paramLabel = "NAME",
      description = "Field of a record that holds the path. Default: path, or another usual name.")
  @Nullable String pathField;

  @Option(
      names = "--text-field",
      paramLabel = "NAME",
      description = "Field of a record that holds the text. Default: text, or another usual name.")
  @Nullable String textField;

  @Option(names = "--quiet", description = "Print nothing but errors.")
  boolean quiet;

  @Option(names = "--verbose", description = "Print log lines and stack traces.")
  boolean verbose;
}

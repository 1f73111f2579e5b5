package org.docaudit.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.pipeline.compare.BaselineChoice;
import org.docaudit.pipeline.config.ConfigLocation;
import org.docaudit.pipeline.config.DocumentSelection;
import org.docaudit.pipeline.config.FailOn;
import org.docaudit.pipeline.config.SourceUrl;

/**
 * All that is configured of one audit: the command line over the environment over the configuration
 * file over the defaults. Immutable and valid; read once. Workers get {@link #analysis} alone.
 *
 * @param corpora folders, files, globs or URIs, as written; one at least
 * @param folder the current folder, to which relative corpora and schema files refer
 * @param output local folder of the reports, absolute
 * @param remoteOutput URI of the reports, without a slash at its end, where they are not for that
 *     folder; it is a temporary one then
 * @param formats of the reports; Parquet is always there
 * @param maxFallbackRatio the share of batches that the native engine may fail on, 0 to 1
 * @param reuse whether facts of earlier runs may be kept
 * @param configFile the configuration file that was read, if any
 * @param sourceUrl where readers of reports can look at documents, if not at the files
 * @param githubAnnotations whether findings are printed for GitHub Actions, too
 * @param baseline the earlier run to compare with, if one is asked for
 * @param series what the audit has to do with those before it
 * @param beamArguments arguments for Beam's PipelineOptions, known and well-formed
 */
public record AuditConfig(
    List<String> corpora,
    Path folder,
    Path output,
    Optional<String> remoteOutput,
    Set<ReportFormat> formats,
    FailOn failOn,
    DocumentSelection documents,
    AnalysisConfig analysis,
    double maxFallbackRatio,
    ReuseChoice reuse,
    Verbosity verbosity,
    Optional<ConfigLocation> configFile,
    Optional<SourceUrl> sourceUrl,
    boolean githubAnnotations,
    Optional<BaselineChoice> baseline,
    SeriesConfig series,
    List<String> beamArguments) {

  public AuditConfig {
    corpora = List.copyOf(corpora);
    formats = Set.copyOf(formats);
    Objects.requireNonNull(failOn, "failOn");
    Objects.requireNonNull(documents, "documents");
    Objects.requireNonNull(analysis, "analysis");
    Objects.requireNonNull(reuse, "reuse");
    Objects.requireNonNull(verbosity, "verbosity");
    Objects.requireNonNull(series, "series");
    beamArguments = List.copyOf(beamArguments);
    if (corpora.isEmpty() || !output.isAbsolute()) {
      throw new IllegalArgumentException("needs a corpus and an absolute output folder");
    }
  }

  /** Where the reports are for the user. */
  public String shownOutput() {
    return remoteOutput.orElse(output.toString());
  }

  /** The engine that was chosen. */
  public EngineChoice engine() {
    return EngineChoice.parse(analysis.engine());
  }
}

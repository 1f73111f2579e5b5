package org.docaudit.pipeline.config;

import java.util.List;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.container.FieldNames;

/**
 * What a configuration file says, with defaults for what it leaves open.
 *
 * @param analysis its engine and limits other than the documents' size are always the defaults
 */
public record ConfigFile(
    DocumentSelection documents,
    AnalysisConfig analysis,
    FailOn failOn,
    List<Threshold> thresholds) {

  /** The name that is looked for in the corpus' root. */
  public static final String NAME = "docaudit.yaml";

  /** What holds without a configuration file. */
  public static final ConfigFile DEFAULT =
      new ConfigFile(
          new DocumentSelection(
              AnalysisConfig.DEFAULT.documentExtensions(),
              List.of(),
              List.of(),
              true,
              false,
              FieldNames.USUAL),
          AnalysisConfig.DEFAULT,
          FailOn.ERROR,
          List.of());

  public ConfigFile {
    thresholds = List.copyOf(thresholds);
  }
}

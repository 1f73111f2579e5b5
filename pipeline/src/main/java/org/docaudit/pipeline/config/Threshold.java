package org.docaudit.pipeline.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.docaudit.model.Rule;

/**
 * A bound on a figure of the whole corpus.
 *
 * @param figure {@link #BROKEN_LINKS}, {@link #FINDINGS}, {@link #ERRORS}, {@link #WARNINGS}, or a
 *     rule
 * @param max how much it may be
 * @param maxIncrease by how much it may grow from the run before to this one
 * @param line where it stands in the configuration, from 1
 * @param column likewise
 */
public record Threshold(
    String figure, OptionalLong max, Optional<Increase> maxIncrease, int line, int column) {

  /** Links with the verdict broken, whose findings may be suppressed. */
  public static final String BROKEN_LINKS = "broken-links";

  /** Findings of any rule but those on thresholds. */
  public static final String FINDINGS = "findings";

  /** Those of severity error. */
  public static final String ERRORS = "errors";

  /** Those of severity warning. */
  public static final String WARNINGS = "warnings";

  /** What a threshold can be set for: these, and the findings of each rule by its identifier. */
  static final List<String> KNOWN_FIGURES =
      Stream.concat(
              Stream.of(BROKEN_LINKS, FINDINGS, ERRORS, WARNINGS),
              Arrays.stream(Rule.values()).filter(rule -> !rule.onThresholds()).map(Rule::id))
          .toList();
}

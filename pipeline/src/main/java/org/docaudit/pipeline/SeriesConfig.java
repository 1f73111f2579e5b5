package org.docaudit.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.docaudit.pipeline.config.Threshold;

/**
 * What an audit has to do with those before it.
 *
 * @param history whether it is compared with the runs in the history and gets a row there itself
 * @param thresholds bounds on figures of the whole corpus; without a history on how large they are
 *     alone
 * @param keep how many reports of the corpus stay beside each other; empty for all
 * @param onChange the command to run where something changed since the run before
 */
public record SeriesConfig(
    boolean history, List<Threshold> thresholds, OptionalInt keep, Optional<String> onChange) {

  public SeriesConfig {
    thresholds = List.copyOf(thresholds);
  }
}

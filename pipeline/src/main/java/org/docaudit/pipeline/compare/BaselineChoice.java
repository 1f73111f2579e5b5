package org.docaudit.pipeline.compare;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which earlier run an audit is to be compared with.
 *
 * @param run folder of its report; empty for the newest one beside the output
 */
public record BaselineChoice(Optional<Path> run) {

  /** The word for the newest run beside the output. */
  public static final String AUTO = "auto";
}

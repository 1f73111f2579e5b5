package org.docaudit.pipeline.compare;

import java.util.Optional;

/**
 * Which earlier run an audit is to be compared with.
 *
 * @param run absolute path or URI of its report; empty for the newest one beside the output
 */
public record BaselineChoice(Optional<String> run) {

  /** The word for the newest run beside the output. */
  public static final String AUTO = "auto";
}

package org.docaudit.pipeline;

/** How much an audit says of itself. */
public enum Verbosity {
  /** Errors alone. */
  QUIET,
  /** Progress, and the table at the end. */
  NORMAL,
  /** Stack traces and log lines, too. */
  VERBOSE
}

package org.docaudit.pipeline;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.read.CorpusException;

/** Why there is no audit: one sentence for people, and the code with which the process ends. */
public final class AuditException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  private AuditException(ExitCode exitCode, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** Usage or configuration is wrong, or there is nothing to audit; nothing was run. */
  public static AuditException usage(String message) {
    return new AuditException(ExitCode.USAGE, message, null);
  }

  /** The same with its cause, which only {@code --verbose} shows. */
  public static AuditException usage(String message, Throwable cause) {
    return new AuditException(ExitCode.USAGE, message, cause);
  }

  /** The audit began and could not be completed. */
  public static AuditException incomplete(String message, @Nullable Throwable cause) {
    return new AuditException(ExitCode.INCOMPLETE, message, cause);
  }

  /** Why corpora cannot be listed: they are wrong, or nobody answers. */
  static AuditException of(CorpusException e) {
    return e.unavailable() ? incomplete(e.getMessage(), e) : usage(e.getMessage(), e);
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}

package org.docaudit.pipeline;

import org.docaudit.pipeline.console.AuditSummary;
import org.docaudit.pipeline.console.Progress;

/** Runs an audit: what stands between the command line and Beam. */
@FunctionalInterface
public interface AuditRunner {
  /**
   * Audits, and writes the reports.
   *
   * @param progress is closed by the caller
   * @throws AuditException where a corpus does not exist or holds no document, where the output
   *     folder may not be replaced, or where the audit could not be completed and there is nothing
   *     to sum up; any other exception means the latter too
   */
  AuditSummary run(AuditConfig config, Progress progress) throws AuditException;

  /**
   * Begins in the background with what a run needs whatever it audits, while its arguments are
   * understood. Nothing comes of what fails in it: the run meets the same failure.
   */
  default void prepare() {}
}

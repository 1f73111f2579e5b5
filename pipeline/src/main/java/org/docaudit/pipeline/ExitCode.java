package org.docaudit.pipeline;

import java.util.Map;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.config.FailOn;
import org.docaudit.pipeline.console.AuditSummary;

/** How the process ends. Findings and "could not audit" never share a code. */
public enum ExitCode {
  /** Audited; no finding at or above the threshold. */
  OK(0),
  /** Audited; there are findings at or above the threshold. */
  FINDINGS(1),
  /** Usage or configuration is wrong, or there is nothing to audit; nothing was run. */
  USAGE(2),
  /** The audit could not be completed. */
  INCOMPLETE(3);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** The code of an audit that ran. */
  static ExitCode of(AuditSummary summary, FailOn failOn) {
    if (!summary.complete()) {
      return INCOMPLETE;
    }
    for (Map.Entry<Severity, Long> entry : summary.counted(failOn).entrySet()) {
      if (entry.getValue() > 0 && failOn.reachedBy(entry.getKey())) {
        return FINDINGS;
      }
    }
    return OK;
  }
}

package org.docaudit.runner.flink;

import org.apache.flink.runtime.client.JobCancellationException;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.util.ExceptionUtils;

/** What lies below the exceptions that Flink and Beam wrap around those of a job. */
final class Causes {

  private Causes() {}

  /** The deepest cause. */
  static Throwable root(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** Whether Flink says so of a job, rather than that Flink did not answer. */
  static boolean isOfJob(Throwable thrown) {
    return ExceptionUtils.findThrowable(thrown, JobExecutionException.class).isPresent();
  }

  /** Whether a job ended because somebody cancelled it. */
  static boolean isCancelled(Throwable thrown) {
    return ExceptionUtils.findThrowable(thrown, JobCancellationException.class).isPresent();
  }
}

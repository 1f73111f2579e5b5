package org.docaudit.pipeline;

import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;

/** Starts a job on a runner: where a runner needs more than Beam's options. */
@FunctionalInterface
public interface JobLauncher {

  /**
   * Starts the job.
   *
   * @return the running job, or one that has ended
   * @throws AuditException where the runner cannot be reached or its options are wrong
   * @throws Pipeline.PipelineExecutionException where the job failed
   */
  PipelineResult launch(Pipeline pipeline) throws AuditException;
}

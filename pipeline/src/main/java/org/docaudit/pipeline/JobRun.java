package org.docaudit.pipeline;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.docaudit.pipeline.console.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job from its launch to its end, which another thread may cancel at any moment of it. */
final class JobRun {

  private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

  /** How long a user who ends the process waits for a job that is about to start. */
  private static final long LAUNCH_SECONDS = 20;

  private final JobLauncher launcher;
  private final Pipeline pipeline;
  private final CompletableFuture<PipelineResult> launched = new CompletableFuture<>();

  JobRun(JobLauncher launcher, Pipeline pipeline) {
    this.launcher = launcher;
    this.pipeline = pipeline;
  }

  /**
   * Runs the job and waits for its end; once.
   *
   * @throws AuditException where it fails or is cancelled
   */
  void toEnd(Progress progress) throws AuditException {
    try {
      PipelineResult result = launch();
      JobProgress.follow(result, progress);
      PipelineResult.State state = result.waitUntilFinish();
      if (state != PipelineResult.State.DONE) {
        throw AuditException.incomplete("the job ended in state " + state, null);
      }
    } catch (Pipeline.PipelineExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw AuditException.incomplete("the job failed: " + cause, cause);
    }
  }

  private PipelineResult launch() throws AuditException {
    try {
      PipelineResult result = launcher.launch(pipeline);
      launched.complete(result);
      return result;
    } finally {
      launched.cancel(false); // where it was not completed
    }
  }

  /** Ends the job. It may be on its way to a cluster that would run it all the same. */
  void cancel() {
    try {
      PipelineResult result = launched.get(LAUNCH_SECONDS, TimeUnit.SECONDS);
      if (!result.getState().isTerminal()) {
        result.cancel();
      }
    } catch (CancellationException e) {
      // There is no job.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | IOException | RuntimeException e) {
      LOG.error("the job may still run: it could not be cancelled", e);
    }
  }
}

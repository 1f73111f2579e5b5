package org.docaudit.runner.flink;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricResults;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.joda.time.Duration;

/**
 * A job on Flink as Beam sees it. Unlike Beam's own result of a detached job it says why a job
 * failed, and notices its end at once. Safe for threads.
 */
final class FlinkJobResult implements PipelineResult {

  /** How often the cluster is asked whether the job has ended. */
  private static final long POLL_MILLIS = 100;

  /** How long a cancelled job may take to stop its tasks. */
  private static final long CANCEL_SECONDS = 20;

  private final JobClient client;
  private final PipelineResult beam;
  private final Runnable whenEnded;
  private volatile CompletableFuture<JobExecutionResult> end;

  /**
   * @param beam Beam's result of the same job, for the metrics
   * @param whenEnded what to do when the job has ended, once or more
   */
  FlinkJobResult(JobClient client, PipelineResult beam, Runnable whenEnded) {
    this.client = client;
    this.beam = beam;
    this.whenEnded = whenEnded;
    this.end = client.getJobExecutionResult();
  }

  /**
   * @throws Pipeline.PipelineExecutionException where Flink no longer answers
   */
  @Override
  public State getState() {
    if (end.isDone()) {
      return ended();
    }
    try {
      JobStatus status = client.getJobStatus().get();
      if (!status.isGloballyTerminalState()) {
        return State.RUNNING;
      }
      // The result that was asked for earlier looks every two seconds only.
      end = client.getJobExecutionResult();
    } catch (ExecutionException | IllegalStateException e) {
      // An embedded cluster goes away with its job, and leaves the result alone.
      if (!await(end, CANCEL_SECONDS * 1000)) {
        whenEnded.run();
        throw unanswered(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    await(end, CANCEL_SECONDS * 1000);
    return ended();
  }

  private State ended() {
    whenEnded.run();
    if (!end.isCompletedExceptionally()) {
      return State.DONE;
    }
    Throwable failure = failure();
    if (!Causes.isOfJob(failure)) {
      throw unanswered(failure);
    }
    return Causes.isCancelled(failure) ? State.CANCELLED : State.FAILED;
  }

  private static Pipeline.PipelineExecutionException unanswered(Throwable failure) {
    return new Pipeline.PipelineExecutionException(
        new IOException("Flink no longer answers: " + Causes.root(failure).getMessage(), failure));
  }

  private Throwable failure() {
    try {
      end.join();
      throw new IllegalStateException("the job did not fail");
    } catch (CompletionException e) {
      return e;
    }
  }

  private static boolean await(CompletableFuture<?> future, long millis) {
    try {
      future.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return true;
  }

  @Override
  public State waitUntilFinish(Duration duration) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(duration.getMillis());
    State state = getState();
    while (!state.isTerminal() && System.nanoTime() < deadline) {
      await(end, POLL_MILLIS);
      state = getState();
    }
    return state;
  }

  /**
   * Waits for the end.
   *
   * @throws Pipeline.PipelineExecutionException where the job failed, with the first cause, or
   *     where Flink no longer answers
   */
  @Override
  public State waitUntilFinish() {
    State state = getState();
    while (!state.isTerminal()) {
      await(end, POLL_MILLIS);
      state = getState();
    }
    if (state == State.FAILED) {
      throw new Pipeline.PipelineExecutionException(Causes.root(failure()));
    }
    return state;
  }

  /** Cancels the job and waits until its tasks have stopped, for a bounded time. */
  @Override
  public State cancel() {
    try {
      client.cancel().get(CANCEL_SECONDS, TimeUnit.SECONDS);
      return waitUntilFinish(Duration.standardSeconds(CANCEL_SECONDS));
    } catch (ExecutionException | TimeoutException e) {
      throw new Pipeline.PipelineExecutionException(Causes.root(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public MetricResults metrics() {
    return beam.metrics();
  }
}

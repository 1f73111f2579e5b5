package org.docaudit.runner.flink;

import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.restartstrategy.RestartStrategies;
import org.apache.flink.api.java.ExecutionEnvironment;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;

/**
 * The way from Beam's runner to Flink: with docaudit's settings, which Beam has no options for, and
 * with the client of the job that was started, which Beam keeps for itself.
 */
@SuppressWarnings("deprecation") // Beam 2.62 runs batch pipelines on no other interface of Flink's.
final class AuditEnvironment extends ExecutionEnvironment {

  private final CompletableFuture<JobClient> submitted;

  private AuditEnvironment(Configuration configuration, CompletableFuture<JobClient> submitted) {
    super(configuration);
    this.submitted = submitted;
    // From the configuration alone it does not reach jobs of this interface.
    RestartStrategies.fromConfiguration(configuration).ifPresent(getConfig()::setRestartStrategy);
  }

  /** Whether Flink itself runs this process' program, and has said already where it runs. */
  static boolean isGiven() {
    return !areExplicitEnvironmentsAllowed();
  }

  /** From now on Beam's master {@code [auto]} means this. */
  static void install(Configuration configuration, CompletableFuture<JobClient> submitted) {
    initializeContextEnvironment(() -> new AuditEnvironment(configuration, submitted));
  }

  static void uninstall() {
    resetContextEnvironment();
  }

  @Override
  public JobClient executeAsync(String jobName) throws Exception {
    JobClient client = super.executeAsync(jobName);
    submitted.complete(client);
    return client;
  }
}

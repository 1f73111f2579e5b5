package org.docaudit.runner.flink;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.client.cli.ClientOptions;
import org.apache.flink.client.deployment.executors.LocalExecutor;
import org.apache.flink.client.deployment.executors.RemoteExecutor;
import org.apache.flink.configuration.AlgorithmOptions;
import org.apache.flink.configuration.ConfigUtils;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Flink's configuration for an audit. What stands in the user's own ({@code --flinkConfDir}, else
 * {@code FLINK_CONF_DIR}) wins.
 */
final class FlinkSettings {

  private static final String LOOPBACK = "127.0.0.1";

  /** After so many lost workers or failed tasks the job fails. */
  private static final int RESTARTS = 3;

  private static final Duration RESTART_DELAY = Duration.ofSeconds(2);

  /** With this delay between tries a job manager may be away for a quarter of a minute. */
  private static final int REST_TRIES = 5;

  private static final Duration REST_DELAY = Duration.ofSeconds(3);

  private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(10);

  /** A cluster that has not heard of the client for so long cancels the job. */
  private static final Duration HEARTBEAT_TIMEOUT = Duration.ofMinutes(2);

  /** The threads of one process do not get lost, they only wait for a busy machine. */
  private static final Duration EMBEDDED_TIMEOUT = Duration.ofMinutes(5);

  private FlinkSettings() {}

  /**
   * For a cluster in this process.
   *
   * @param folder for what does not fit into memory, where the user has not named another
   */
  static Configuration embedded(int parallelism, Path folder, @Nullable String userFolder) {
    Configuration settings = common();
    settings.set(DeploymentOptions.TARGET, LocalExecutor.NAME);
    // Nobody else has anything to say to it.
    settings.set(RestOptions.ADDRESS, LOOPBACK);
    settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    settings.set(JobManagerOptions.BIND_HOST, LOOPBACK);
    settings.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
    settings.set(TaskManagerOptions.HOST, LOOPBACK);
    settings.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, EMBEDDED_TIMEOUT.toMillis());
    settings.set(CoreOptions.CHECK_LEAKED_CLASSLOADER, false);
    settings.set(CoreOptions.TMP_DIRS, folder.toString());
    settings.set(WebOptions.TMP_DIR, folder.toString());
    // Buffers between any two tasks of two steps, and room to sort for each task.
    MemorySize network = MemorySize.ofMebiBytes(64 + (long) parallelism * parallelism / 2);
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
    settings.set(
        TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(64 + 32L * parallelism));
    settings.addAll(user(userFolder));
    return settings;
  }

  /** For a running cluster, which gets these jars. */
  static Configuration remote(
      FlinkCluster cluster, List<String> jars, @Nullable String userFolder) {
    Configuration settings = common();
    settings.set(ClientOptions.CLIENT_HEARTBEAT_INTERVAL, HEARTBEAT_INTERVAL.toMillis());
    settings.set(ClientOptions.CLIENT_HEARTBEAT_TIMEOUT, HEARTBEAT_TIMEOUT.toMillis());
    settings.set(RestOptions.RETRY_MAX_ATTEMPTS, REST_TRIES);
    settings.set(RestOptions.RETRY_DELAY, REST_DELAY.toMillis());
    settings.addAll(user(userFolder));
    settings.set(DeploymentOptions.TARGET, RemoteExecutor.NAME);
    settings.set(JobManagerOptions.ADDRESS, cluster.host());
    settings.set(RestOptions.ADDRESS, cluster.host());
    settings.set(RestOptions.PORT, cluster.port());
    // Makes the cluster wait for heartbeats. What ends without them is the job, not the cluster.
    settings.set(DeploymentOptions.SHUTDOWN_IF_ATTACHED, true);
    ConfigUtils.encodeCollectionToConfig(
        settings, PipelineOptions.JARS, jars, jar -> Path.of(jar).toUri().toString());
    return settings;
  }

  private static Configuration common() {
    Configuration settings = new Configuration();
    settings.set(DeploymentOptions.ATTACHED, true);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, RESTART_DELAY);
    // The facts of one document may be larger than a sorter's buffer.
    settings.set(AlgorithmOptions.USE_LARGE_RECORDS_HANDLER, true);
    return settings;
  }

  private static Configuration user(@Nullable String folder) {
    return folder == null
        ? GlobalConfiguration.loadConfiguration()
        : GlobalConfiguration.loadConfiguration(folder);
  }
}

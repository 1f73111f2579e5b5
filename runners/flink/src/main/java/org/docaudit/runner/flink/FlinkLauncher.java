package org.docaudit.runner.flink;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.flink.client.ClientUtils;
import org.apache.flink.client.cli.ClientOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.docaudit.pipeline.AuditException;
import org.docaudit.pipeline.JobLauncher;

/**
 * Runs a job on Flink: on the cluster that {@code --flinkMaster} names, embedded in this process
 * where it names none, or where Flink itself has put this process.
 */
final class FlinkLauncher implements JobLauncher {

  /** Beam's name for the environment that is given. */
  private static final String GIVEN = "[auto]";

  private static final String EMBEDDED = "[local]";

  @Override
  public PipelineResult launch(Pipeline pipeline) throws AuditException {
    FlinkPipelineOptions options = pipeline.getOptions().as(FlinkPipelineOptions.class);
    if (AuditEnvironment.isGiven()) {
      options.setFlinkMaster(GIVEN);
      options.setAttachedMode(true);
      return pipeline.run();
    }
    return run(pipeline, options, configuration(options));
  }

  private static Configuration configuration(FlinkPipelineOptions options) throws AuditException {
    String master = options.getFlinkMaster();
    boolean embedded = master.equals(GIVEN) || master.equals(EMBEDDED);
    if (embedded) {
      if (options.getParallelism() < 1) {
        options.setParallelism(Runtime.getRuntime().availableProcessors());
      }
      return FlinkSettings.embedded(
          options.getParallelism(), TemporaryFolder.create(), options.getFlinkConfDir());
    }
    List<String> jars = Objects.requireNonNullElse(options.getFilesToStage(), List.of());
    if (jars.isEmpty()) {
      throw AuditException.usage("a Flink cluster needs the job jar: --filesToStage=FILE");
    }
    FlinkCluster cluster = FlinkCluster.at(master);
    if (options.getParallelism() < 1) {
      options.setParallelism(cluster.slots());
    }
    return FlinkSettings.remote(cluster, jars, options.getFlinkConfDir());
  }

  private static FlinkJobResult run(
      Pipeline pipeline, FlinkPipelineOptions options, Configuration configuration) {
    CompletableFuture<JobClient> submitted = new CompletableFuture<>();
    options.setFlinkMaster(GIVEN);
    options.setAttachedMode(false);
    AuditEnvironment.install(configuration, submitted);
    PipelineResult beam;
    try {
      beam = pipeline.run();
    } catch (RuntimeException e) {
      throw new Pipeline.PipelineExecutionException(Causes.root(e));
    } finally {
      AuditEnvironment.uninstall();
    }
    JobClient client = submitted.join();
    ScheduledExecutorService heartbeat =
        ClientUtils.reportHeartbeatPeriodically(
            client,
            configuration.get(ClientOptions.CLIENT_HEARTBEAT_INTERVAL),
            configuration.get(ClientOptions.CLIENT_HEARTBEAT_TIMEOUT));
    return new FlinkJobResult(client, beam, heartbeat);
  }
}

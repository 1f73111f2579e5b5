package org.docaudit.runner.flink;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.docaudit.pipeline.AuditException;
import org.docaudit.pipeline.JobLauncher;
import org.docaudit.read.CorpusSplitOptions;

/**
 * Runs a job on Flink: on the cluster that {@code --flinkMaster} names, embedded in this process
 * where it names none, or where Flink itself has put this process.
 */
final class FlinkLauncher implements JobLauncher {

  /** Beam's name for the environment that is given. */
  private static final String GIVEN = "[auto]";

  private static final String EMBEDDED = "[local]";

  /**
   * A slot that is free asks for the next part, and what it sends does not depend on the parts.
   * Each costs a message, and a place in the job manager's memory.
   */
  private static final int PARTS_PER_WORKER = 64;

  @Override
  public PipelineResult launch(Pipeline pipeline) throws AuditException {
    FlinkPipelineOptions options = pipeline.getOptions().as(FlinkPipelineOptions.class);
    String master = options.getFlinkMaster();
    options.setFlinkMaster(GIVEN);
    dealOutFinely(options.as(CorpusSplitOptions.class));
    if (AuditEnvironment.isGiven()) {
      return pipeline.run();
    }
    options.setAttachedMode(false);
    return master.equals(GIVEN) || master.equals(EMBEDDED)
        ? embedded(pipeline, options)
        : remote(pipeline, options, master);
  }

  private static void dealOutFinely(CorpusSplitOptions options) {
    options.setPartsPerWorker(PARTS_PER_WORKER);
    options.setLastPartFirst(true);
  }

  private static PipelineResult embedded(Pipeline pipeline, FlinkPipelineOptions options)
      throws AuditException {
    if (options.getParallelism() < 1) {
      options.setParallelism(Runtime.getRuntime().availableProcessors());
    }
    Configuration settings =
        FlinkSettings.embedded(
            options.getParallelism(), TemporaryFolder.create(), options.getFlinkConfDir());
    Submitted job = submit(pipeline, settings);
    return new FlinkJobResult(job.client(), job.beam(), () -> {});
  }

  private static PipelineResult remote(
      Pipeline pipeline, FlinkPipelineOptions options, String master) throws AuditException {
    List<String> jars = Objects.requireNonNullElse(options.getFilesToStage(), List.of());
    if (jars.isEmpty()) {
      throw AuditException.usage("a Flink cluster needs the job jar: --filesToStage=FILE");
    }
    FlinkCluster cluster = FlinkCluster.at(master);
    if (options.getParallelism() < 1) {
      options.setParallelism(cluster.slots());
    }
    Configuration settings = FlinkSettings.remote(cluster, jars, options.getFlinkConfDir());
    Submitted job = submit(pipeline, settings);
    ClientHeartbeat heartbeat = ClientHeartbeat.start(cluster, job.client().getJobID(), settings);
    return new FlinkJobResult(job.client(), job.beam(), heartbeat::close);
  }

  /** A job that runs, as Flink sees it and as Beam does. */
  private record Submitted(JobClient client, PipelineResult beam) {}

  private static Submitted submit(Pipeline pipeline, Configuration settings) {
    CompletableFuture<JobClient> client = new CompletableFuture<>();
    AuditEnvironment.install(settings, client);
    try {
      PipelineResult beam = pipeline.run();
      return new Submitted(client.join(), beam);
    } catch (RuntimeException e) {
      throw new Pipeline.PipelineExecutionException(Causes.root(e));
    } finally {
      AuditEnvironment.uninstall();
    }
  }
}

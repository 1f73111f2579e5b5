package org.docaudit.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.LinkStatus;
import org.docaudit.model.Rule;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.config.DocumentSelection;
import org.docaudit.pipeline.console.AuditSummary;
import org.docaudit.pipeline.console.Progress;
import org.docaudit.pipeline.render.RenderedReports;
import org.docaudit.pipeline.report.ReportCompletion;
import org.docaudit.pipeline.report.ReportFolder;
import org.docaudit.pipeline.report.ReportLocation;
import org.docaudit.pipeline.report.RunFacts;
import org.docaudit.read.AuditPlan;
import org.docaudit.read.BatchPlanner;
import org.docaudit.read.CorpusBatch;
import org.docaudit.read.CorpusException;
import org.docaudit.read.CorpusLister;
import org.docaudit.read.CorpusListing;
import org.docaudit.read.ListingOptions;
import org.docaudit.summary.Conservation;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.Flow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs an audit on the runner that Beam's options name: lists, runs the job, completes. */
public final class AuditJob implements AuditRunner {

  private static final Logger LOG = LoggerFactory.getLogger(AuditJob.class);

  /** How long a user who ends the process waits for a job that is about to start. */
  private static final long LAUNCH_SECONDS = 20;

  private final List<String> defaultArguments;
  private final JobLauncher launcher;

  /** As {@link #AuditJob(List, JobLauncher)}, for runners that need nothing but Beam's options. */
  public AuditJob(List<String> defaultArguments) {
    this(defaultArguments, Pipeline::run);
  }

  /**
   * @param defaultArguments arguments for Beam's options ({@code --name=value}), each of which
   *     holds unless the user gives that option
   */
  public AuditJob(List<String> defaultArguments, JobLauncher launcher) {
    this.defaultArguments = List.copyOf(defaultArguments);
    this.launcher = launcher;
  }

  @Override
  public AuditSummary run(AuditConfig config, Progress progress) throws AuditException {
    Stopwatch watch = new Stopwatch();
    Instant started = Instant.now();
    PipelineOptions options =
        BeamArguments.options(BeamArguments.withDefaults(config.beamArguments(), defaultArguments));
    FileSystems.setDefaultPipelineOptions(options);
    EngineAvailability engine = EngineAvailability.of(config.engine());
    progress.stage("listing documents");
    CorpusListing listing = list(config);
    List<CorpusBatch> batches = BatchPlanner.plan(listing);
    long bytes = listing.counts().documentBytes();
    // What could not be listed is one batch more.
    int pieces = batches.size() + (listing.problems().isEmpty() ? 0 : 1);
    AuditPlan plan = AuditPlan.of(pieces, bytes, listing.files().size());
    watch.lap("list");
    try (ReportFolder folder = ReportFolder.begin(config.output())) {
      @Nullable EarlierFacts earlier = earlierFacts(config, listing, folder);
      ReportLocation location =
          new ReportLocation(
              folder.work().toString(), config.formats().contains(ReportFormat.JSONL));
      progress.listed(listing.counts().documents(), bytes);
      Pipeline pipeline = Pipeline.create(options);
      AuditPipeline.build(
          pipeline,
          batches,
          listing.problems(),
          plan,
          config.analysis(),
          earlier == null ? null : earlier.reuse(config, started, location),
          location);
      runToEnd(pipeline, folder, progress);
      watch.lap("run");
      progress.stage("completing the report");
      ReportCompletion completion = new ReportCompletion(folder, location);
      CorpusTotals totals = completion.totals();
      RunFacts run =
          new RunFacts(
              config,
              listing,
              plan,
              options.getRunner().getSimpleName(),
              engine.or(EngineOutcome.unavailable(totals.engines())).reason(),
              earlier == null ? List.of() : earlier.folders(),
              started,
              watch.laps());
      List<Conservation.Balance> leaks = ReportCompletion.leaks(run, totals);
      String problem =
          leaks.isEmpty()
              ? EngineOutcome.problem(config, totals.engines())
                  .or(() -> ReuseOutcome.problem(totals.reuse()))
                  .orElse(null)
              : reason(leaks);
      if (problem == null) {
        completion.complete(run, batches, totals);
        progress.stage("rendering reports");
        RenderedReports.render(
            folder.work(),
            config.output().getFileName().toString(),
            config.formats(),
            Optional.empty());
        completion.commit(run);
      } else {
        folder.leaveFacts(false); // They may be what is wrong.
      }
      List<String> notes = new ArrayList<>(EngineOutcome.notes(config, totals.engines()));
      if (earlier != null) {
        notes.addAll(ReuseOutcome.notes(earlier, totals.reuse()));
      }
      return summary(run, totals, notes, watch.total(), problem);
    } catch (IOException e) {
      throw AuditException.incomplete("the report could not be written: " + e, e);
    }
  }

  private static CorpusListing list(AuditConfig config) throws AuditException {
    DocumentSelection selection = config.documents();
    ListingOptions options =
        new ListingOptions(
            selection.extensions(),
            selection.include(),
            selection.exclude(),
            selection.obeyIgnoreFiles(),
            selection.hidden(),
            Runtime.getRuntime().availableProcessors());
    try {
      return CorpusLister.list(config.corpora(), options);
    } catch (CorpusException e) {
      throw AuditException.usage(e.getMessage(), e);
    }
  }

  private static @Nullable EarlierFacts earlierFacts(
      AuditConfig config, CorpusListing listing, ReportFolder folder) throws IOException {
    if (!config.reuse().isActive()) {
      return null;
    }
    folder.leaveFacts(true);
    return EarlierFacts.find(config, listing, folder.leftOver());
  }

  private void runToEnd(Pipeline pipeline, ReportFolder folder, Progress progress)
      throws AuditException {
    CompletableFuture<PipelineResult> launched = new CompletableFuture<>();
    folder.onInterrupt(() -> cancel(launched));
    try {
      PipelineResult result = launch(pipeline, launched);
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

  private PipelineResult launch(Pipeline pipeline, CompletableFuture<PipelineResult> launched)
      throws AuditException {
    try {
      PipelineResult result = launcher.launch(pipeline);
      launched.complete(result);
      return result;
    } finally {
      launched.cancel(false); // where it was not completed
    }
  }

  /**
   * Nobody may write to the folder while it is removed. A job may be on its way to a cluster that
   * would run it all the same.
   */
  private static void cancel(CompletableFuture<PipelineResult> launched) {
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
      LOG.warn("the job could not be cancelled", e);
    }
  }

  private static AuditSummary summary(
      RunFacts run,
      CorpusTotals totals,
      List<String> notes,
      Duration total,
      @Nullable String problem) {
    Map<LinkStatus, Long> links = new EnumMap<>(LinkStatus.class);
    for (LinkStatus status : LinkStatus.values()) {
      links.put(status, totals.links(status));
    }
    Map<Rule, Long> findings = totals.findingsByRule();
    Map<Rule, Severity> severities = new EnumMap<>(Rule.class);
    findings
        .keySet()
        .forEach(
            rule ->
                severities.put(
                    rule, run.config().analysis().severityOf(rule).orElse(Severity.INFO)));
    return new AuditSummary(
        run.listed(),
        totals.get(Flow.DOCUMENTS_ANALYZED),
        totals.get(Flow.DOCUMENTS_FAILED),
        run.skipped(),
        run.listing().counts().documentBytes(),
        totals.get(Flow.WORDS),
        links,
        findings,
        severities,
        totals.worstDocuments().stream()
            .map(worst -> new AuditSummary.WorstDocument(worst.path(), worst.findings()))
            .toList(),
        total.toNanos() / 1e9,
        String.join(", ", totals.documentsByEngine().keySet()),
        run.engineReason(),
        notes,
        problem == null ? run.config().output().toString() : null,
        problem);
  }

  private static String reason(List<Conservation.Balance> leaks) {
    return leaks.stream()
        .map(leak -> "%s: %d is not %d".formatted(leak.name(), leak.expected(), leak.actual()))
        .collect(Collectors.joining("; "));
  }

  /** Wall-clock time of the stages that follow each other. */
  private static final class Stopwatch {

    private final long start = System.nanoTime();
    private final Map<String, Duration> laps = new LinkedHashMap<>();
    private long lapStart = start;

    void lap(String name) {
      long now = System.nanoTime();
      laps.put(name, Duration.ofNanos(now - lapStart));
      lapStart = now;
    }

    Map<String, Duration> laps() {
      return laps;
    }

    Duration total() {
      return Duration.ofNanos(System.nanoTime() - start);
    }
  }
}

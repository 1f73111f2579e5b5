package org.docaudit.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.LinkStatus;
import org.docaudit.model.Rule;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.compare.BaselineChoice;
import org.docaudit.pipeline.compare.BaselineComparison;
import org.docaudit.pipeline.compare.NamedRuns;
import org.docaudit.pipeline.console.AuditSummary;
import org.docaudit.pipeline.console.Progress;
import org.docaudit.pipeline.render.RenderedReports;
import org.docaudit.pipeline.report.BaselineTotals;
import org.docaudit.pipeline.report.HistoryRow;
import org.docaudit.pipeline.report.RemoteReport;
import org.docaudit.pipeline.report.ReportCompletion;
import org.docaudit.pipeline.report.ReportDestination;
import org.docaudit.pipeline.report.ReportFolder;
import org.docaudit.pipeline.report.ReportLocation;
import org.docaudit.pipeline.report.Retention;
import org.docaudit.pipeline.report.RunFacts;
import org.docaudit.pipeline.report.RunHistory;
import org.docaudit.read.AuditPlan;
import org.docaudit.read.BatchPlanner;
import org.docaudit.read.CorpusBatch;
import org.docaudit.read.CorpusException;
import org.docaudit.read.CorpusLister;
import org.docaudit.read.CorpusListing;
import org.docaudit.read.ListingOptions;
import org.docaudit.read.ObjectStores;
import org.docaudit.summary.Conservation;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.Flow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs an audit on the runner that Beam's options name: lists, runs the job, completes. */
public final class AuditJob implements AuditRunner {

  private static final Logger LOG = LoggerFactory.getLogger(AuditJob.class);

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
  public void prepare() {
    BeamArguments.prepare(defaultArguments);
  }

  @Override
  public AuditSummary run(AuditConfig config, Progress progress) throws AuditException {
    Stopwatch watch = new Stopwatch();
    Instant started = Instant.now();
    PipelineOptions options =
        BeamArguments.options(
            BeamArguments.withDefaults(
                BeamArguments.withDefaults(config.beamArguments(), defaultArguments),
                ObjectStores.defaultArguments()));
    FileSystems.setDefaultPipelineOptions(options);
    ObjectStores stores = ObjectStores.of(options);
    EngineAvailability engine = EngineAvailability.of(config.engine());
    try (NamedRuns runs = new NamedRuns(config.folder(), () -> stores);
        ReportDestination destination = destination(config, stores);
        ReportFolder folder = ReportFolder.begin(config.output())) {
      if (!config.reuse().resume()) {
        folder.removeLeftOvers();
      }
      progress.stage("listing documents");
      CorpusListing listing = list(config, stores);
      Optional<BaselineComparison> comparison = comparison(config, listing, runs);
      String id = UUID.randomUUID().toString();
      RunHistory history = new RunHistory(config.output(), RunFacts.names(listing));
      List<String> unfinished =
          config.series().history() ? begin(history, config, id, started) : List.of();
      List<CorpusBatch> batches = BatchPlanner.plan(listing);
      listing = listing.inBatches(batches);
      long bytes = listing.counts().documentBytes();
      AuditPlan plan = AuditPlan.of(batches, bytes, listing.files().size());
      watch.lap("list");
      boolean jsonLines = config.formats().contains(ReportFormat.JSONL);
      ReportLocation location = new ReportLocation(destination.tables(folder.work()), jsonLines);
      progress.listed(listing.counts().documents(), bytes);
      Pipeline pipeline = Pipeline.create(options);
      @Nullable EarlierFacts earlier = earlierFacts(config, listing, comparison, folder);
      AuditPipeline.build(
          pipeline,
          batches,
          listing.problems(),
          plan,
          config.analysis(),
          earlier == null ? null : earlier.reuse(config, started, location),
          earlier == null ? null : earlier.tables(),
          location);
      JobRun job = new JobRun(launcher, pipeline);
      folder.onInterrupt(() -> cancel(job, destination));
      job.toEnd(progress);
      watch.lap("run");
      progress.stage("completing the report");
      ReportLocation local = new ReportLocation(folder.work().toString(), jsonLines);
      ReportCompletion completion =
          new ReportCompletion(folder, local, destination.collect(folder.work()));
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
              id,
              config.series().history() ? history.latest() : List.of(),
              unfinished,
              watch.laps());
      List<Conservation.Balance> leaks = ReportCompletion.leaks(run, totals);
      String problem =
          leaks.isEmpty()
              ? EngineOutcome.problem(config, totals.engines())
                  .or(() -> ReuseOutcome.problem(totals.reuse()))
                  .orElse(null)
              : reason(leaks);
      BaselineTotals baseline = null;
      if (problem == null) {
        HistoryRow row = completion.complete(run, batches, totals);
        if (comparison.isPresent()) {
          progress.stage("comparing with the baseline");
          baseline = comparison.get().write(folder.work(), local);
        }
        progress.stage("rendering reports");
        RenderedReports.render(
            folder.work(),
            config.output().getFileName().toString(),
            config.formats(),
            Optional.empty());
        completion.commit(run);
        destination.publish(config.output());
        if (config.series().history()) {
          append(history, row, run, totals);
        }
        removeOldReports(config, progress);
      } else {
        folder.leaveFacts(false); // They may be what is wrong.
      }
      List<String> notes = new ArrayList<>(EngineOutcome.notes(config, totals.engines()));
      RunHistory.remark(unfinished).ifPresent(notes::add);
      if (earlier != null) {
        notes.addAll(ReuseOutcome.notes(earlier, totals.reuse()));
      }
      return summary(run, totals, notes, watch.total(), problem, baseline);
    } catch (IOException e) {
      throw AuditException.incomplete("the report could not be written: " + e, e);
    }
  }

  private static Optional<BaselineComparison> comparison(
      AuditConfig config, CorpusListing listing, NamedRuns runs) throws AuditException {
    return config.baseline().isEmpty()
        ? Optional.empty()
        : Optional.of(
            BaselineComparison.with(
                config.baseline().get(), config, RunFacts.names(listing), runs));
  }

  /** Begins the run's row, and tells when those began that came before it to no end. */
  private static List<String> begin(
      RunHistory history, AuditConfig config, String run, Instant started) {
    List<String> unfinished = List.of();
    try {
      unfinished = history.unfinished();
      history.begin(run, started, config.output().getFileName().toString());
    } catch (IOException e) {
      LOG.warn("the run could not be added to the history", e);
    }
    return unfinished;
  }

  /** The report is in its place; a run without a row is one that later ones are not compared to. */
  private static void append(
      RunHistory history, HistoryRow row, RunFacts run, CorpusTotals totals) {
    try {
      history.append(row, run, totals, Instant.now());
    } catch (IOException e) {
      LOG.warn("the run could not be added to the history", e);
    }
  }

  /** The run that the user named to compare with; the newest one is not too old. */
  private static Set<Path> baseline(AuditConfig config) {
    return config
        .baseline()
        .flatMap(BaselineChoice::run)
        .filter(run -> !ObjectStores.isRemote(run))
        .map(run -> Set.of(Path.of(run)))
        .orElse(Set.of());
  }

  /** The new report is in its place, whatever becomes of the old ones. */
  private static void removeOldReports(AuditConfig config, Progress progress) {
    if (config.series().keep().isPresent()) {
      try {
        Retention retention =
            new Retention(config.output(), config.series().keep().getAsInt(), baseline(config));
        for (Path report : retention.surplus()) {
          progress.stage("removing " + report);
          retention.remove(report);
        }
        retention.removeLeftOvers();
      } catch (IOException e) {
        LOG.warn("old reports could not be removed", e);
      }
    }
  }

  private static CorpusListing list(AuditConfig config, ObjectStores stores) throws AuditException {
    try {
      // Kept documents are not opened, so that nobody else notices that they may not be.
      ListingOptions options =
          config.documents().listing().withPermissions(config.reuse().isActive());
      return CorpusLister.list(config.corpora(), options, stores);
    } catch (CorpusException e) {
      throw AuditException.of(e);
    }
  }

  private static @Nullable EarlierFacts earlierFacts(
      AuditConfig config,
      CorpusListing listing,
      Optional<BaselineComparison> comparison,
      ReportFolder folder)
      throws IOException {
    if (!config.reuse().isActive()) {
      return null;
    }
    folder.leaveFacts(true);
    return EarlierFacts.find(
        config,
        listing,
        comparison.flatMap(BaselineComparison::folder),
        config.reuse().resume() ? folder.leftOvers() : List.of());
  }

  private static ReportDestination destination(AuditConfig config, ObjectStores stores)
      throws AuditException {
    return config.remoteOutput().isPresent()
        ? RemoteReport.begin(config.remoteOutput().get(), stores)
        : ReportDestination.LOCAL;
  }

  private static void cancel(JobRun job, ReportDestination destination) {
    // Nobody may write to a folder while it is removed.
    job.cancel();
    try {
      destination.close();
    } catch (IOException e) {
      LOG.warn("what the run has written could not be removed", e);
    }
  }

  private static AuditSummary summary(
      RunFacts run,
      CorpusTotals totals,
      List<String> notes,
      Duration total,
      @Nullable String problem,
      @Nullable BaselineTotals baseline) {
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
        problem == null ? run.config().shownOutput() : null,
        problem,
        baseline);
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

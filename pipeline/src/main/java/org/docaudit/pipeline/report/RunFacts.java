package org.docaudit.pipeline.report;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.pipeline.AuditConfig;
import org.docaudit.read.AuditPlan;
import org.docaudit.read.CorpusListing;
import org.docaudit.summary.Conservation;
import org.docaudit.summary.CorpusTotals;

/**
 * What the client knows of a run besides the totals.
 *
 * @param runner Beam's name of the runner
 * @param engineReason why that engine, or null where it was asked for
 * @param factsFrom folders of earlier runs whose facts could be kept
 * @param started when the run began
 * @param durations wall-clock time of the client's stages, in their order
 */
public record RunFacts(
    AuditConfig config,
    CorpusListing listing,
    AuditPlan plan,
    String runner,
    @Nullable String engineReason,
    List<Path> factsFrom,
    Instant started,
    Map<String, Duration> durations) {

  /** Every file with a document's extension, audited or not, and what could not be listed. */
  public long listed() {
    return listing.counts().documents() + skipped() + listing.problems().size();
  }

  /** Documents that a rule left out. */
  public long skipped() {
    return listing.counts().allSkipped();
  }

  /** The balances that must hold. */
  List<Conservation.Balance> balances(CorpusTotals totals) {
    return Conservation.balances(listed(), skipped(), listing.problems().size(), totals);
  }

  /** Names of the corpora, in the order of the arguments. */
  public List<String> corpora() {
    return listing.roots().stream().map(root -> root.name()).toList();
  }
}

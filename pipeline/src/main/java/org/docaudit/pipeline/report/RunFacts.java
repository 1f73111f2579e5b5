package org.docaudit.pipeline.report;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.pipeline.AuditConfig;
import org.docaudit.pipeline.config.ConfigLocation;
import org.docaudit.read.AuditPlan;
import org.docaudit.read.CorpusListing;
import org.docaudit.read.CorpusRoot;
import org.docaudit.summary.Conservation;
import org.docaudit.summary.CorpusTotals;

/**
 * What the client knows of a run besides the totals.
 *
 * @param runner Beam's name of the runner
 * @param engineReason why that engine, or null where it was asked for
 * @param factsFrom folders of earlier runs whose facts could be kept
 * @param started when the run began
 * @param id of the run, different for every one
 * @param earlier complete runs over the same corpora, oldest first; empty without a history
 * @param unfinished when those began that came after these and did not come to their end
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
    String id,
    List<HistoryRow> earlier,
    List<String> unfinished,
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

  /** The complete run before this one. */
  Optional<HistoryRow> previous() {
    return earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.get(earlier.size() - 1));
  }

  /** The path of the configuration file where it lies in the first corpus; else its name. */
  String configurationPath() throws IOException {
    ConfigLocation location = config.configFile().orElseThrow();
    CorpusRoot root = listing.roots().get(0);
    if (location.path() == null) {
      String uri = location.uri();
      return uri.startsWith(root.location())
          ? root.pathPrefix() + uri.substring(root.location().length())
          : uri.substring(uri.lastIndexOf('/') + 1);
    }
    Path file = location.path().toRealPath();
    Path folder = root.local() ? Path.of(URI.create(root.location())) : null;
    return folder != null && file.startsWith(folder)
        ? root.pathPrefix() + slashes(folder.relativize(file))
        : file.getFileName().toString();
  }

  private static String slashes(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /** Names of the corpora, in the order of the arguments. */
  public List<String> corpora() {
    return names(listing);
  }

  /** The same of a listing. */
  public static List<String> names(CorpusListing listing) {
    return listing.roots().stream().map(root -> root.name()).distinct().toList();
  }
}

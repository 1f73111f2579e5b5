package org.docaudit.pipeline.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which reports beside each other stay: the latest ones of the same corpora. Nothing else is ever
 * removed than whole reports of docaudit over these corpora that no run writes to, and what killed
 * runs have left. The caller holds the lock of the new report.
 */
public final class Retention {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path output;
  private final int keep;
  private final Set<Path> spared;

  /** A report beside the new one, or that itself. */
  private record Dated(Path report, String started) {}

  /**
   * @param output folder of the new report, which stays
   * @param keep how many stay, the new one included; 1 at least
   * @param spared reports that stay whatever their age, such as the baseline
   */
  public Retention(Path output, int keep, Set<Path> spared) {
    this.output = output;
    this.keep = keep;
    this.spared = Set.copyOf(spared);
  }

  /** The reports that are too many, the oldest first. */
  public List<Path> surplus() throws IOException {
    JsonNode own = summary(output);
    List<Dated> others = new ArrayList<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(
            output.getParent(),
            entry ->
                !entry.equals(output)
                    && !Files.isSymbolicLink(entry)
                    && !entry.getFileName().toString().startsWith(".")
                    && ReportFolder.isReport(entry))) {
      for (Path report : entries) {
        JsonNode summary = summary(report);
        String started = summary.at("/durations/started").asText();
        if (!started.isEmpty() && names(summary).equals(names(own))) {
          others.add(new Dated(report, started));
        }
      }
    }
    others.sort(Comparator.comparing(Dated::started).thenComparing(Dated::report));
    return others.stream()
        .limit(Math.max(0, others.size() - (keep - 1)))
        .map(Dated::report)
        .filter(report -> !spared.contains(report))
        .toList();
  }

  private static JsonNode summary(Path report) throws IOException {
    return MAPPER.readTree(report.resolve(ReportFolder.SUMMARY).toFile());
  }

  private static JsonNode names(JsonNode summary) {
    return summary.at("/corpus/names");
  }

  /** Removes a report as a whole, unless another run writes to it. */
  public void remove(Path report) throws IOException {
    Optional<OutputLock> lock = OutputLock.tryAcquire(report);
    if (lock.isPresent()) {
      try (OutputLock held = lock.get()) {
        if (ReportFolder.isReport(held.output())) {
          Path aside = WorkFolders.newFor(report);
          Files.move(report, aside, StandardCopyOption.ATOMIC_MOVE);
          WorkFolders.delete(aside);
        }
      }
    }
  }

  /**
   * Removes what killed runs have left of other outputs beside this one: those of reports with
   * dates as names never run again.
   */
  public void removeLeftOvers() throws IOException {
    TreeSet<Path> outputs = new TreeSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(output.getParent())) {
      entries.forEach(entry -> WorkFolders.outputOf(entry).ifPresent(outputs::add));
    }
    outputs.remove(output);
    for (Path other : outputs) {
      Optional<OutputLock> lock = OutputLock.tryAcquire(other);
      if (lock.isPresent()) {
        try (OutputLock held = lock.get()) {
          WorkFolders.restoreEarlier(held.output());
          for (Path left : WorkFolders.of(other)) {
            WorkFolders.delete(left);
          }
        }
      }
    }
  }
}

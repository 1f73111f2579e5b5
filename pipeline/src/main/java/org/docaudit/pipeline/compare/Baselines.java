package org.docaudit.pipeline.compare;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.docaudit.pipeline.AuditException;
import org.docaudit.pipeline.render.RunSummary;
import org.docaudit.pipeline.report.ReportFolder;

/** Finds the runs that others are compared with. */
public final class Baselines {

  private static final Comparator<Dated> OLDEST_FIRST =
      Comparator.comparing(Dated::started).thenComparing(Dated::folder);

  /** A report of which the tables have not been looked at. */
  private record Dated(Path folder, Instant started) {}

  private Baselines() {}

  /**
   * The run that an audit is to be compared with; empty where the newest is wanted and there is
   * none.
   *
   * @param output folder of the audit's own report, which may hold an earlier one
   * @param corpora names of the audit's corpora
   * @param runs opens a run that was named
   * @throws AuditException with the code of a usage error, where a run was named and is no report
   *     that is whole
   */
  static Optional<ComparedRun> find(
      BaselineChoice choice, Path output, List<String> corpora, NamedRuns runs)
      throws AuditException {
    if (choice.run().isPresent()) {
      return Optional.of(runs.open(choice.run().get()));
    }
    return newest(output.getParent(), corpora);
  }

  /**
   * A run that the user named.
   *
   * @param name of the run for users
   * @throws AuditException with the code of a usage error, where it is no report that is whole
   */
  static ComparedRun named(Path folder, String name) throws AuditException {
    if (!ReportFolder.isReport(folder)) {
      throw AuditException.usage(name + " is not a docaudit report");
    }
    try {
      return ComparedRun.open(folder, name);
    } catch (IOException e) {
      throw AuditException.usage(
          "%s is not a whole docaudit report: %s".formatted(name, e.getMessage()), e);
    }
  }

  /**
   * The run that began last, of the whole reports directly below a folder; of runs that began in
   * the same second the one with the last name.
   *
   * @param corpora the names that its corpora must have; empty for any
   */
  public static Optional<ComparedRun> newest(Path folder, List<String> corpora)
      throws AuditException {
    List<Dated> reports = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries =
          Files.newDirectoryStream(folder, Baselines::mayBeReport)) {
        for (Path entry : entries) {
          dated(entry, corpora).ifPresent(reports::add);
        }
      } catch (IOException e) {
        throw AuditException.usage("cannot read " + folder + ": " + e.getMessage(), e);
      }
    }
    // To see whether tables are whole is to open all their parts: not of reports that are too old.
    return reports.stream()
        .sorted(OLDEST_FIRST.reversed())
        .flatMap(report -> whole(report.folder()).stream())
        .findFirst();
  }

  private static Optional<Dated> dated(Path folder, List<String> corpora) {
    try {
      RunSummary summary = RunSummary.read(folder);
      return corpora.isEmpty() || summary.corpora().equals(corpora)
          ? Optional.of(new Dated(folder, summary.started().orElse(Instant.EPOCH)))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Names with a dot are those of runs that are not done. */
  private static boolean mayBeReport(Path entry) {
    return !entry.getFileName().toString().startsWith(".") && ReportFolder.isReport(entry);
  }

  private static Optional<ComparedRun> whole(Path folder) {
    try {
      return Optional.of(ComparedRun.open(folder, folder.toString()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

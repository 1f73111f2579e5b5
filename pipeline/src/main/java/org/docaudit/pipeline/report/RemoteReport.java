package org.docaudit.pipeline.report;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.docaudit.pipeline.AuditException;
import org.docaudit.read.ObjectStore;
import org.docaudit.read.ObjectStores;

/**
 * A report below a URI of any file system that Beam can write, of which none is asked to rename.
 *
 * <p>Workers write to a prefix of the run's own, {@code .NAME.UUID} beside the report. When
 * everything is there and rendered, and not before, the client removes the earlier {@code
 * summary.json}, copies the tables within the store, sends its own files, removes what else the
 * earlier report had, and writes {@code summary.json} last: who finds one has the whole report of
 * one run. Until then a file {@code _publishing} tells the next run that it may write here.
 *
 * <p>Not safe for threads, but for {@link #close}. Two runs must not write to one URI at a time.
 */
public final class RemoteReport implements ReportDestination {

  private static final String PUBLISHING = "_publishing";

  /** Tables that are not rendered; nobody but readers of the report needs them. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          Tables.HEADINGS.name(),
          Tables.LINKS.name(),
          Tables.WORDS.name(),
          Tables.DUPLICATES.name());

  private final RemoteFolder output;
  private final RemoteFolder staging;

  private RemoteReport(String output, ObjectStore store) {
    int name = output.lastIndexOf('/') + 1;
    String beside =
        output.substring(0, name) + "." + output.substring(name) + "." + UUID.randomUUID();
    this.output = new RemoteFolder(output, store);
    this.staging = new RemoteFolder(beside, store);
  }

  /**
   * Chooses the prefix to write to.
   *
   * @param output URI of the report, without a slash at its end
   * @throws AuditException where something stands there that may not be replaced, or nobody answers
   */
  public static RemoteReport begin(String output, ObjectStores stores) throws AuditException {
    RemoteReport report = new RemoteReport(output, stores.at(output));
    try {
      if (!report.isReplaceable()) {
        throw AuditException.usage(
            "%s holds something that is not a docaudit report; it is not overwritten"
                .formatted(output));
      }
    } catch (IllegalArgumentException e) {
      throw AuditException.usage("--output: " + e.getMessage(), e);
    } catch (IOException e) {
      throw AuditException.incomplete("cannot write to " + output + ": " + e.getMessage(), e);
    }
    return report;
  }

  private boolean isReplaceable() throws IOException {
    return output.isWrittenByUs(ReportFolder.SUMMARY)
        || output.isWrittenByUs(PUBLISHING)
        || output.paths().stream().allMatch(ReportFolder.METRICS::equals);
  }

  @Override
  public String tables(Path work) {
    return staging.uri();
  }

  @Override
  public Set<String> collect(Path work) throws IOException {
    Set<String> elsewhere = new HashSet<>();
    for (String path : staging.paths()) {
      String folder = path.substring(0, Math.max(0, path.indexOf('/')));
      if (ELSEWHERE.contains(folder)) {
        elsewhere.add(folder);
      } else {
        staging.fetch(path, work);
      }
    }
    return elsewhere;
  }

  @Override
  public void publish(Path report) throws IOException {
    Set<String> earlier = output.paths();
    output.send("{\"tool\":\"" + SummaryJson.TOOL + "\"}\n", PUBLISHING);
    if (earlier.remove(ReportFolder.SUMMARY)) {
      output.delete(Set.of(ReportFolder.SUMMARY));
    }
    Set<String> tables = staging.paths();
    tables.removeIf(path -> path.startsWith(ReportLocation.PARTS + "/"));
    staging.copy(tables, output);
    Set<String> present = new HashSet<>(tables);
    present.add(PUBLISHING);
    for (String path : files(report)) {
      if (present.add(path) && !path.equals(ReportFolder.SUMMARY)) {
        output.send(report.resolve(path), path);
      }
    }
    earlier.removeAll(present);
    output.delete(earlier);
    output.send(report.resolve(ReportFolder.SUMMARY), ReportFolder.SUMMARY);
    output.delete(Set.of(PUBLISHING));
  }

  private static List<String> files(Path folder) throws IOException {
    List<String> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(folder.relativize(file).toString().replace('\\', '/'));
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  /** Removes the run's own prefix, whether the report was published or not. */
  @Override
  public void close() throws IOException {
    staging.delete(staging.paths());
  }

  /** Removes the local folder in which a report that is not local was put together. */
  public static void discard(Optional<String> remote, Path report) throws IOException {
    if (remote.isPresent()) {
      WorkFolders.delete(report.getParent());
    }
  }
}

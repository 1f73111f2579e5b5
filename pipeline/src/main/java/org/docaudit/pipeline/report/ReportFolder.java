package org.docaudit.pipeline.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.docaudit.pipeline.AuditException;

/**
 * The output folder of one run. The run writes to a new folder beside it, which takes its place by
 * a rename once it is whole: readers see the earlier report or the new one, and a run that fails
 * leaves the earlier one as it was.
 */
public final class ReportFolder implements AutoCloseable {

  /** The file by which a folder is known to be a report. */
  static final String SUMMARY = "summary.json";

  /** What a run that failed may leave in a folder that has no report yet. */
  public static final String METRICS = "metrics.prom";

  private static final Pattern WORK_ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Path output;
  private final Path work;
  private final Thread cleaner;
  private volatile boolean committed;
  private volatile boolean leavesFacts;
  private volatile Runnable stop = () -> {};

  private ReportFolder(Path output, Path work) {
    this.output = output;
    this.work = work;
    this.cleaner = new Thread(this::removeAfterInterrupt, "docaudit-clean");
    Runtime.getRuntime().addShutdownHook(cleaner);
  }

  /**
   * Makes the folder to write to.
   *
   * @param output absolute path of the output folder
   * @throws AuditException where something stands there that may not be replaced
   */
  public static ReportFolder begin(Path output) throws AuditException {
    if (!isReplaceable(output)) {
      throw AuditException.usage(
          "%s exists and is not a docaudit report; it is not overwritten".formatted(output));
    }
    Path work = output.resolveSibling("." + output.getFileName() + "." + UUID.randomUUID());
    try {
      Files.createDirectories(work);
    } catch (IOException e) {
      throw AuditException.incomplete("cannot write to " + output.getParent() + ": " + e, e);
    }
    return new ReportFolder(output, work);
  }

  /**
   * The folders of earlier runs to this output that did not come to their end and left facts of
   * documents, in order of their age; none where none are.
   */
  public List<Path> leftOver() throws IOException {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> siblings = Files.newDirectoryStream(work.getParent())) {
      for (Path sibling : siblings) {
        if (!sibling.equals(work) && isWork(sibling) && !FactsFolder.pieces(sibling).isEmpty()) {
          folders.add(sibling);
        }
      }
    }
    folders.sort(Comparator.comparing(folder -> folder.toFile().lastModified()));
    return folders;
  }

  private boolean isWork(Path sibling) {
    String name = sibling.getFileName().toString();
    String prefix = "." + output.getFileName() + ".";
    return name.startsWith(prefix)
        && WORK_ID.matcher(name.substring(prefix.length())).matches()
        && Files.isDirectory(sibling);
  }

  /** Where the run writes until it is whole. */
  public Path work() {
    return work;
  }

  /**
   * Says what stops the workers, before what they wrote is removed, where the user ends the
   * process. Runs on another thread, while the run goes on.
   */
  public void onInterrupt(Runnable stop) {
    this.stop = stop;
  }

  /** Whether a run that does not come to its end leaves its facts for one that resumes it. */
  public void leaveFacts(boolean leave) {
    leavesFacts = leave;
  }

  /** Puts the new report in the place of the earlier one. */
  void commit() throws IOException {
    deleteTree(work.resolve(ReportLocation.PARTS));
    if (Files.exists(output)) {
      Path earlier = work.resolveSibling(work.getFileName() + ".earlier");
      Files.move(output, earlier, StandardCopyOption.ATOMIC_MOVE);
      try {
        Files.move(work, output, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        Files.move(earlier, output, StandardCopyOption.ATOMIC_MOVE);
        throw e;
      }
      committed = true;
      deleteTree(earlier);
    } else {
      Files.move(work, output, StandardCopyOption.ATOMIC_MOVE);
      committed = true;
    }
  }

  /** Removes what a run that was not whole has written. */
  @Override
  public void close() throws IOException {
    if (!committed) {
      removeWork();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook does what was done here.
    }
  }

  /** Workers that could not be stopped may write while this deletes: hence the tries. */
  private void removeAfterInterrupt() {
    stop.run();
    for (int tries = 0; tries < 5 && !committed; tries++) {
      try {
        removeWork();
        return;
      } catch (IOException e) {
        // A worker has written a file anew.
      }
    }
  }

  /** Whether a report may be put there: nothing, an empty folder, or what docaudit wrote. */
  public static boolean isReplaceable(Path output) throws AuditException {
    if (!Files.exists(output)) {
      return true;
    }
    return Files.isDirectory(output) && (isUnused(output) || isReport(output));
  }

  private static boolean isUnused(Path folder) throws AuditException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (!entry.getFileName().toString().equals(METRICS)) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw AuditException.usage("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Whether a folder holds a report. */
  public static boolean isReport(Path folder) {
    Path summary = folder.resolve(SUMMARY);
    if (!Files.isRegularFile(summary)) {
      return false;
    }
    try {
      JsonNode json = new ObjectMapper().readTree(summary.toFile());
      return json.path("tool").asText().equals(SummaryJson.TOOL);
    } catch (IOException e) {
      return false;
    }
  }

  private void removeWork() throws IOException {
    if (!leavesFacts || FactsFolder.pieces(work).isEmpty()) {
      deleteTree(work);
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(work)) {
      for (Path entry : entries) {
        if (!entry.getFileName().toString().equals(FactsFolder.NAME)) {
          deleteTree(entry);
        }
      }
    }
  }

  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}

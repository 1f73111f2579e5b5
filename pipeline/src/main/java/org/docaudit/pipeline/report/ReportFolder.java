package org.docaudit.pipeline.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.docaudit.pipeline.AuditException;
import org.docaudit.read.ReportMarks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The output folder of one run. The run holds the folder's {@link OutputLock} and writes to a new
 * folder beside it, which takes its place once it is whole: readers see the earlier report or the
 * new one, and a run that fails leaves the earlier one as it was. That holds for a run that is
 * killed at any moment, and where the machine crashes: the new report is on the disk before it
 * takes its place.
 */
public final class ReportFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReportFolder.class);

  /** The file by which a folder is known to be a report. */
  static final String SUMMARY = ReportMarks.SUMMARY;

  /** What a run that failed may leave in a folder that has no report yet. */
  public static final String METRICS = "metrics.prom";

  private final OutputLock lock;
  private final Path output;
  private final Path work;
  private final Thread cleaner;
  private final SideTasks beside = new SideTasks();
  private boolean committed;
  private boolean givenUp;
  private volatile boolean leavesFacts;
  private volatile Runnable stop = () -> {};

  private ReportFolder(OutputLock lock, Path work) {
    this.lock = lock;
    this.output = lock.output();
    this.work = work;
    this.cleaner = new Thread(this::removeAfterInterrupt, "docaudit-clean");
    Runtime.getRuntime().addShutdownHook(cleaner);
  }

  /**
   * Takes the lock, and makes the folder to write to.
   *
   * @param output absolute path of the output folder
   * @throws AuditException of usage where another run writes to it, or where something stands there
   *     that may not be replaced; incomplete where it cannot be written
   */
  public static ReportFolder begin(Path output) throws AuditException {
    OutputLock lock = lock(output);
    boolean begun = false;
    try {
      if (!isReplaceable(output)) {
        throw AuditException.usage(
            "%s exists and is not a docaudit report; it is not overwritten".formatted(output));
      }
      Path work = Files.createDirectory(WorkFolders.newFor(output));
      begun = true;
      return new ReportFolder(lock, work);
    } catch (IOException e) {
      throw cannotWrite(output, e);
    } finally {
      if (!begun) {
        release(lock);
      }
    }
  }

  /**
   * Takes the lock of an output folder, and puts back the earlier report where a killed run has
   * left it aside.
   *
   * @throws AuditException as {@link OutputLock#acquire}
   */
  public static OutputLock lock(Path output) throws AuditException {
    OutputLock lock = OutputLock.acquire(output);
    try {
      WorkFolders.restoreEarlier(output);
      return lock;
    } catch (IOException e) {
      release(lock);
      throw cannotWrite(output, e);
    }
  }

  private static AuditException cannotWrite(Path output, IOException e) {
    return AuditException.incomplete("cannot write to " + output.getParent() + ": " + e, e);
  }

  /** Gives up the lock; its file does no harm where it cannot be removed. */
  private static void release(OutputLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      LOG.debug("the file of a lock could not be removed", e);
    }
  }

  /** Where the run writes until it is whole. */
  public Path work() {
    return work;
  }

  /** Work folders that killed runs on this output have left. */
  public List<Path> leftOvers() throws IOException {
    List<Path> folders = WorkFolders.of(output);
    folders.remove(work);
    return folders;
  }

  /** Removes what killed runs on this output have left. */
  public void removeLeftOvers() throws IOException {
    for (Path folder : leftOvers()) {
      WorkFolders.delete(folder);
    }
  }

  /** Whether a run that does not come to its end leaves its facts for one that resumes it. */
  public void leaveFacts(boolean leave) {
    leavesFacts = leave;
  }

  /**
   * Says what stops the workers, before what they wrote is removed, where the user ends the
   * process. Runs on another thread, while the run goes on.
   */
  public void onInterrupt(Runnable stop) {
    this.stop = stop;
  }

  /** What may go on until the folder is closed. */
  SideTasks beside() {
    return beside;
  }

  /** What the report consists of so far, without the parts that are put together. */
  List<Path> content() throws IOException {
    List<Path> content = new ArrayList<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(work, entry -> !entry.endsWith(ReportLocation.PARTS))) {
      entries.forEach(content::add);
    }
    return content;
  }

  /**
   * Puts the new report in the place of the earlier one, which is deleted while the run goes on; at
   * last {@link #close} waits for that.
   */
  void commit() throws IOException {
    List<Path> content = content();
    try (SideTasks tasks = new SideTasks()) {
      SideTasks.Task<Void> removed =
          tasks.beginAction(() -> WorkFolders.delete(work.resolve(ReportLocation.PARTS)));
      DurableFiles.force(content);
      removed.result();
    }
    DurableFiles.forceNames(work);
    Optional<Path> earlier = takePlace();
    DurableFiles.forceNames(output.getParent());
    earlier.ifPresent(report -> beside.beginAction(() -> remove(report)));
  }

  private static void remove(Path earlier) {
    try {
      WorkFolders.delete(earlier);
    } catch (IOException e) {
      LOG.warn("the earlier report could not be removed; the next run tries again", e);
    }
  }

  /** Never while the folder is being removed; returns where the earlier report is then. */
  private synchronized Optional<Path> takePlace() throws IOException {
    if (givenUp) {
      throw new IOException("the process is ending");
    }
    boolean replaces = Files.exists(output, LinkOption.NOFOLLOW_LINKS);
    if (!replaces) {
      Files.move(work, output, StandardCopyOption.ATOMIC_MOVE);
    } else if (!FolderExchange.tryExchange(work, output)) {
      replaceInTwoSteps();
    }
    committed = true;
    return replaces ? Optional.of(work) : Optional.empty();
  }

  /** Between the steps there is no report; the lock's next owner puts the earlier one back. */
  private void replaceInTwoSteps() throws IOException {
    Path earlier = WorkFolders.earlier(work);
    Files.move(output, earlier, StandardCopyOption.ATOMIC_MOVE);
    try {
      Files.move(work, output, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.move(earlier, output, StandardCopyOption.ATOMIC_MOVE);
      throw e;
    }
    // What is being deleted must not look like a report that is to be put back.
    Files.move(earlier, work, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Waits until nothing is done {@link #beside} any more, removes what a run that was not whole has
   * written, and releases the lock.
   */
  @Override
  public void close() throws IOException {
    try {
      beside.close();
      if (!committed) {
        removeWork();
      }
    } finally {
      release(lock);
      try {
        Runtime.getRuntime().removeShutdownHook(cleaner);
      } catch (IllegalStateException e) {
        // The process is ending already, and the hook does what was done here.
      }
    }
  }

  /** Workers that could not be stopped may write while this deletes: hence the tries. */
  private void removeAfterInterrupt() {
    stop.run();
    synchronized (this) {
      givenUp = true;
    }
    for (int tries = 0; tries < 5 && !committed; tries++) {
      try {
        removeWork();
        break;
      } catch (IOException e) {
        // A worker has written a file anew.
      }
    }
    release(lock);
  }

  private void removeWork() throws IOException {
    if (!leavesFacts || FactsFolder.pieces(work).isEmpty()) {
      WorkFolders.delete(work);
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(work)) {
      for (Path entry : entries) {
        if (!entry.getFileName().toString().equals(FactsFolder.NAME)) {
          WorkFolders.delete(entry);
        }
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
}

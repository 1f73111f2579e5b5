package org.docaudit.pipeline.report;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.docaudit.pipeline.AuditException;
import org.docaudit.read.ObjectStores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy, in a temporary folder, of what commands read of a report below a URI: {@code
 * summary.json} and tables in Parquet. It lasts until it is closed or the process ends.
 */
public final class FetchedReport implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(FetchedReport.class);

  private static final Set<String> RENDERED =
      Set.of(Tables.DOCUMENTS.name(), Tables.FINDINGS.name(), Tables.CHANGES.name());

  private static final Set<String> COMPARED =
      Set.of(
          Tables.DOCUMENTS.name(),
          Tables.HEADINGS.name(),
          Tables.LINKS.name(),
          Tables.FINDINGS.name(),
          Tables.CHANGES.name());

  private final RemoteFolder remote;
  private final Path temporary;
  private final Thread cleaner = new Thread(this::remove, "docaudit-clean");

  private FetchedReport(RemoteFolder remote) throws IOException {
    this.remote = remote;
    this.temporary = Files.createTempDirectory("docaudit-");
    Runtime.getRuntime().addShutdownHook(cleaner);
  }

  /**
   * What reports are rendered from.
   *
   * @throws AuditException of usage where there is no report; incomplete where it cannot be read
   */
  public static FetchedReport toRender(String uri, ObjectStores stores) throws AuditException {
    return of(uri, RENDERED, stores);
  }

  /** What runs are compared and explained by. Throws as {@link #toRender}. */
  public static FetchedReport toCompare(String uri, ObjectStores stores) throws AuditException {
    return of(uri, COMPARED, stores);
  }

  private static FetchedReport of(String uri, Set<String> tables, ObjectStores stores)
      throws AuditException {
    String folder = uri.replaceFirst("/+$", "");
    FetchedReport report = null;
    boolean whole = false;
    try {
      report = new FetchedReport(new RemoteFolder(folder, stores.at(folder)));
      report.fetch(tables);
      whole = true;
      return report;
    } catch (IllegalArgumentException e) {
      throw AuditException.usage(uri + " cannot be read: " + e.getMessage(), e);
    } catch (IOException e) {
      throw AuditException.incomplete(uri + " cannot be read: " + e.getMessage(), e);
    } finally {
      if (!whole && report != null) {
        report.close();
      }
    }
  }

  /** The summary comes last when a report is published, and is taken away first. */
  private void fetch(Set<String> tables) throws IOException, AuditException {
    Path folder = Files.createDirectories(folder());
    try {
      remote.fetch(ReportFolder.SUMMARY, folder);
    } catch (FileNotFoundException e) {
      throw notAReport();
    }
    if (!ReportFolder.isReport(folder)) {
      throw notAReport();
    }
    try {
      for (String path : remote.paths()) {
        if (path.endsWith(".parquet") && tables.contains(path.split("/", 2)[0])) {
          remote.fetch(path, folder);
        }
      }
      byte[] summary = Files.readAllBytes(folder.resolve(ReportFolder.SUMMARY));
      if (Arrays.equals(summary, remote.read(ReportFolder.SUMMARY))) {
        return;
      }
    } catch (FileNotFoundException e) {
      LOG.debug("a file is gone", e);
    }
    throw new IOException("another run replaced it meanwhile; try again");
  }

  private AuditException notAReport() {
    return AuditException.usage(remote.uri() + " is not a docaudit report");
  }

  /** The copy, in a folder of the report's name. */
  public Path folder() {
    return temporary.resolve(name());
  }

  /** The last part of the URI. */
  public String name() {
    return remote.uri().substring(remote.uri().lastIndexOf('/') + 1);
  }

  /**
   * Sends files of the copy to the report.
   *
   * @return their URIs
   */
  public List<String> send(List<Path> files) throws IOException {
    for (Path file : files) {
      remote.send(file, name(file));
    }
    return files.stream().map(file -> remote.uri() + "/" + name(file)).toList();
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  @Override
  public void close() {
    remove();
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException e) {
      // The process is ending: the hook runs already.
    }
  }

  private void remove() {
    try {
      WorkFolders.delete(temporary);
    } catch (IOException e) {
      LOG.warn("a temporary folder could not be removed", e);
    }
  }
}

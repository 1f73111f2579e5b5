package org.docaudit.pipeline.compare;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.docaudit.pipeline.AuditException;
import org.docaudit.pipeline.LocalPath;
import org.docaudit.pipeline.report.FetchedReport;
import org.docaudit.read.ObjectStores;

/**
 * Opens runs that the user named: by a folder, or by a URI, of which there is a local copy then
 * until this is closed. Not safe for threads.
 */
public final class NamedRuns implements Closeable {

  /** Opens the stores when the first URI needs them. */
  public interface Stores {
    ObjectStores open() throws AuditException;
  }

  private final Path folder;
  private final Stores stores;
  private final List<FetchedReport> fetched = new ArrayList<>();

  /**
   * @param folder the current folder
   */
  public NamedRuns(Path folder, Stores stores) {
    this.folder = folder;
    this.stores = stores;
  }

  /**
   * Opens a run.
   *
   * @throws AuditException of usage, where it is no report that is whole; incomplete where a store
   *     does not answer
   */
  public ComparedRun open(String argument) throws AuditException {
    if (ObjectStores.isRemote(argument)) {
      FetchedReport report = FetchedReport.toCompare(argument, stores.open());
      fetched.add(report);
      return Baselines.named(report.folder(), argument);
    }
    Path path = LocalPath.of("RUN", argument, folder);
    return Baselines.named(path, path.toString());
  }

  @Override
  public void close() {
    fetched.forEach(FetchedReport::close);
  }
}

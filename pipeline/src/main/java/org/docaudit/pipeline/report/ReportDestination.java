package org.docaudit.pipeline.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Where a run's report goes. The client puts it together in a local {@link ReportFolder} in any
 * case; a destination says where workers write the tables, and brings the report to its place.
 */
public interface ReportDestination extends Closeable {

  /** The report folder itself. */
  ReportDestination LOCAL =
      new ReportDestination() {
        @Override
        public String tables(Path work) {
          return work.toString();
        }

        @Override
        public Set<String> collect(Path work) {
          return Set.of();
        }

        @Override
        public void publish(Path report) {}

        @Override
        public void close() {}
      };

  /** Folder that workers write to, as {@link ReportLocation#folder}. */
  String tables(Path work);

  /**
   * Brings what completion and rendering read to the local folder, once the job has ended.
   *
   * @return names of tables that have parts, but not in the local folder
   */
  Set<String> collect(Path work) throws IOException;

  /** Puts a report that is complete in the local folder in its place. */
  void publish(Path report) throws IOException;

  /** Removes what a run that was not whole has written. Can be called twice, by any thread. */
  @Override
  void close() throws IOException;
}

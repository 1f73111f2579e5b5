package org.docaudit.runner.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.util.FileUtils;
import org.docaudit.pipeline.AuditException;

/**
 * A folder that goes with the process. Flink leaves files behind where a process ends right after
 * its job.
 */
final class TemporaryFolder {

  private TemporaryFolder() {}

  static Path create() throws AuditException {
    Path folder;
    try {
      folder = Files.createTempDirectory("docaudit-flink-");
    } catch (IOException e) {
      throw AuditException.incomplete("cannot make a temporary folder: " + e, e);
    }
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> FileUtils.deleteDirectoryQuietly(folder.toFile()), "docaudit-clean"));
    return folder;
  }
}

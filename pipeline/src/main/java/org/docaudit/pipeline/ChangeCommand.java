package org.docaudit.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The user's command that is told of changes: a shell runs it with {@code summary.json} on its
 * standard input. What it prints goes to standard error. How it ends has no effect on the audit.
 */
final class ChangeCommand {

  /** A command that waits for an answer must not keep the next night's audit from its lock. */
  static final Duration LIMIT = Duration.ofSeconds(60);

  private final String command;
  private final Path folder;
  private final Duration limit;

  /**
   * @param folder the current folder
   * @param limit after which it is killed, with the processes that it started
   */
  ChangeCommand(String command, Path folder, Duration limit) {
    this.command = command;
    this.folder = folder;
    this.limit = limit;
  }

  /**
   * Runs it where documents or findings differ from those of the run before, or where there is no
   * run before.
   *
   * @param report folder of the report
   * @return what went wrong
   */
  Optional<String> tell(Path report) throws InterruptedException {
    Path summary = report.resolve("summary.json");
    try {
      JsonNode changed = new ObjectMapper().readTree(summary.toFile()).path("changed");
      if (changed.isObject()
          && !changed.path("documents").asBoolean()
          && !changed.path("findings").asBoolean()) {
        return Optional.empty();
      }
      return run(summary);
    } catch (IOException e) {
      return Optional.of("could not be started: " + e.getMessage());
    }
  }

  private Optional<String> run(Path summary) throws IOException, InterruptedException {
    // Standard output is the audit's: others may read the table or annotations from it.
    Process process =
        new ProcessBuilder(List.of("sh", "-c", "exec >&2; eval \"$0\"", command))
            .directory(folder.toFile())
            .redirectInput(summary.toFile())
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      return Optional.of("was ended after %d s".formatted(limit.toSeconds()));
    }
    return process.exitValue() == 0
        ? Optional.empty()
        : Optional.of("ended with exit code " + process.exitValue());
  }
}

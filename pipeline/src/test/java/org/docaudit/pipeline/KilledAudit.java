package org.docaudit.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** An audit in a process of its own, which is killed in its midst. */
final class KilledAudit {

  private KilledAudit() {}

  /**
   * Audits {@code docs} in a folder and ends, without any cleaning up, as soon as so many more
   * pieces of facts are there, at the latest before the report is completed.
   */
  public static void main(String... arguments) {
    Path folder = Path.of(arguments[0]);
    long wanted = pieces(folder) + Integer.parseInt(arguments[1]);
    Thread killer =
        new Thread(
            () -> {
              while (pieces(folder) < wanted) {
                Thread.onSpinWait();
              }
              die();
            });
    killer.setDaemon(true);
    killer.start();
    new TestAudit(folder).whenJobEnded(KilledAudit::die).audit("docs", "--resume");
    System.exit(0);
  }

  private static void die() {
    Runtime.getRuntime().halt(KILLED);
  }

  /** What a shell says of a process that was killed. */
  static final int KILLED = 137;

  /** Runs it to its end and gives its exit code. */
  static int run(Path folder, int pieces) throws IOException, InterruptedException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            KilledAudit.class.getName(),
            folder.toString(),
            Integer.toString(pieces))
        .inheritIO()
        .start()
        .waitFor();
  }

  /** Files of facts that unfinished runs have left. */
  static long pieces(Path folder) {
    try (Stream<Path> files = Files.walk(folder.resolve("results"), 3)) {
      return files.filter(file -> file.toString().endsWith(".facts")).count();
    } catch (IOException | UncheckedIOException e) {
      return 0; // What was seen a moment ago is gone.
    }
  }
}

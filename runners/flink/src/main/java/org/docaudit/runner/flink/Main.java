package org.docaudit.runner.flink;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.docaudit.pipeline.AuditJob;
import org.docaudit.pipeline.Docaudit;
import org.docaudit.pipeline.ExitCode;

/** What the launcher starts for Flink, and the main class of the job jar. */
public final class Main {

  private static final String JOB_JAR = "docaudit-flink.jar";

  /**
   * Elements are never changed once they are sent, so nothing needs to be copied. Every step takes
   * its inputs as they come and sorts them aside, so no step can block another, and what is between
   * two steps needs no disk.
   */
  private static final List<String> DEFAULTS =
      List.of(
          "--runner=FlinkRunner",
          "--jobName=docaudit",
          "--objectReuse=true",
          "--fasterCopy=true",
          "--executionModeForBatch=PIPELINED_FORCED");

  private Main() {}

  /**
   * Runs the command. Where Flink itself runs this program, the process is not ours to end.
   *
   * @throws IllegalStateException there, where the audit could not be completed
   */
  public static void main(String[] arguments) {
    // Read once, before anything logs; what the libraries say concerns whoever asks for it.
    boolean verbose = List.of(arguments).contains("--verbose");
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", verbose ? "info" : "error");
    int code = Docaudit.run(new AuditJob(defaults(), new FlinkLauncher()), arguments);
    if (!AuditEnvironment.isGiven()) {
      System.exit(code);
    }
    if (code >= ExitCode.USAGE.code()) {
      throw new IllegalStateException("docaudit ended with exit code " + code);
    }
  }

  static List<String> defaults() {
    List<String> defaults = new ArrayList<>(DEFAULTS);
    jobJar().ifPresent(jar -> defaults.add("--filesToStage=" + jar));
    return defaults;
  }

  /** The build puts it beside the folder of the class path. */
  private static Optional<Path> jobJar() {
    try {
      URI own = Main.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path jar = Path.of(own).resolveSibling("../" + JOB_JAR).normalize();
      return Optional.of(jar).filter(Files::isRegularFile);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

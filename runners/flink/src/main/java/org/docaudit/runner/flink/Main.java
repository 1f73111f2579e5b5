package org.docaudit.runner.flink;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    Path own = ownLocation();
    // The build puts it beside the folder of the class path.
    Path jobJar = own.resolveSibling("../" + JOB_JAR).normalize();
    if (Files.isRegularFile(jobJar)) {
      defaults.add(
          Stream.concat(Stream.of(jobJar), storeJars(own.getParent()))
              .map(Path::toString)
              .collect(Collectors.joining(",", "--filesToStage=", "")));
    }
    return defaults;
  }

  private static Path ownLocation() {
    try {
      return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What the launcher has added to the jars of its own folder: those of object stores, which the
   * build puts into folders of the same name.
   */
  private static Stream<Path> storeJars(Path own) {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getProperty("java.class.path"))
        .map(Path::of)
        .filter(jar -> !own.equals(jar.getParent()))
        .filter(jar -> jar.resolveSibling("").endsWith("target/docaudit/lib"));
  }
}

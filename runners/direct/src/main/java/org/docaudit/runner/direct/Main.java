package org.docaudit.runner.direct;

import java.util.List;
import org.docaudit.pipeline.AuditJob;
import org.docaudit.pipeline.Docaudit;

/** What the launcher starts. */
public final class Main {

  /**
   * Turns off the DirectRunner's checks, which encode and compare every element (one million
   * elements through three transforms: 8 seconds with them, 0.9 without; tests run with them), and
   * lets the client follow the job.
   */
  private static final List<String> DEFAULTS =
      List.of(
          "--runner=DirectRunner",
          "--enforceImmutability=false",
          "--enforceEncodability=false",
          "--blockOnRun=false");

  private Main() {}

  public static void main(String[] arguments) {
    // Read once, before anything logs; what the libraries say concerns whoever asks for it.
    boolean verbose = List.of(arguments).contains("--verbose");
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", verbose ? "info" : "warn");
    System.exit(Docaudit.run(new AuditJob(DEFAULTS), arguments));
  }
}

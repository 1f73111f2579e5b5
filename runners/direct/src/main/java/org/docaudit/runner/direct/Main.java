package org.docaudit.runner.direct;

import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.docaudit.pipeline.AuditJob;
import org.docaudit.pipeline.Docaudit;

/** What the launcher starts. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(Docaudit.run(new AuditJob(Main::configure), arguments));
  }

  /**
   * Turns off the DirectRunner's checks, which encode and compare every element (one million
   * elements through three transforms: 8 seconds with them, 0.9 without; tests run with them), and
   * lets the client follow the job.
   */
  static void configure(PipelineOptions options, long documentBytes) {
    DirectOptions direct = options.as(DirectOptions.class);
    direct.setEnforceImmutability(false);
    direct.setEnforceEncodability(false);
    direct.setBlockOnRun(false);
  }
}

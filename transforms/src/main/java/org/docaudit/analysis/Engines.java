package org.docaudit.analysis;

/** The engines, by name. */
public final class Engines {

  private Engines() {}

  /**
   * The engine of a configuration.
   *
   * @throws IllegalArgumentException where there is no such engine here
   */
  public static AnalysisEngine create(AnalysisConfig config) {
    return switch (config.engine()) {
      case "auto", JavaEngine.NAME -> new JavaEngine(config.limits());
      default ->
          throw new IllegalArgumentException("there is no engine `" + config.engine() + "` here");
    };
  }
}

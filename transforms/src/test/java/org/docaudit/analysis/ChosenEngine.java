package org.docaudit.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;

/** Chooses an engine in a JVM of its own, and prints what it does. */
final class ChosenEngine {

  private ChosenEngine() {}

  /**
   * Runs.
   *
   * @param arguments the engine's name, and documents, each a batch
   */
  public static void main(String[] arguments) {
    Engines.Choice choice;
    try {
      choice = Engines.create(arguments[0], Limits.DEFAULT);
    } catch (EngineUnavailableException e) {
      System.out.println("unavailable: " + e.getMessage());
      return;
    }
    System.out.println("chosen: " + choice.reason());
    AnalysisEngine java = new JavaEngine(Limits.DEFAULT);
    for (String document : Arrays.asList(arguments).subList(1, arguments.length)) {
      List<byte[]> batch = List.of(document.getBytes(UTF_8));
      ParsedBatch parsed = choice.engine().parse(batch);
      boolean same = parsed.documents().equals(java.parse(batch).documents());
      System.out.println(
          parsed.engine() + (same ? " gives the same: " : " differs: ") + parsed.fallback());
    }
  }
}

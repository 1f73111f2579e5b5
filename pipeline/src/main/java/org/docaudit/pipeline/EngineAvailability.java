package org.docaudit.pipeline;

import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Whether the engine that was asked for is there, known before anything runs.
 *
 * @param reason why another engine than the preferred one is used, or null where there is nothing
 *     to say
 */
record EngineAvailability(@Nullable String reason) {

  private static final String NO_NATIVE = "this build has no native engine";

  /**
   * Looks for the engine.
   *
   * @throws AuditException where {@code native} was demanded and cannot be had
   */
  static EngineAvailability of(EngineChoice choice) throws AuditException {
    return switch (choice) {
      case NATIVE ->
          throw AuditException.incomplete("the native engine cannot run: " + NO_NATIVE, null);
      case AUTO -> new EngineAvailability(NO_NATIVE);
      case JAVA -> new EngineAvailability(null);
    };
  }
}

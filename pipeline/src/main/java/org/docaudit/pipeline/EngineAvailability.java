package org.docaudit.pipeline;

import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.EngineUnavailableException;
import org.docaudit.analysis.Engines;
import org.docaudit.analysis.Limits;

/**
 * Whether the engine that was asked for is there, known before anything runs.
 *
 * @param reason why another engine than the preferred one is used, or null where there is nothing
 *     to say
 */
record EngineAvailability(@Nullable String reason) {

  /** Makes an engine by its name, as {@link Engines#create} does. */
  interface EngineMaker {
    Engines.Choice create(String name);
  }

  /**
   * Looks for the engine.
   *
   * @throws AuditException where {@code native} was demanded and cannot be had
   */
  static EngineAvailability of(EngineChoice choice) throws AuditException {
    return of(choice, name -> Engines.create(name, Limits.DEFAULT));
  }

  /** This, or the other reason where there is none. */
  EngineAvailability or(Optional<String> other) {
    return reason == null ? new EngineAvailability(other.orElse(null)) : this;
  }

  static EngineAvailability of(EngineChoice choice, EngineMaker maker) throws AuditException {
    try {
      return new EngineAvailability(maker.create(choice.id()).reason());
    } catch (EngineUnavailableException e) {
      throw AuditException.incomplete("the native engine cannot run: " + e.getMessage(), e);
    }
  }
}

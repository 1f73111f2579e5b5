package org.docaudit.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.docaudit.pipeline.config.Keyword;

/** Which engine reads the documents. */
public enum EngineChoice {
  /** The native one where it loads, else Java; the run says which and why. */
  AUTO,
  /** The native one, or no audit. */
  NATIVE,
  JAVA;

  /** The environment variable that chooses where the command line does not. */
  static final String VARIABLE = "DOCAUDIT_ENGINE";

  /** What the environment says, if anything. */
  static Optional<EngineChoice> of(Map<String, String> environment) throws AuditException {
    String variable = environment.getOrDefault(VARIABLE, "");
    try {
      return variable.isEmpty() ? Optional.empty() : Optional.of(parse(variable));
    } catch (IllegalArgumentException e) {
      throw AuditException.usage(VARIABLE + ": " + e.getMessage(), e);
    }
  }

  /** The name as it stands on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a name, or throws IllegalArgumentException with a message that lists them. */
  static EngineChoice parse(String text) {
    return Keyword.parse(text, List.of(values()), EngineChoice::id);
  }
}

package org.docaudit.analysis;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.nativeudf.NativeUnavailableException;

/** Makes engines by name. */
public final class Engines {

  /** The native engine where it loads, else Java. */
  public static final String AUTO = "auto";

  /**
   * An engine that was chosen.
   *
   * @param reason why it is not the preferred one, or null
   */
  public record Choice(AnalysisEngine engine, @Nullable String reason) {

    /** The name of the engine. */
    public String name() {
      return engine instanceof NativeEngine ? NativeEngine.NAME : JavaEngine.NAME;
    }
  }

  private Engines() {}

  /**
   * The engine of this name, for one thread at a time.
   *
   * @throws IllegalArgumentException where there is no engine of this name
   * @throws EngineUnavailableException where {@code native} cannot be loaded
   */
  public static Choice create(String name, Limits limits) {
    return switch (name) {
      case JavaEngine.NAME -> new Choice(new JavaEngine(limits), null);
      case NativeEngine.NAME, AUTO -> {
        try {
          yield new Choice(NativeEngine.create(limits), null);
        } catch (NativeUnavailableException e) {
          if (name.equals(NativeEngine.NAME)) {
            throw new EngineUnavailableException(e);
          }
          yield new Choice(new JavaEngine(limits), e.getMessage());
        }
      }
      default -> throw new IllegalArgumentException("there is no engine `" + name + "`");
    };
  }
}

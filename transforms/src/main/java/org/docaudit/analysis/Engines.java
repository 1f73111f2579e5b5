package org.docaudit.analysis;

import java.security.MessageDigest;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Sha256;
import org.docaudit.nativeudf.NativeSha256;
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
   * SHA-256 for long content, by the library where the engine of this name is the native one; not
   * thread-safe.
   */
  public static MessageDigest sha256(String name) {
    if (name.equals(JavaEngine.NAME)) {
      return Sha256.digest();
    }
    try {
      return NativeSha256.create();
    } catch (NativeUnavailableException e) {
      return Sha256.digest();
    }
  }

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

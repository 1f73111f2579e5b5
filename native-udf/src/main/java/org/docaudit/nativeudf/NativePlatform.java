package org.docaudit.nativeudf;

import java.util.Locale;

/** The platform this process runs on, as the resources of libraries are named after it. */
public final class NativePlatform {

  private NativePlatform() {}

  /** Such as {@code linux-x86_64}. */
  public static String name() {
    return name(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static String name(String system, String architecture) {
    String lower = system.toLowerCase(Locale.ROOT);
    String os = lower.startsWith("mac") ? "macos" : lower.split(" ", 2)[0];
    String arch =
        switch (architecture.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64", "x86-64" -> "x86_64";
          case "arm64", "aarch64" -> "aarch64";
          default -> architecture.toLowerCase(Locale.ROOT);
        };
    return os + "-" + arch;
  }

  /** The resource of this platform's library, below the root of the class path. */
  static String resource() {
    return "native/" + name() + "/" + System.mapLibraryName("docaudit");
  }
}

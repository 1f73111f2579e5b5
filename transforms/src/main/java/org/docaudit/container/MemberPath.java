package org.docaudit.container;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Paths of members: which are safe, and what they are in the corpus. */
public final class MemberPath {
  /** Longest path of Linux; longer ones are an attack or a mistake. */
  static final int MAX_BYTES = 4096;

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

  /** Of an identifier that is a URL: its scheme. */
  private static final Pattern SCHEME =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://(?=[^/])", Pattern.DOTALL);

  private MemberPath() {}

  /** Why a member of this name has no place in a corpus, or empty where it has. */
  public static Optional<String> problem(String name) {
    return Optional.ofNullable(reason(name));
  }

  private static @Nullable String reason(String name) {
    if (name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      return "is longer than " + MAX_BYTES + " bytes";
    } else if (name.startsWith("/")) {
      return "is absolute";
    } else if (name.indexOf('\\') >= 0) {
      return "holds a backslash";
    } else if (DRIVE.matcher(name).matches() && !isUrl(name)) {
      return "begins with a drive";
    } else if (name.indexOf('\0') >= 0) {
      return "holds a NUL character";
    } else if (("/" + name + "/").contains("/../")) {
      return "leads upwards";
    }
    return normalize(name).isEmpty() ? "is empty" : null;
  }

  /** Whether the name is a URL, as identifiers in datasets are. */
  public static boolean isUrl(String name) {
    return SCHEME.matcher(name).lookingAt();
  }

  /**
   * The path in the corpus: without empty and {@code .} segments. Of a URL the scheme goes too, so
   * that the host is the first folder.
   */
  public static String normalize(String name) {
    String path = SCHEME.matcher(name).replaceFirst("");
    if (!path.startsWith("./") && !("/" + path + "/").contains("//") && !path.contains("/./")) {
      return path.equals(".") ? "" : path;
    }
    StringBuilder normal = new StringBuilder(path.length());
    for (String segment : path.split("/", -1)) {
      if (!segment.isEmpty() && !segment.equals(".")) {
        normal.append(normal.length() == 0 ? "" : "/").append(segment);
      }
    }
    return normal.toString();
  }
}

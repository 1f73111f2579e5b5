package org.docaudit.links;

import java.util.Optional;

/**
 * Paths in a corpus: segments joined by {@code /}, no leading and no trailing slash, no empty,
 * {@code .} or {@code ..} segment; the empty string is the corpus' root. With several corpora each
 * path begins with its corpus' name. All methods are thread-safe and linear.
 */
public final class CorpusPath {
  private CorpusPath() {}

  /**
   * The path that a target means, seen from a folder; empty where it leaves the root on its way,
   * even if it came back ({@code ../corpus/a.md}): the names above the root are no part of the
   * corpus.
   *
   * @param root what the path must not leave: empty, or a corpus' name with or without a slash
   * @param folder corpus path of the folder that the target is relative to, inside the root
   * @param target decoded, with any {@code .}, {@code ..} and repeated slashes
   */
  public static Optional<String> resolve(String root, String folder, String target) {
    StringBuilder path = new StringBuilder(folder);
    return append(path, trimmed(root).length(), target)
        ? Optional.of(path.toString())
        : Optional.empty();
  }

  /** As {@link #resolve}, but {@code ..} at the root stays there, as in a browser. */
  static String resolveInside(String root, String folder, String target) {
    StringBuilder path = new StringBuilder(folder);
    append(path, trimmed(root).length(), target);
    return path.toString();
  }

  /** The folder that a path lies in; empty for the corpus' root. */
  public static String folderOf(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** What stands behind the last slash. */
  public static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A name inside a folder. */
  static String join(String folder, String name) {
    return folder.isEmpty() ? name : name.isEmpty() ? folder : folder + "/" + name;
  }

  /** How a folder's path is shown, and told apart from a file's: with a slash at its end. */
  static String ofFolder(String path) {
    return path.isEmpty() ? "./" : path + "/";
  }

  /** Without slashes at either end. */
  static String trimmed(String path) {
    int start = 0;
    int end = path.length();
    while (start < end && path.charAt(start) == '/') {
      start++;
    }
    while (end > start && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(start, end);
  }

  /** Returns whether the path stayed inside its first {@code floor} characters. */
  private static boolean append(StringBuilder path, int floor, String target) {
    boolean inside = true;
    for (int start = 0; start <= target.length(); ) {
      int slash = target.indexOf('/', start);
      int end = slash < 0 ? target.length() : slash;
      int length = end - start;
      if (length == 2 && target.startsWith("..", start)) {
        if (path.length() > floor) {
          path.setLength(Math.max(floor, path.lastIndexOf("/")));
        } else {
          inside = false;
        }
      } else if (length > 1 || (length == 1 && target.charAt(start) != '.')) {
        if (path.length() > 0) {
          path.append('/');
        }
        path.append(target, start, end);
      }
      start = end + 1;
    }
    return inside;
  }
}

package org.docaudit.read;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Where a symbolic link leads.
 *
 * @param attributes of the target; not null where it is inside the corpus
 */
record LinkTarget(Kind kind, @Nullable BasicFileAttributes attributes) {

  enum Kind {
    /** A file of the corpus. */
    FILE,
    /** A folder of the corpus that may be walked. */
    FOLDER,
    /** A folder of the corpus that may not: the link is in it, or it is {@code .git}. */
    CLOSED_FOLDER,
    /** Something outside the corpus. */
    OUTSIDE,
    /** Nothing, or itself. */
    DANGLING,
    /** It cannot be told. */
    UNKNOWN
  }

  /**
   * @param root real path of the corpus
   * @param asked of the target
   */
  static LinkTarget of(Path link, Path root, FileAttributes asked) {
    try {
      Path target = link.toRealPath();
      if (!target.startsWith(root)) {
        return new LinkTarget(Kind.OUTSIDE, null);
      }
      BasicFileAttributes attributes = asked.of(target);
      if (!attributes.isDirectory()) {
        return new LinkTarget(Kind.FILE, attributes);
      }
      Path parent = link.toAbsolutePath().getParent();
      boolean closed =
          isInGitFolder(root.relativize(target))
              || (parent != null && parent.toRealPath().startsWith(target));
      return new LinkTarget(closed ? Kind.CLOSED_FOLDER : Kind.FOLDER, attributes);
    } catch (NoSuchFileException e) {
      return new LinkTarget(Kind.DANGLING, null);
    } catch (AccessDeniedException e) {
      return new LinkTarget(Kind.UNKNOWN, null);
    } catch (IOException loop) {
      // Linux and macOS report ELOOP as a plain FileSystemException.
      return new LinkTarget(Kind.DANGLING, null);
    }
  }

  private static boolean isInGitFolder(Path path) {
    for (Path name : path) {
      if (name.toString().equals(LocalWalk.GIT)) {
        return true;
      }
    }
    return false;
  }
}

package org.docaudit.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Queue;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Reads files of ignore rules from local disks. */
final class IgnoreFiles {
  /** Larger files of rules are not obeyed: each rule is tried on every document below. */
  static final int MAX_BYTES = 1 << 20;

  private IgnoreFiles() {}

  /**
   * The content, or null where there is no such regular file. Like git, follows no symbolic link.
   *
   * @param path for the problem that is added where the file is there but cannot be read
   */
  static byte @Nullable [] read(Path file, String path, Queue<ListingProblem> problems) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length <= MAX_BYTES) {
        return bytes;
      }
      problems.add(tooLarge(path));
    } catch (IOException e) {
      problems.add(new ListingProblem(path, "its rules were not obeyed: " + IoMessages.of(e)));
    }
    return null;
  }

  static ListingProblem tooLarge(String path) {
    return new ListingProblem(path, "its rules were not obeyed: larger than 1 MiB");
  }
}

package org.docaudit.pipeline.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The folders beside an output folder in which runs work: {@code .NAME.UUID}. Where two folders
 * cannot be exchanged in one step, {@code .NAME.UUID.earlier} is the whole earlier report while the
 * new one takes its place. Who holds the output's {@link OutputLock} may take every one of them for
 * left behind.
 */
final class WorkFolders {

  private static final String EARLIER = ".earlier";

  private static final Pattern NAME =
      Pattern.compile(
          "\\.(.+)\\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(\\.earlier)?",
          Pattern.DOTALL);

  private WorkFolders() {}

  /** A name for a new one. */
  static Path newFor(Path output) {
    return output.resolveSibling("." + output.getFileName() + "." + UUID.randomUUID());
  }

  /** The name of the earlier report while the work folder takes its place. */
  static Path earlier(Path work) {
    return work.resolveSibling(work.getFileName() + EARLIER);
  }

  /** Those of one output, in order of their names. */
  static List<Path> of(Path output) throws IOException {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(
            output.getParent(), entry -> output.equals(outputOf(entry).orElse(null)))) {
      entries.forEach(folders::add);
    }
    Collections.sort(folders);
    return folders;
  }

  /** The output that a folder is a work folder of; empty where it is none. */
  static Optional<Path> outputOf(Path folder) {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    return name.matches() && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(folder.resolveSibling(name.group(1)))
        : Optional.empty();
  }

  /**
   * Puts the earlier report back where a run was killed between taking it away and putting its own
   * in its place. Needs the output's lock.
   */
  static void restoreEarlier(Path output) throws IOException {
    if (Files.notExists(output, LinkOption.NOFOLLOW_LINKS)) {
      Optional<Path> latest =
          of(output).stream()
              .filter(folder -> folder.toString().endsWith(EARLIER))
              .max(Comparator.comparing(WorkFolders::modified));
      if (latest.isPresent()) {
        Files.move(latest.get(), output, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  private static FileTime modified(Path folder) {
    try {
      return Files.getLastModifiedTime(folder);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  /** Deletes a folder with all that is in it; none is deleted already. */
  static void delete(Path folder) throws IOException {
    if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}

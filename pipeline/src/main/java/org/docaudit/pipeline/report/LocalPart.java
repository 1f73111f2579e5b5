package org.docaudit.pipeline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file of a report in a local folder. It has another name until it is closed: of two workers that
 * write the same part, because a runner took one of them for lost, neither sees or harms what the
 * other writes.
 */
final class LocalPart extends ReportPart {

  private final Path temporary;
  private final Path target;

  private LocalPart(OutputStream out, Path temporary, Path target) {
    super(out, target.toString());
    this.temporary = temporary;
    this.target = target;
  }

  /**
   * Creates it.
   *
   * @param folder of the report, which has to be there: its client has made it, and removes it when
   *     it gives up
   * @param path of the file, relative to the folder
   */
  static OutputStream create(Path folder, String path) throws IOException {
    Path target = target(folder, path);
    Path parts = folder.resolve(ReportLocation.PARTS);
    makeFolder(parts);
    Path temporary = parts.resolve(UUID.randomUUID() + ".tmp");
    FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new LocalPart(Channels.newOutputStream(channel), temporary, target);
  }

  /** Puts a file of an earlier report there, as {@link #create}, without copying if possible. */
  static void link(Path folder, String path, Path earlier) throws IOException {
    try {
      Files.createLink(target(folder, path), earlier);
    } catch (FileAlreadyExistsException e) {
      // A bundle that is tried again: it is that file already.
    } catch (UnsupportedOperationException | FileSystemException e) {
      // Another file system, or one without links.
      try (OutputStream out = create(folder, path)) {
        Files.copy(earlier, out);
      }
    }
  }

  private static Path target(Path folder, String path) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          ("the folder of the report, %s, is not there: the run was given up, or this worker does"
                  + " not share the file system of the output folder")
              .formatted(folder));
    }
    Path target = folder.resolve(path);
    makeFolder(target.getParent());
    return target;
  }

  /** That alone and none above it, or it would bring back a folder that was removed. */
  private static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      try {
        Files.createDirectory(folder);
      } catch (FileAlreadyExistsException e) {
        // Another worker was faster.
      }
    }
  }

  @Override
  void complete() throws IOException {
    out.close();
    Files.move(
        temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  void discard() throws IOException {
    out.close();
    Files.delete(temporary);
  }
}

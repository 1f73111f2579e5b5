package org.docaudit.pipeline.pack;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** The file of a pack. It has another name until it is whole; closing removes what is not. */
final class PackFile implements Closeable {
  private final Path target;
  private final Path temporary;
  private final OutputStream out;

  /** Creates it, and the folder that it is to be in. */
  PackFile(Path target) throws IOException {
    this.target = target;
    Files.createDirectories(target.getParent());
    this.temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    // So that nothing is left where a user ends the process.
    temporary.toFile().deleteOnExit();
    this.out =
        new BufferedOutputStream(
            Files.newOutputStream(
                temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            1 << 20);
  }

  OutputStream out() {
    return out;
  }

  /** Puts the file in its place, in that of an earlier one too; its stream must be closed. */
  long commit() throws IOException {
    Files.move(
        temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return Files.size(target);
  }

  @Override
  public void close() throws IOException {
    try (out) {
      Files.deleteIfExists(temporary);
    }
  }
}

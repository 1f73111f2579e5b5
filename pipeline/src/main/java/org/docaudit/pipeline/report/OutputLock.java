package org.docaudit.pipeline.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.pipeline.AuditException;
import org.docaudit.summary.WorkerName;

/**
 * The right to write to an output folder, which one process has at a time: a lock on the file
 * {@code .NAME.lock} beside the folder. The operating system takes it back when the process ends,
 * however it ends; a file that is left behind means nothing. Who releases the lock removes the
 * file, and the folders that were made for it where they are still empty.
 *
 * <p>It holds among all processes that the locks of the file system reach; on NFS those of other
 * machines, too. Thread-safe.
 */
public final class OutputLock implements AutoCloseable {

  /** Locks belong to processes: to close a file a second time gives up the lock of the first. */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  /** How often others may remove the file just before it is locked. */
  private static final int TRIES = 100;

  private final Path output;
  private final Path file;
  private final FileChannel channel;
  private final List<Path> madeFolders;

  private OutputLock(Path output, Path file, FileChannel channel, List<Path> madeFolders) {
    this.output = output;
    this.file = file;
    this.channel = channel;
    this.madeFolders = madeFolders;
  }

  /**
   * Takes the lock, or fails at once where another has it.
   *
   * @param output absolute path of the output folder, which need not exist; folders above it are
   *     made
   * @throws AuditException of usage where another run has it, incomplete where the file system does
   *     not let it be taken
   */
  public static OutputLock acquire(Path output) throws AuditException {
    try {
      Optional<OutputLock> lock = tryAcquire(output);
      if (lock.isEmpty()) {
        throw AuditException.usage(
            "another run is writing to %s (%s); wait for its end, or name another --output"
                .formatted(output, holder(file(output))));
      }
      return lock.get();
    } catch (IOException e) {
      throw AuditException.incomplete("cannot write to " + output.getParent() + ": " + e, e);
    }
  }

  /** The same; empty where another has it. */
  static Optional<OutputLock> tryAcquire(Path output) throws IOException {
    if (output.getFileName() == null) {
      throw new FileSystemException(output.toString(), null, "is not a folder for reports");
    }
    Path file = file(output);
    if (!HELD_HERE.add(file)) {
      return Optional.empty();
    }
    FileChannel channel = null;
    List<Path> madeFolders = missing(file.getParent());
    try {
      Files.createDirectories(file.getParent());
      channel = lock(file);
      return Optional.ofNullable(channel)
          .map(locked -> new OutputLock(output, file, locked, madeFolders));
    } finally {
      if (channel == null) {
        HELD_HERE.remove(file);
        removeEmpty(madeFolders);
      }
    }
  }

  private static Path file(Path output) {
    return output.resolveSibling("." + output.getFileName() + ".lock");
  }

  /** Folders that are not there, the deepest first. */
  private static List<Path> missing(Path folder) {
    List<Path> folders = new ArrayList<>();
    for (Path each = folder; each != null && Files.notExists(each); each = each.getParent()) {
      folders.add(each);
    }
    return folders;
  }

  /** Takes the lock on the file of this name; null where another has it. */
  private static @Nullable FileChannel lock(Path file) throws IOException {
    for (int tries = 0; tries < TRIES; tries++) {
      try {
        create(file);
        Object before = key(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        boolean held = false;
        try {
          if (channel.tryLock() == null) {
            return null;
          }
          // Otherwise the file was removed by the one before, and is no longer the one to lock.
          if (Objects.equals(before, key(file))) {
            describe(channel);
            held = true;
            return channel;
          }
        } finally {
          if (!held) {
            channel.close();
          }
        }
      } catch (NoSuchFileException e) {
        if (Files.notExists(file.getParent())) {
          throw e;
        }
      }
    }
    throw new FileSystemException(file.toString(), null, "cannot be locked");
  }

  private static void create(Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      // Of another run, which may have been killed.
    }
  }

  private static @Nullable Object key(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  private static void describe(FileChannel channel) throws IOException {
    String text =
        "process %s since %s"
            .formatted(WorkerName.current(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  private static String holder(Path file) {
    if (HELD_HERE.contains(file)) {
      return "in this process";
    }
    try {
      String text = Files.readString(file);
      return text.isEmpty() ? "just begun" : text;
    } catch (IOException e) {
      return "process unknown";
    }
  }

  /** The folder that may be written to. */
  public Path output() {
    return output;
  }

  /** Releases it; a second time has no effect. */
  @Override
  public synchronized void close() throws IOException {
    if (channel.isOpen()) {
      try {
        Files.deleteIfExists(file);
      } finally {
        channel.close();
        HELD_HERE.remove(file);
        removeEmpty(madeFolders);
      }
    }
  }

  private static void removeEmpty(List<Path> folders) {
    for (Path folder : folders) {
      try {
        Files.deleteIfExists(folder);
      } catch (IOException e) {
        return; // In use.
      }
    }
  }
}

package org.docaudit.pipeline.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Files that are still there after the machine has crashed. */
final class DurableFiles {

  /** A disk takes several requests together, and a file system writes its journal once for them. */
  private static final int AT_ONCE = 8;

  private DurableFiles() {}

  /** Waits until these files, those in these folders, and the names in these are on the disk. */
  static void force(List<Path> paths) throws IOException {
    Queue<Path> files = new ConcurrentLinkedQueue<>();
    List<Path> folders = new ArrayList<>();
    for (Path path : paths) {
      Files.walkFileTree(
          path,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              files.add(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) {
              folders.add(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    }
    try (SideTasks tasks = new SideTasks()) {
      List<SideTasks.Task<Void>> begun = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        begun.add(tasks.beginAction(() -> forceAll(files)));
      }
      for (SideTasks.Task<Void> task : begun) {
        task.result();
      }
    }
    folders.forEach(DurableFiles::forceNames);
  }

  private static void forceAll(Queue<Path> files) throws IOException {
    for (Path file = files.poll(); file != null; file = files.poll()) {
      forceContent(file);
    }
  }

  /** The same of a single file. */
  static void forceContent(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** The same of the names in a folder alone, where the system lets folders be opened. */
  static void forceNames(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows does not, and keeps names in a journal of its own.
    }
  }
}

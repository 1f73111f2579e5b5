package org.docaudit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Documents in memory, in batches as an audit cuts them.
 *
 * @param name where they are from
 * @param batches bytes of each document
 */
record Documents(String name, List<List<byte[]>> batches) {

  private static final int BATCH_DOCUMENTS = 1024;
  private static final long BATCH_BYTES = 4L << 20;

  /** A thousand generated documents. */
  static Documents generated() {
    return of("1,000 generated documents", GeneratedDocuments.of(1_000));
  }

  /**
   * Documents of a folder, evenly picked in path order.
   *
   * @param maxBytes of all together
   * @throws IllegalArgumentException where there is none
   */
  static Documents ofFolder(Path folder, long maxBytes) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Documents::isDocument).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no document (*.md) below " + folder);
    }
    long total = 0;
    for (Path file : files) {
      total += Files.size(file);
    }
    int step = Math.toIntExact(Math.max(1, (total + maxBytes - 1) / maxBytes));
    List<byte[]> documents = new ArrayList<>();
    for (int i = 0; i < files.size(); i += step) {
      documents.add(Files.readAllBytes(files.get(i)));
    }
    return of("%,d documents of the folder".formatted(documents.size()), documents);
  }

  static Documents of(String name, List<byte[]> documents) {
    List<List<byte[]>> batches = new ArrayList<>();
    List<byte[]> batch = new ArrayList<>();
    long bytes = 0;
    for (byte[] document : documents) {
      boolean full = batch.size() == BATCH_DOCUMENTS || document.length > BATCH_BYTES - bytes;
      if (full && !batch.isEmpty()) {
        batches.add(List.copyOf(batch));
        batch.clear();
        bytes = 0;
      }
      batch.add(document);
      bytes += document.length;
    }
    batches.add(List.copyOf(batch));
    return new Documents(name, List.copyOf(batches));
  }

  Stream<byte[]> stream() {
    return batches.stream().flatMap(List::stream);
  }

  int count() {
    return batches.stream().mapToInt(List::size).sum();
  }

  long bytes() {
    return stream().flatMapToInt(document -> IntStream.of(document.length)).asLongStream().sum();
  }

  private static boolean isDocument(Path path) {
    return path.toString().endsWith(".md") && Files.isRegularFile(path);
  }
}

package org.docaudit.pipeline.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.docaudit.container.ContainerFormat;
import org.docaudit.container.MemberPath;
import org.docaudit.nativeudf.DocumentBuffer;
import org.docaudit.pipeline.AuditException;
import org.docaudit.pipeline.console.Progress;
import org.docaudit.read.BatchPlanner;
import org.docaudit.read.CorpusBatch;
import org.docaudit.read.CorpusListing;
import org.docaudit.read.CorpusRoot;
import org.docaudit.read.DocumentReader;
import org.docaudit.read.FileKind;
import org.docaudit.read.ListedFile;
import org.docaudit.read.ListingProblem;
import org.docaudit.read.ReadFailure;

/**
 * Packs a listed corpus. Several threads read and encode batches; one writes them in the order of
 * the listing, so that two runs give the same bytes.
 */
public final class CorpusPacker {
  /** Batches in memory for each thread: one in work, one that waits to be written. */
  private static final int BATCHES_A_THREAD = 2;

  private final CorpusListing listing;
  private final int threads;
  private final Path output;
  private final Progress progress;

  /** Corpus paths of the pack itself, where it lies in the corpus. */
  private final Set<String> itself;

  /** Each thread's own: readers keep packed corpora open. */
  private final ThreadLocal<DocumentReader> readers;

  private final Queue<DocumentReader> open = new ConcurrentLinkedQueue<>();

  /**
   * What was packed.
   *
   * @param documents with their content
   * @param others files without, skipped documents included
   * @param bytes of the pack
   */
  public record Packed(long documents, long others, long bytes) {}

  /**
   * @param readers makes a reader for each thread
   * @param output absolute path of the pack
   */
  public CorpusPacker(
      CorpusListing listing,
      Supplier<DocumentReader> readers,
      int threads,
      Path output,
      Progress progress) {
    this.listing = listing;
    this.threads = threads;
    this.output = output;
    this.progress = progress;
    this.itself = itself(listing, output);
    this.readers =
        ThreadLocal.withInitial(
            () -> {
              DocumentReader reader = readers.get();
              open.add(reader);
              return reader;
            });
  }

  /**
   * Writes the pack, which is there as a whole or not at all.
   *
   * @param format of the pack, or empty for plain text
   * @throws AuditException where a file cannot be packed
   */
  public Packed run(Optional<ContainerFormat> format) throws AuditException {
    requireAll();
    try (PackFile file = new PackFile(output)) {
      long others = 0;
      List<LoadedFile> unread = new ArrayList<>();
      for (ListedFile each : listing.files()) {
        if (!each.isDocument() && !isItself(each)) {
          others++;
          unread.add(new LoadedFile(each, null));
        }
      }
      if (format.isEmpty()) {
        write(new TextPack(file.out()));
      } else {
        OutputStream out = file.out();
        switch (format.get().container()) {
          case JSON_LINES -> write(new JsonLinesPack(out, format.get().compression()));
          case TAR -> write(new TarPack(out, format.get().compression(), RecordLines.of(unread)));
          case ZIP -> write(new ZipPack(out, RecordLines.of(unread)));
          case PARQUET -> write(new ParquetPack(out));
        }
      }
      return new Packed(listing.counts().documents(), others, file.commit());
    } catch (IOException | UncheckedIOException e) {
      throw AuditException.incomplete("the pack could not be written: " + e.getMessage(), e);
    }
  }

  /** A pack stands for its corpus, so nothing may be missing from it. */
  private void requireAll() throws AuditException {
    if (!listing.problems().isEmpty()) {
      ListingProblem first = listing.problems().get(0);
      throw AuditException.incomplete(
          "%d files or folders of the corpus could not be read, the first: %s: %s"
              .formatted(listing.problems().size(), first.path(), first.message()),
          null);
    }
    for (ListedFile file : listing.files()) {
      Optional<String> problem = MemberPath.problem(file.path());
      if (problem.isPresent()) {
        throw AuditException.usage(
            "the path '%s' %s, which no pack can hold; rename the file"
                .formatted(file.path(), problem.get()));
      }
    }
  }

  private static Set<String> itself(CorpusListing listing, Path output) {
    Set<String> paths = new HashSet<>();
    for (CorpusRoot root : listing.roots()) {
      if (root.local() && root.packed() == null) {
        Path folder = Path.of(URI.create(root.location()));
        Path real = real(output);
        if (real.startsWith(folder)) {
          paths.add(root.pathPrefix() + folder.relativize(real).toString().replace('\\', '/'));
        }
      }
    }
    return paths;
  }

  private static Path real(Path file) {
    try {
      return file.getParent().toRealPath().resolve(file.getFileName());
    } catch (IOException e) {
      return file;
    }
  }

  private boolean isItself(ListedFile file) {
    return file.kind() == FileKind.OTHER && itself.contains(file.path());
  }

  private <P> void write(PackWriter<P> writer) throws IOException, AuditException {
    ExecutorService executor = Executors.newFixedThreadPool(threads, CorpusPacker::thread);
    try (writer) {
      Deque<Future<P>> parts = new ArrayDeque<>();
      long documents = 0;
      long bytes = 0;
      Deque<CorpusBatch> rest = new ArrayDeque<>(BatchPlanner.plan(listing));
      while (!rest.isEmpty() || !parts.isEmpty()) {
        while (!rest.isEmpty() && parts.size() < BATCHES_A_THREAD * threads) {
          CorpusBatch batch = rest.remove();
          documents += batch.documentCount();
          bytes += batch.documentBytes();
          parts.add(executor.submit(() -> writer.encode(load(batch))));
        }
        writer.append(parts.remove().get());
        progress.update(documents, bytes);
      }
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof AuditException expected) {
        throw expected;
      }
      throw new IOException(cause == null ? e.getMessage() : cause.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AuditException.incomplete("packing was interrupted", e);
    } finally {
      executor.shutdownNow();
      for (DocumentReader reader : open) {
        reader.close();
      }
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "docaudit-pack");
    thread.setDaemon(true);
    return thread;
  }

  private List<LoadedFile> load(CorpusBatch batch) throws AuditException {
    List<LoadedFile> files = new ArrayList<>(batch.fileCount());
    DocumentBuffer content = new DocumentBuffer();
    readers.get().begin(batch);
    for (ListedFile file : batch) {
      if (!file.isDocument()) {
        if (!isItself(file)) {
          files.add(new LoadedFile(file, null));
        }
        continue;
      }
      try {
        content.clear(file.bytes());
        readers.get().read(batch.roots().get(file.root()), file, content);
        files.add(new LoadedFile(file, content.get(0)));
      } catch (ReadFailure e) {
        throw AuditException.incomplete(
            "nothing was packed, because of %s: %s".formatted(file.path(), e.getMessage()), e);
      }
    }
    return files;
  }
}

package org.docaudit.generator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writes a whole corpus with all processors, in the form that the name of the output asks for. */
final class CorpusWriter {

  /** Documents that a thread writes at once; what waits to be put in order is a few of these. */
  private static final int RUN = 1_000;

  private CorpusWriter() {}

  /** Thrown where nothing can be written to an output, and why. */
  static final class OutputException extends Exception {
    private static final long serialVersionUID = 1;

    OutputException(String message) {
      super(message);
    }
  }

  /**
   * Writes a corpus to a file that does not exist ({@code .jsonl}, {@code .jsonl.gz}, {@code .tar},
   * {@code .tar.gz}) or to a folder that does not exist or is empty.
   */
  static void write(Corpus corpus, Path output)
      throws IOException, InterruptedException, OutputException {
    String name = String.valueOf(output.getFileName());
    for (String unknown : List.of(".zst", ".zip", ".parquet", ".tgz", ".json", ".txt")) {
      if (name.endsWith(unknown)) {
        throw new OutputException(
            "cannot write "
                + unknown
                + "; --output is a folder, or a file .jsonl, .jsonl.gz, .tar or .tar.gz");
      }
    }
    boolean compressed = name.endsWith(".gz");
    String plain = compressed ? name.substring(0, name.length() - 3) : name;
    if (plain.endsWith(".jsonl")) {
      writeFile(corpus, formatted(new JsonLines(corpus), compressed), output);
    } else if (plain.endsWith(".tar")) {
      writeFile(corpus, formatted(new Tar(corpus), compressed), output);
    } else {
      writeFolder(corpus, output);
    }
  }

  private static CorpusFormat formatted(CorpusFormat format, boolean compressed) {
    return compressed ? new Gzip(format) : format;
  }

  private static void writeFolder(Corpus corpus, Path output)
      throws IOException, InterruptedException, OutputException {
    Files.createDirectories(output);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(output)) {
      if (entries.iterator().hasNext()) {
        throw new OutputException(output + " is not empty; choose another --output");
      }
    }
    write(corpus, new LooseFiles(corpus, output), OutputStream.nullOutputStream());
  }

  private static void writeFile(Corpus corpus, CorpusFormat format, Path output)
      throws IOException, InterruptedException, OutputException {
    try (OutputStream out = Files.newOutputStream(output, StandardOpenOption.CREATE_NEW)) {
      write(corpus, format, out);
      out.write(format.end());
    } catch (FileAlreadyExistsException e) {
      throw new OutputException(output + " exists; choose another --output");
    }
  }

  private static void write(Corpus corpus, CorpusFormat format, OutputStream out)
      throws IOException, InterruptedException {
    int processors = Runtime.getRuntime().availableProcessors();
    ExecutorService threads = Executors.newFixedThreadPool(processors);
    try {
      Deque<Future<byte[]>> runs = new ArrayDeque<>();
      for (int from = 0; from < corpus.documents(); from += RUN) {
        int first = from;
        int end = Math.min(corpus.documents(), first + RUN);
        runs.add(threads.submit(() -> format.store(first, end)));
        if (runs.size() > 2 * processors) {
          out.write(done(runs.remove()));
        }
      }
      while (!runs.isEmpty()) {
        out.write(done(runs.remove()));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static byte[] done(Future<byte[]> run) throws IOException, InterruptedException {
    try {
      return run.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException("a document could not be made", e.getCause());
    }
  }
}

package org.docaudit.generator;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.docaudit.generator.CorpusWriter.OutputException;

/** The command {@code sample-corpus/generate}. Exit codes: 0 done, 2 wrong usage, 3 not written. */
public final class Generate {

  private static final String SHAPES =
      Arrays.stream(Shape.values()).map(Shape::id).collect(Collectors.joining("|"));

  private static final String USAGE =
      "usage: generate --output FOLDER|FILE.jsonl[.gz]|FILE.tar[.gz] [--documents N] [--seed S]"
          + " [--shape "
          + SHAPES
          + "]";

  private static final List<String> OPTIONS =
      List.of("--output", "--documents", "--seed", "--shape");

  private Generate() {}

  /** Wrong usage, and what is wrong. */
  private static final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
      super(message + "; " + USAGE);
    }
  }

  public static void main(String[] arguments) throws InterruptedException {
    System.exit(run(arguments, System.out, System.err));
  }

  /** Runs the command and returns its exit code. */
  public static int run(String[] arguments, PrintStream out, PrintStream err)
      throws InterruptedException {
    try {
      Map<String, String> options = options(arguments);
      Corpus corpus =
          new Corpus(
              (int) number(options, "--documents", "1000", 1, Integer.MAX_VALUE / 2),
              number(options, "--seed", "1", 0, Long.MAX_VALUE),
              shape(options.getOrDefault("--shape", Shape.DOCUMENTATION.id())));
      String output = options.get("--output");
      if (output == null) {
        throw new UsageException("--output is missing");
      }
      long start = System.nanoTime();
      CorpusWriter.write(corpus, Path.of(output));
      double seconds = (System.nanoTime() - start) / 1e9;
      out.printf(
          Locale.ROOT,
          "%,d documents in %.1f s, %,.0f documents/s: %s%n",
          corpus.documents(),
          seconds,
          corpus.documents() / seconds,
          output);
      return 0;
    } catch (UsageException | OutputException e) {
      err.println("generate: " + e.getMessage());
      return 2;
    } catch (IOException e) {
      err.println("generate: cannot write: " + e);
      return 3;
    }
  }

  private static Map<String, String> options(String[] arguments) throws UsageException {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      String[] parts = arguments[i].split("=", 2);
      if (!OPTIONS.contains(parts[0])) {
        throw new UsageException("unknown option " + parts[0]);
      }
      if (parts.length == 1 && ++i == arguments.length) {
        throw new UsageException(parts[0] + " needs a value");
      }
      if (options.put(parts[0], parts.length == 2 ? parts[1] : arguments[i]) != null) {
        throw new UsageException(parts[0] + " is given twice");
      }
    }
    return options;
  }

  private static long number(
      Map<String, String> options, String name, String standard, long least, long greatest)
      throws UsageException {
    String text = options.getOrDefault(name, standard);
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= greatest) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new UsageException(
        "%s must be a number from %d to %d, not %s".formatted(name, least, greatest, text));
  }

  private static Shape shape(String id) throws UsageException {
    for (Shape shape : Shape.values()) {
      if (shape.id().equals(id)) {
        return shape;
      }
    }
    throw new UsageException("there is no shape " + id);
  }
}

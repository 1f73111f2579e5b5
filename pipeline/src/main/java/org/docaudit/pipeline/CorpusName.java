package org.docaudit.pipeline;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a corpus begins, as far as that shows in how it was written, and what it is called. */
final class CorpusName {
  private static final Pattern URI_SYNTAX =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*|file:/.*", Pattern.DOTALL);
  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");
  private static final Pattern AWKWARD_IN_NAMES = Pattern.compile("[\\p{Cntrl}:*?\"<>|\\\\]");

  /** File systems allow names of 255 bytes; a code point has at most 4. */
  private static final int MAX_LENGTH = 60;

  private CorpusName() {}

  /** The name of the default output folder: that of the corpus, of several joined by {@code +}. */
  static String of(List<String> corpora, Path folder) {
    String joined =
        corpora.stream().map(corpus -> of(corpus, folder)).collect(Collectors.joining("+"));
    int length = joined.codePointCount(0, joined.length());
    return length <= MAX_LENGTH
        ? joined
        : joined.substring(0, joined.offsetByCodePoints(0, MAX_LENGTH - 1)) + "…";
  }

  private static String of(String corpus, Path folder) {
    Path start = start(corpus, folder).orElseGet(() -> Path.of("/", pathOfUri(corpus)));
    Path name = start.normalize().getFileName();
    return name == null ? "root" : AWKWARD_IN_NAMES.matcher(name.toString()).replaceAll("-");
  }

  /**
   * The local folder or file that a corpus is or, of a glob, in which it begins; empty where it is
   * on another file system.
   */
  static Optional<Path> start(String corpus, Path folder) {
    try {
      if (URI_SYNTAX.matcher(corpus).matches()) {
        return corpus.startsWith("file:")
            ? Optional.of(Path.of(URI.create(fixedPart(corpus))))
            : Optional.empty();
      }
      Path whole = folder.resolve(corpus);
      return Optional.of(Files.exists(whole) ? whole : folder.resolve(fixedPart(corpus)));
    } catch (InvalidPathException e) {
      return Optional.of(folder);
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  private static String pathOfUri(String corpus) {
    String afterScheme = fixedPart(corpus.substring(corpus.indexOf(':') + 1));
    return afterScheme.replace("\0", "");
  }

  /** The folder in which a glob begins; a corpus without a wildcard as it is. */
  private static String fixedPart(String corpus) {
    Matcher wildcard = WILDCARD.matcher(corpus);
    if (!wildcard.find()) {
      return corpus;
    }
    int slash = corpus.lastIndexOf('/', wildcard.start());
    return slash < 0 ? "" : corpus.substring(0, Math.max(1, slash));
  }
}

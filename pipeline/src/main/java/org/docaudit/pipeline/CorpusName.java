package org.docaudit.pipeline;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.docaudit.container.ContainerFormat;
import org.docaudit.read.ObjectStores;

/**
 * Where a corpus lies, as far as its argument shows, and what it is called. The listing, which
 * looks closer, decides what is audited.
 */
final class CorpusName {
  private static final Pattern WILDCARD = Pattern.compile("[*?\\[]");
  private static final Pattern AWKWARD_IN_NAMES = Pattern.compile("[\\p{Cntrl}:*?\"<>|\\\\]");

  /** File systems allow names of 255 bytes; a code point has at most 4. */
  private static final int MAX_LENGTH = 60;

  private CorpusName() {}

  /**
   * The name of the default output folder: that of the corpus' folder or packed file, of several
   * joined by {@code +}. Files of one folder, as a shell makes them of a glob, are one corpus.
   */
  static String of(List<String> corpora, Path folder) {
    String joined =
        corpora.stream()
            .map(corpus -> named(corpus, folder))
            .distinct()
            .map(CorpusName::of)
            .collect(Collectors.joining("+"));
    int length = joined.codePointCount(0, joined.length());
    return length <= MAX_LENGTH
        ? joined
        : joined.substring(0, joined.offsetByCodePoints(0, MAX_LENGTH - 1)) + "…";
  }

  /** What the name is that of: a packed corpus without its ending, or else a folder. */
  private static Path named(String corpus, Path folder) {
    Path root = root(corpus, folder).orElseGet(() -> Path.of("/", pathOfUri(corpus)));
    return WILDCARD.matcher(corpus).find()
        ? root
        : ContainerFormat.ofName(corpus)
            .map(format -> format.stem(corpus.substring(corpus.lastIndexOf('/') + 1)))
            .map(root::resolveSibling)
            .orElse(root);
  }

  private static String of(Path root) {
    Path name = root.getFileName();
    return name == null ? "root" : AWKWARD_IN_NAMES.matcher(name.toString()).replaceAll("-");
  }

  /**
   * The local folder that a corpus is or, of a file or glob, in which it is; empty where it is on
   * another file system. What exists as written is no glob.
   */
  static Optional<Path> root(String corpus, Path folder) {
    try {
      Path start;
      if (corpus.regionMatches(true, 0, "file:", 0, 5)) {
        start = Path.of(URI.create(fixedPart(corpus)));
      } else if (ObjectStores.isRemote(corpus)) {
        return Optional.empty();
      } else {
        Path whole = folder.resolve(corpus);
        start = Files.exists(whole) ? whole : folder.resolve(fixedPart(corpus));
      }
      Path root = Files.isRegularFile(start) ? start.getParent() : start;
      return Optional.of(root.normalize());
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      // Not a path: the listing says so.
      return Optional.of(folder);
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

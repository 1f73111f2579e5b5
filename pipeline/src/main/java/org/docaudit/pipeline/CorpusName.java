package org.docaudit.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The name of the default output folder: that of the corpus, of several joined by {@code +}. */
final class CorpusName {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");
  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

  /** File systems allow 255 bytes; a code point has at most 4. */
  private static final int MAX_LENGTH = 60;

  private CorpusName() {}

  static String of(List<String> corpora, Path folder) {
    String joined =
        corpora.stream().map(corpus -> of(corpus, folder)).collect(Collectors.joining("+"));
    int length = joined.codePointCount(0, joined.length());
    return length <= MAX_LENGTH
        ? joined
        : joined.substring(0, joined.offsetByCodePoints(0, MAX_LENGTH - 1)) + "…";
  }

  private static String of(String corpus, Path folder) {
    String root = fixedPart(corpus);
    Path path = isUri(root) ? Path.of(root.replaceFirst("^[^:]+:/*", "/")) : folder.resolve(root);
    Path name = path.normalize().getFileName();
    String text = name == null ? "root" : name.toString();
    return text.replaceAll("[\\p{Cntrl}:*?\"<>|\\\\]", "-");
  }

  static boolean isUri(String corpus) {
    return SCHEME.matcher(corpus).matches();
  }

  /** The folder in which a glob begins; a corpus without a wildcard as it is. */
  static String fixedPart(String corpus) {
    var wildcard = WILDCARD.matcher(corpus);
    if (!wildcard.find()) {
      return corpus;
    }
    int slash = corpus.lastIndexOf('/', wildcard.start());
    return slash < 0 ? "" : corpus.substring(0, Math.max(1, slash));
  }
}

package org.docaudit.read;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Understands arguments that name something on a local disk. */
final class LocalArgument {
  private LocalArgument() {}

  /**
   * @param given a path, a glob or a {@code file:} URI; what exists as written is no glob
   */
  static CorpusArgument resolve(String given, ListingOptions options) throws CorpusException {
    String text = text(given);
    Path path = path(given, globFree(text) ? text : existingOrRoot(text));
    try {
      if (!Files.exists(path)) {
        throw new CorpusException(missing(given, text));
      }
      if (!globFree(text) && !exists(text)) {
        return glob(given, path, text.substring(CorpusArgument.globStart(text)));
      } else if (Files.isDirectory(path)) {
        return folder(given, path, Selection.ALL);
      }
      return file(given, path, options);
    } catch (IOException e) {
      throw CorpusException.unreadable(given, e);
    }
  }

  private static boolean globFree(String text) {
    return !CorpusArgument.isGlob(text);
  }

  /** With slashes; a {@code file:} URI becomes its path. */
  static String text(String given) {
    String text = given;
    if (given.startsWith("file:")) {
      try {
        text = Path.of(URI.create(given)).toString();
      } catch (IllegalArgumentException notPercentEncoded) {
        // file:///docs/my notes or file:///docs/*.md: taken as written.
        text = given.substring(given.startsWith("file://") ? 7 : 5);
      }
    }
    return text.replace(File.separatorChar, '/');
  }

  static boolean exists(String text) {
    try {
      return Files.exists(Path.of(text), LinkOption.NOFOLLOW_LINKS);
    } catch (InvalidPathException wildcardsAreNoNamesHere) {
      return false;
    }
  }

  private static String existingOrRoot(String text) {
    if (exists(text)) {
      return text;
    }
    int start = CorpusArgument.globStart(text);
    return start == 0 ? "." : text.substring(0, start);
  }

  static Path path(String given, String text) throws CorpusException {
    try {
      return Path.of(text.isEmpty() ? "." : text);
    } catch (InvalidPathException e) {
      throw new CorpusException(
          "the corpus '" + given + "' is no path under this locale; try LC_ALL=C.UTF-8", e);
    }
  }

  private static String missing(String given, String text) {
    return globFree(text)
        ? "the corpus '" + given + "' does not exist"
        : "the folder of the glob '" + given + "' does not exist";
  }

  private static CorpusArgument folder(String given, Path path, Selection selection)
      throws IOException {
    Path real = path.toRealPath();
    if (!Files.isReadable(real) || !Files.isExecutable(real)) {
      throw new AccessDeniedException(real.toString());
    }
    Path named = path.toAbsolutePath().normalize();
    String name = EntryName.of(named.getFileName() == null ? real : named).text();
    String uri = real.toUri().toString();
    return new CorpusArgument(
        given,
        name.isEmpty() ? "corpus" : name,
        uri.endsWith("/") ? uri : uri + "/",
        real,
        selection);
  }

  private static CorpusArgument glob(String given, Path root, String pattern)
      throws IOException, CorpusException {
    if (!Files.isDirectory(root)) {
      throw new CorpusException("the glob '" + given + "' does not begin with a folder");
    }
    return folder(given, root, Selection.ofGlob(pattern));
  }

  private static CorpusArgument file(String given, Path path, ListingOptions options)
      throws IOException, CorpusException {
    // The name as the file system has it, which may differ in letter case; links stay links.
    Path file = path.toRealPath(LinkOption.NOFOLLOW_LINKS);
    Path parent = file.getParent();
    if (!Files.isRegularFile(path) || parent == null) {
      throw new CorpusException("the corpus '" + given + "' is neither a folder nor a file");
    }
    String name = EntryName.of(file).text();
    if (!options.isDocument(name)) {
      throw new CorpusException(
          "'" + given + "' is not a document: documents end in " + options.extensionList());
    }
    return folder(given, parent, Selection.ofFile(name));
  }
}

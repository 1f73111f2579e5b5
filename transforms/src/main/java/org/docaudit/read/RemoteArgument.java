package org.docaudit.read;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;

/** Understands arguments that are URIs of a Beam file system. */
final class RemoteArgument {
  /** Of the file systems that Beam brings. */
  private static final List<String> SCHEMES = List.of("file", "gs", "s3", "hdfs", "azfs");

  private RemoteArgument() {}

  static CorpusArgument resolve(String given, ListingOptions options) throws CorpusException {
    if (CorpusArgument.isGlob(given)) {
      int start = CorpusArgument.globStart(given);
      return at(given, given.substring(0, start), Selection.ofGlob(given.substring(start)));
    } else if (given.endsWith("/") || !isFile(given)) {
      return at(given, given.endsWith("/") ? given : given + "/", Selection.ALL);
    }
    int name = given.lastIndexOf('/') + 1;
    if (!options.isDocument(given.substring(name))) {
      throw new CorpusException(
          "'" + given + "' is not a document: documents end in " + options.extensionList());
    }
    return at(given, given.substring(0, name), Selection.ofFile(given.substring(name)));
  }

  private static CorpusArgument at(String given, String location, Selection selection)
      throws CorpusException {
    String trimmed = location.replaceAll("/+$", "");
    String name = trimmed.substring(trimmed.lastIndexOf('/') + 1);
    if (name.isEmpty() || trimmed.endsWith(":")) {
      throw new CorpusException("the corpus '" + given + "' names no folder");
    }
    return new CorpusArgument(given, name, trimmed + "/", null, selection);
  }

  static boolean isFile(String given) throws CorpusException {
    List<MatchResult.Metadata> found = match(given, given);
    return found.size() == 1 && !found.get(0).resourceId().isDirectory();
  }

  /** Everything that a Beam file pattern matches; empty where that is nothing. */
  static List<MatchResult.Metadata> match(String given, String pattern) throws CorpusException {
    try {
      MatchResult result = FileSystems.match(List.of(pattern)).get(0);
      return result.status() == MatchResult.Status.NOT_FOUND ? List.of() : result.metadata();
    } catch (IllegalArgumentException e) {
      throw new CorpusException(explain(given, e), e);
    } catch (IOException e) {
      throw new CorpusException(
          "the corpus '" + given + "' cannot be read: " + IoMessages.of(e), e);
    }
  }

  private static String explain(String given, IllegalArgumentException e) {
    String scheme = given.substring(0, given.indexOf(':'));
    if (isKnown(scheme)) {
      return "the corpus '" + given + "' is no valid URI: " + e.getMessage();
    }
    String known = SCHEMES.stream().filter(RemoteArgument::isKnown).collect(joining(", "));
    return "no Beam file system for '"
        + scheme
        + ":' of the corpus '"
        + given
        + "' is on the class path; known here: "
        + known;
  }

  /** Beam has no list of the schemes it knows, but can be asked for each. */
  private static boolean isKnown(String scheme) {
    try {
      FileSystems.matchNewResource(scheme + "://docaudit/folder/", true);
      return true;
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }
}

package org.docaudit.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Builds a corpus on disk and shows listings as lines of text. */
final class Tree {
  final Path root;

  Tree(Path root) {
    this.root = root;
  }

  /** Writes a file by its path, whatever the locale; the content defaults to the path. */
  Tree file(String path) {
    return file(path, path);
  }

  Tree file(String path, String content) {
    try {
      Path file = path(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A symbolic link with a target relative to the link. */
  Tree link(String path, String target) {
    try {
      Path link = path(path);
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, Path.of(target));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(String path) {
    return escaped(EntryName.escape(path));
  }

  /** A path given percent-encoded, so that its name need not be text. */
  Path escaped(String path) {
    String folder = root.toUri().toString();
    return Path.of(URI.create((folder.endsWith("/") ? folder : folder + "/") + path));
  }

  List<String> list(ListingOptions options) throws CorpusException {
    return lines(CorpusLister.list(List.of(root.toString()), options));
  }

  /** {@code D path} for a document, {@code S path reason} for one left out, {@code O path}. */
  static List<String> lines(CorpusListing listing) {
    return listing.files().stream().map(Tree::line).toList();
  }

  private static String line(ListedFile file) {
    String line = file.kind().name().charAt(0) + " " + file.path();
    return file.skip() == null ? line : line + " " + file.skip().reason().id();
  }
}

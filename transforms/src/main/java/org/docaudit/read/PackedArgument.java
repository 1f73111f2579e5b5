package org.docaudit.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.docaudit.container.ContainerFormat;

/** Understands arguments that name packed corpora: files, or globs of them. */
final class PackedArgument {
  private PackedArgument() {}

  /**
   * The packed corpora that an argument names, each a corpus of its own, in the order of their
   * locations; empty where it names something else.
   *
   * @throws CorpusException where it is a glob of packed corpora and matches none
   */
  static List<CorpusArgument> resolve(String given, ListingOptions options, ObjectStores stores)
      throws CorpusException {
    Optional<ContainerFormat> format = format(given, options);
    if (format.isEmpty()) {
      return List.of();
    }
    boolean remote = ObjectStores.isRemote(given);
    if (!remote && LocalArgument.exists(LocalArgument.text(given))) {
      Path path = LocalArgument.path(given, LocalArgument.text(given));
      return Files.isRegularFile(path) ? List.of(local(given, path, format.get())) : List.of();
    } else if (CorpusArgument.isGlob(given)) {
      return remote ? remoteGlob(given, options, stores) : localGlob(given, options);
    } else if (remote && RemoteArgument.find(given, stores).isPresent()) {
      return List.of(remote(given, given, format.get()));
    }
    return List.of();
  }

  private static Optional<ContainerFormat> format(String name, ListingOptions options) {
    return options.isDocument(name) ? Optional.empty() : ContainerFormat.ofName(name);
  }

  private static List<CorpusArgument> localGlob(String given, ListingOptions options)
      throws CorpusException {
    List<CorpusArgument> found = new ArrayList<>();
    for (StoredObject file : localMatches(given)) {
      Optional<ContainerFormat> format = format(file.uri(), options);
      if (format.isPresent()) {
        found.add(local(given, Path.of(file.uri()), format.get()));
      }
    }
    return inOrder(given, found);
  }

  private static List<StoredObject> localMatches(String given) throws CorpusException {
    String pattern = Path.of("").toAbsolutePath().resolve(LocalArgument.text(given)).toString();
    try {
      return new BeamStore().match(pattern);
    } catch (IOException e) {
      throw CorpusException.unreadable(given, e);
    }
  }

  private static List<CorpusArgument> remoteGlob(
      String given, ListingOptions options, ObjectStores stores) throws CorpusException {
    int start = CorpusArgument.globStart(given);
    Selection.Glob glob = Selection.Glob.of(given.substring(start));
    List<CorpusArgument> found = new ArrayList<>();
    for (StoredObject file : RemoteArgument.list(given, given.substring(0, start), stores)) {
      String path = file.uri().substring(start);
      Optional<ContainerFormat> format = format(path, options);
      if (format.isPresent() && glob.matches(path, path.lastIndexOf('/') + 1)) {
        found.add(remote(given, file.uri(), format.get()));
      }
    }
    return inOrder(given, found);
  }

  private static List<CorpusArgument> inOrder(String given, List<CorpusArgument> found)
      throws CorpusException {
    if (found.isEmpty()) {
      throw new CorpusException("no file matches '" + given + "'");
    }
    found.sort(Comparator.comparing(CorpusArgument::location));
    return found;
  }

  private static CorpusArgument local(String given, Path path, ContainerFormat format)
      throws CorpusException {
    try {
      Path real = path.toRealPath();
      return CorpusArgument.packed(
          given,
          EntryName.of(path.toAbsolutePath().normalize()).text(),
          real.toUri().toString(),
          real,
          format);
    } catch (IOException e) {
      throw CorpusException.unreadable(given, e);
    }
  }

  private static CorpusArgument remote(String given, String location, ContainerFormat format) {
    String name = location.substring(location.lastIndexOf('/') + 1);
    return CorpusArgument.packed(given, name, location, null, format);
  }
}

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
   * The packed files that an argument names, in the order of their locations: one, or those of a
   * glob, which are the parts of one corpus and so have one name. Empty where it names something
   * else.
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
      return Files.isRegularFile(path)
          ? List.of(local(given, path, format.get(), stem(path, format.get())))
          : List.of();
    } else if (CorpusArgument.isGlob(given)) {
      return remote ? remoteGlob(given, options, stores) : localGlob(given, options);
    } else if (remote && RemoteArgument.find(given, stores).isPresent()) {
      String name = given.substring(given.lastIndexOf('/') + 1);
      return List.of(remote(given, given, format.get(), format.get().stem(name)));
    }
    return List.of();
  }

  private static Optional<ContainerFormat> format(String name, ListingOptions options) {
    return options.isDocument(name) ? Optional.empty() : ContainerFormat.ofName(name);
  }

  private static List<CorpusArgument> localGlob(String given, ListingOptions options)
      throws CorpusException {
    String pattern = Path.of("").toAbsolutePath().resolve(LocalArgument.text(given)).toString();
    List<CorpusArgument> found = new ArrayList<>();
    for (StoredObject file : localMatches(given, pattern)) {
      Optional<ContainerFormat> format = format(file.uri(), options);
      if (format.isPresent()) {
        found.add(local(given, Path.of(file.uri()), format.get(), folderOf(pattern)));
      }
    }
    return inOrder(given, found);
  }

  /** Name of the folder in which a glob begins. */
  private static String folderOf(String glob) {
    int end = CorpusArgument.globStart(glob) - 1;
    return end <= 0 ? "corpus" : glob.substring(glob.lastIndexOf('/', end - 1) + 1, end);
  }

  private static List<StoredObject> localMatches(String given, String pattern)
      throws CorpusException {
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
        found.add(remote(given, file.uri(), format.get(), folderOf(given)));
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

  private static String stem(Path file, ContainerFormat format) {
    return format.stem(EntryName.of(file.toAbsolutePath().normalize()).text());
  }

  private static CorpusArgument local(String given, Path path, ContainerFormat format, String name)
      throws CorpusException {
    try {
      Path real = path.toRealPath();
      return CorpusArgument.packed(given, name, real.toUri().toString(), real, format);
    } catch (IOException e) {
      throw CorpusException.unreadable(given, e);
    }
  }

  private static CorpusArgument remote(
      String given, String location, ContainerFormat format, String name) {
    return CorpusArgument.packed(given, name, location, null, format);
  }
}

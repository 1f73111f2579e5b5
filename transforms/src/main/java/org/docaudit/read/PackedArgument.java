package org.docaudit.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.io.fs.MatchResult;
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
  static List<CorpusArgument> resolve(String given, ListingOptions options) throws CorpusException {
    Optional<ContainerFormat> format = format(given, options);
    if (format.isEmpty()) {
      return List.of();
    }
    boolean remote = CorpusArguments.isRemote(given);
    if (!remote && LocalArgument.exists(LocalArgument.text(given))) {
      Path path = LocalArgument.path(given, LocalArgument.text(given));
      return Files.isRegularFile(path) ? List.of(local(given, path, format.get())) : List.of();
    } else if (CorpusArgument.isGlob(given)) {
      return glob(given, remote, options);
    } else if (remote && RemoteArgument.isFile(given)) {
      return List.of(remote(given, given, format.get()));
    }
    return List.of();
  }

  private static Optional<ContainerFormat> format(String name, ListingOptions options) {
    return options.isDocument(name) ? Optional.empty() : ContainerFormat.ofName(name);
  }

  private static List<CorpusArgument> glob(String given, boolean remote, ListingOptions options)
      throws CorpusException {
    String pattern =
        remote ? given : Path.of("").toAbsolutePath().resolve(LocalArgument.text(given)).toString();
    List<CorpusArgument> found = new ArrayList<>();
    for (MatchResult.Metadata file : RemoteArgument.match(given, pattern)) {
      String location = file.resourceId().toString();
      Optional<ContainerFormat> format = format(location, options);
      if (format.isPresent() && !file.resourceId().isDirectory()) {
        found.add(
            remote
                ? remote(given, location, format.get())
                : local(given, Path.of(location), format.get()));
      }
    }
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
      throw new CorpusException(
          "the corpus '" + given + "' cannot be read: " + IoMessages.of(e), e);
    }
  }

  private static CorpusArgument remote(String given, String location, ContainerFormat format) {
    String name = location.substring(location.lastIndexOf('/') + 1);
    return CorpusArgument.packed(given, name, location, null, format);
  }
}

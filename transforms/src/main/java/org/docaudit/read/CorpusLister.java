package org.docaudit.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.docaudit.model.PathOrder;

/**
 * Lists corpora: every file once, and of each document whether it is audited or which rule leaves
 * it out.
 *
 * <ul>
 *   <li>An argument is a folder, a file, a glob ({@code docs/**}{@code /*.md}) or a URI of a Beam
 *       file system. Paths are relative to the folder, to the file's folder, or to the longest part
 *       of the glob without wildcards. A file that is a packed corpus is read as {@link PackedWalk}
 *       says.
 *   <li>Ignore files mean what git makes of them, those between the root and the top of its
 *       repository included. A file named as an argument is audited whatever the rules say.
 *   <li>Reports of docaudit below a root are left out: see {@link LocalWalk}.
 *   <li>{@code .git} is left out altogether. Everything else is listed, ignored and hidden files
 *       too, since links to them resolve.
 *   <li>Symbolic links to files and folders of the corpus count as those; links that leave it are
 *       not followed, and loops end.
 * </ul>
 */
public final class CorpusLister {
  private CorpusLister() {}

  /** Lists corpora of local disks and of Beam's file systems. */
  public static CorpusListing list(List<String> corpusArguments, ListingOptions options)
      throws CorpusException {
    return list(corpusArguments, options, ObjectStores.BEAM);
  }

  /**
   * Lists the corpora.
   *
   * @param stores for arguments that are URIs
   * @throws CorpusException when an argument names nothing that can be audited
   */
  public static CorpusListing list(
      List<String> corpusArguments, ListingOptions options, ObjectStores stores)
      throws CorpusException {
    Map<String, List<CorpusArgument>> corpora = new LinkedHashMap<>();
    for (CorpusArgument argument : CorpusArguments.resolve(corpusArguments, options, stores)) {
      corpora.computeIfAbsent(argument.name(), name -> new ArrayList<>()).add(argument);
    }
    List<CorpusRoot> roots = new ArrayList<>();
    TreeMap<String, List<ListedFile>> filesByPrefix = new TreeMap<>(PathOrder.INSTANCE);
    List<ListingProblem> problems = new ArrayList<>();
    for (List<CorpusArgument> corpus : corpora.values()) {
      CorpusArgument argument = corpus.get(0);
      String prefix = corpora.size() == 1 ? "" : argument.name() + "/";
      if (argument.format() != null) {
        filesByPrefix.put(prefix, packed(corpus, prefix, roots, options, stores, problems));
        continue;
      }
      boolean local = argument.folder() != null;
      CorpusRoot root = new CorpusRoot(argument.name(), prefix, argument.location(), local);
      List<ListedFile> files = files(argument, root, roots.size(), options, stores, problems);
      requireDocument(argument, files, options, List.of());
      roots.add(root);
      filesByPrefix.put(prefix, files);
    }
    problems.sort(
        Comparator.comparing(ListingProblem::path, PathOrder.INSTANCE)
            .thenComparing(ListingProblem::message));
    return CorpusListing.of(roots, joined(filesByPrefix.values()), problems);
  }

  /** The files of a single corpus are packed already. */
  private static List<ListedFile> joined(Collection<List<ListedFile>> corpora) {
    if (corpora.size() == 1) {
      return corpora.iterator().next();
    }
    FileList.Builder files = new FileList.Builder();
    corpora.forEach(files::addAll);
    return files.build();
  }

  /**
   * What a listing makes of one file, without listing more than the folders that it lies in.
   *
   * @param folder the corpus' root, on a local disk
   * @param path of the file, relative to the root, with {@code /}
   * @return empty where there is no such file
   * @throws IOException where the root is not there
   */
  public static Optional<ListedFile> locate(Path folder, String path, ListingOptions options)
      throws IOException {
    LocalWalk walk = new LocalWalk(0, folder.toRealPath(), "", Selection.ALL, options);
    Folder current = walk.start();
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String wanted = path.substring(0, slash + 1);
      Optional<Folder> next =
          walk.list(current).stream().filter(each -> each.path.equals(wanted)).findFirst();
      if (next.isEmpty()) {
        return inReport(current, folder, path);
      }
      current = next.get();
    }
    Folder last = current;
    walk.list(last);
    return last.takeParts().stream()
        .flatMap(part -> part.files() == null ? Stream.empty() : part.files().unpacked().stream())
        .filter(file -> file.path().equals(path))
        .findFirst()
        .or(() -> inReport(last, folder, path));
  }

  /** A file that is not listed, as it lies in a folder of a report. */
  private static Optional<ListedFile> inReport(Folder reached, Path corpus, String path) {
    return reached.rules.areOfReport() && Files.exists(corpus.resolve(path))
        ? Optional.of(ListedFile.skipped(path, null, 0, Skip.REPORT))
        : Optional.empty();
  }

  /** A packed corpus, of one file or of several, one behind the other. */
  private static List<ListedFile> packed(
      List<CorpusArgument> parts,
      String prefix,
      List<CorpusRoot> roots,
      ListingOptions options,
      ObjectStores stores,
      List<ListingProblem> problems)
      throws CorpusException {
    FileList.Builder files = new FileList.Builder();
    List<ListingProblem> found = new ArrayList<>();
    Set<String> paths = new HashSet<>();
    for (CorpusArgument part : parts) {
      PackedWalk walk = new PackedWalk(roots.size(), part, prefix, options, stores, paths);
      roots.add(walk.run());
      files.addAll(walk.files());
      found.addAll(walk.problems());
    }
    List<ListedFile> all = files.build();
    requireDocument(parts.get(0), all, options, found);
    problems.addAll(found);
    return all;
  }

  /**
   * The URI of a file in the root of a corpus that is not local.
   *
   * @param corpusArgument a URI, for which {@link ObjectStores#isRemote}
   * @return empty where there is no such file
   * @throws CorpusException where the argument is no URI of a known store, or nobody answers
   */
  public static Optional<String> findInRoot(String corpusArgument, String name, ObjectStores stores)
      throws CorpusException {
    return RemoteArgument.findInRoot(corpusArgument, name, stores).map(StoredObject::uri);
  }

  private static List<ListedFile> files(
      CorpusArgument argument,
      CorpusRoot root,
      int rootIndex,
      ListingOptions options,
      ObjectStores stores,
      List<ListingProblem> problems)
      throws CorpusException {
    Path folder = argument.folder();
    if (folder == null) {
      RemoteWalk walk = new RemoteWalk(rootIndex, root, argument.selection(), options, stores);
      List<ListedFile> files = walk.files(argument.given());
      problems.addAll(walk.problems());
      return files;
    }
    LocalWalk walk =
        new LocalWalk(rootIndex, folder, root.pathPrefix(), argument.selection(), options);
    try {
      List<ListedFile> files = ParallelWalk.files(walk, options.threads());
      problems.addAll(walk.problems());
      return files;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CorpusException("listing '" + argument.given() + "' was interrupted", e);
    }
  }

  private static void requireDocument(
      CorpusArgument argument,
      List<ListedFile> files,
      ListingOptions options,
      List<ListingProblem> problems)
      throws CorpusException {
    if (files.stream().noneMatch(ListedFile::isDocument)) {
      String message =
          NoDocuments.message(argument.given(), ListingCounts.of(files), files, options);
      throw new CorpusException(
          problems.isEmpty()
              ? message
              : "%s; %d problems, the first in %s: %s"
                  .formatted(
                      message, problems.size(), problems.get(0).path(), problems.get(0).message()));
    }
  }
}

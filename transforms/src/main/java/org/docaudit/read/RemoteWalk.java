package org.docaudit.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.PathOrder;

/**
 * Lists a corpus of an {@link ObjectStore}, all keys as they are; only ignore files and what may
 * mark a report are opened. There are no symbolic links and no repository above.
 */
final class RemoteWalk {
  private final int rootIndex;
  private final CorpusRoot root;
  private final Selection selection;
  private final ListingOptions options;
  private final ObjectStores stores;
  private final List<ListingProblem> problems = new ArrayList<>();

  /** By path relative to the root. */
  private final TreeMap<String, StoredObject> found = new TreeMap<>(PathOrder.INSTANCE);

  /** By path relative to the root: empty, or with {@code /} at its end. */
  private final Map<String, FolderRules> rules = new HashMap<>();

  RemoteWalk(
      int rootIndex,
      CorpusRoot root,
      Selection selection,
      ListingOptions options,
      ObjectStores stores) {
    this.rootIndex = rootIndex;
    this.root = root;
    this.selection = selection;
    this.options = options;
    this.stores = stores;
  }

  /** Every file, in {@link PathOrder}. */
  List<ListedFile> files(String given) throws CorpusException {
    for (StoredObject object : RemoteArgument.list(given, root.location(), stores)) {
      String uri = object.uri();
      // Object stores hold placeholders for folders.
      if (uri.startsWith(root.location()) && !uri.endsWith("/")) {
        found.put(uri.substring(root.location().length()), object);
      }
    }
    if (found.isEmpty()) {
      throw new CorpusException("the corpus '" + given + "' does not exist or is empty");
    }
    rules.put("", withIgnoreFiles("", FolderRules.ofRoot(ListingRules.of(options), "", null)));
    List<ListedFile> files = new ArrayList<>(found.size());
    found.forEach(
        (path, object) -> {
          if (!("/" + path).contains("/" + LocalWalk.GIT + "/")
              && !isGitFile(path)
              && !isTableOfReport(path)) {
            files.add(listed(path, object));
          }
        });
    return files;
  }

  /** What went wrong so far. */
  List<ListingProblem> problems() {
    return problems;
  }

  private static boolean isGitFile(String path) {
    return path.equals(LocalWalk.GIT) || path.endsWith("/" + LocalWalk.GIT);
  }

  /** Whether a file lies in a folder of a report, as {@link LocalWalk} has it. */
  private boolean isTableOfReport(String path) {
    int slash = path.lastIndexOf('/');
    int above = path.lastIndexOf('/', slash - 1);
    return above > 0 && rulesOf(path.substring(0, above + 1)).areOfReport();
  }

  private ListedFile listed(String path, StoredObject object) {
    int nameStart = path.lastIndexOf('/') + 1;
    String name = path.substring(nameStart);
    String corpusPath = root.pathPrefix() + path;
    if (!options.isDocument(name)) {
      return ListedFile.other(corpusPath, null, rootIndex);
    }
    String folder = path.substring(0, nameStart);
    Skip skip = selection.skip(folder, name, rulesOf(folder));
    return skip != null
        ? ListedFile.skipped(corpusPath, null, rootIndex, skip)
        : ListedFile.document(corpusPath, null, rootIndex, object.bytes(), object.modifiedMillis());
  }

  private FolderRules rulesOf(String folder) {
    FolderRules known = rules.get(folder);
    if (known != null) {
      return known;
    }
    // From the nearest known folder down; a loop, since a key can have any number of slashes.
    int end = folder.length();
    while (!rules.containsKey(folder.substring(0, end))) {
      end = folder.lastIndexOf('/', end - 2) + 1;
    }
    FolderRules current = rules.get(folder.substring(0, end));
    while (end < folder.length()) {
      int next = folder.indexOf('/', end) + 1;
      String path = folder.substring(0, next);
      current =
          withIgnoreFiles(path, withMark(path, current.child(folder.substring(end, next - 1))));
      rules.put(path, current);
      end = next;
    }
    return current;
  }

  private FolderRules withIgnoreFiles(String folder, FolderRules plain) {
    return plain.wantsIgnoreFiles()
        ? plain.withIgnoreFiles(file -> readIgnoreFile(folder + file))
        : plain;
  }

  private FolderRules withMark(String folder, FolderRules plain) {
    StoredObject summary = found.get(folder + ReportMarks.SUMMARY);
    if (summary == null) {
      return plain;
    }
    try (InputStream in = Channels.newInputStream(stores.at(summary.uri()).open(summary.uri()))) {
      return ReportMarks.isSummary(in) ? plain.inReport() : plain;
    } catch (IOException e) {
      // Then it is any file, which is not read.
      return plain;
    }
  }

  private byte @Nullable [] readIgnoreFile(String path) {
    StoredObject object = found.get(path);
    if (object == null) {
      return null;
    }
    try (InputStream in = Channels.newInputStream(stores.at(object.uri()).open(object.uri()))) {
      byte[] bytes = in.readNBytes(IgnoreFiles.MAX_BYTES + 1);
      if (bytes.length <= IgnoreFiles.MAX_BYTES) {
        return bytes;
      }
      problems.add(IgnoreFiles.tooLarge(path));
    } catch (IOException e) {
      problems.add(new ListingProblem(path, "its rules were not obeyed: " + IoMessages.of(e)));
    }
    return null;
  }
}

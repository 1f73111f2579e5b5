package org.docaudit.pipeline.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.docaudit.links.CorpusPath;

/**
 * Folders that were renamed: no document is in the folder any more, and all that were renamed from
 * below it went to one other folder, under the same names below it.
 */
final class RenamedFolders {

  /** Where each renamed document is now, by its earlier path. */
  private final NavigableMap<String, String> newPaths = new TreeMap<>();

  private final Set<String> foldersAfter;
  private final Map<String, Optional<String>> known = new HashMap<>();

  /**
   * Knows what was renamed.
   *
   * @param foldersAfter the folders of the later run's documents, without a slash at their end
   */
  RenamedFolders(DocumentChanges documents, Set<String> foldersAfter) {
    this.foldersAfter = foldersAfter;
    for (ChangedDocument document : documents.all()) {
      if (document.oldPath() != null) {
        newPaths.put(document.oldPath(), document.path());
      }
    }
  }

  /**
   * Where a folder is now, or a file that is no document: where the nearest folder above it went
   * that was renamed. Empty where none was.
   *
   * @param path in the earlier run; a folder's ends in a slash
   */
  Optional<String> newPath(String path) {
    String folder =
        path.endsWith("/") ? path.substring(0, path.length() - 1) : CorpusPath.folderOf(path);
    for (; !folder.isEmpty() && !folder.equals("."); folder = CorpusPath.folderOf(folder)) {
      Optional<String> renamed = known.computeIfAbsent(folder, this::find);
      if (renamed.isPresent()) {
        return Optional.of(renamed.get() + path.substring(folder.length()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> find(String folder) {
    if (foldersAfter.contains(folder)) {
      return Optional.empty();
    }
    String found = null;
    // What is below the folder: the character behind the slash is 0.
    for (Map.Entry<String, String> document :
        newPaths.subMap(folder + "/", folder + "0").entrySet()) {
      String rest = document.getKey().substring(folder.length());
      String newPath = document.getValue();
      if (!newPath.endsWith(rest)) {
        return Optional.empty();
      }
      String now = newPath.substring(0, newPath.length() - rest.length());
      if (found != null && !found.equals(now)) {
        return Optional.empty();
      }
      found = now;
    }
    return Optional.ofNullable(found);
  }
}

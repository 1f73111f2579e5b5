package org.docaudit.pipeline.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.docaudit.links.CorpusPath;

/**
 * Folders that were renamed: no document is in the folder any more, and all that were renamed from
 * below it went to one other folder, under the same names below it.
 */
final class RenamedFolders {

  private final DocumentChanges documents;
  private final Set<String> foldersAfter;
  private final Map<String, Optional<String>> known = new HashMap<>();

  /**
   * Knows what was renamed.
   *
   * @param foldersAfter the folders of the later run's documents, without a slash at their end
   */
  RenamedFolders(DocumentChanges documents, Set<String> foldersAfter) {
    this.documents = documents;
    this.foldersAfter = foldersAfter;
  }

  /**
   * Where a folder is now, or a file that is no document: where the nearest folder above it went
   * that was renamed. Empty where none was.
   *
   * @param path in the earlier run; a folder's ends in a slash
   */
  Optional<String> newPath(String path) {
    String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : folderOf(path);
    for (; !folder.isEmpty() && !folder.equals("."); folder = folderOf(folder)) {
      Optional<String> renamed = known.computeIfAbsent(folder, this::find);
      if (renamed.isPresent()) {
        return Optional.of(renamed.get() + path.substring(folder.length()));
      }
    }
    return Optional.empty();
  }

  private static String folderOf(String path) {
    return CorpusPath.folderOf(path);
  }

  private Optional<String> find(String folder) {
    if (foldersAfter.contains(folder)) {
      return Optional.empty();
    }
    String found = null;
    for (ChangedDocument document : documents.all()) {
      String oldPath = document.oldPath();
      if (oldPath == null || !oldPath.startsWith(folder + "/")) {
        continue;
      }
      String rest = oldPath.substring(folder.length());
      if (!document.path().endsWith(rest)) {
        return Optional.empty();
      }
      String now = document.path().substring(0, document.path().length() - rest.length());
      if (found != null && !found.equals(now)) {
        return Optional.empty();
      }
      found = now;
    }
    return Optional.ofNullable(found);
  }
}

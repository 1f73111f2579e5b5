package org.docaudit.pipeline.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.docaudit.pipeline.report.DocumentState;

/**
 * Folders that were renamed: every document of the earlier run that changed below the folder went
 * to one other folder, under the same name below it.
 */
final class RenamedFolders {

  private final DocumentChanges documents;
  private final Map<String, Optional<String>> known = new HashMap<>();

  RenamedFolders(DocumentChanges documents) {
    this.documents = documents;
  }

  /**
   * Where a folder is now, or empty where it was not renamed as a whole.
   *
   * @param folder its path in the earlier run, with a slash at its end
   */
  Optional<String> newPath(String folder) {
    return known.computeIfAbsent(folder, this::find);
  }

  private Optional<String> find(String folder) {
    String found = null;
    for (ChangedDocument document : documents.all()) {
      String oldPath = document.oldPath();
      if (oldPath != null && oldPath.startsWith(folder)) {
        String rest = oldPath.substring(folder.length());
        int end = document.path().length() - rest.length();
        boolean whole = document.path().endsWith(rest) && end > 0;
        if (!whole || document.path().charAt(end - 1) != '/') {
          return Optional.empty();
        }
        String newFolder = document.path().substring(0, end);
        if (found != null && !found.equals(newFolder)) {
          return Optional.empty();
        }
        found = newFolder;
      } else if (document.path().startsWith(folder) && document.state() != DocumentState.REMOVED) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(found);
  }
}

package org.docaudit.read;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The git repository that holds a corpus' root: the root's path in it, and its ignore files.
 *
 * <p>The ignore files that count are those of the folders from the root up to the top, and the
 * repository's {@code info/exclude}.
 *
 * <p>They are asked about what is in the root, never about the root itself: who names a folder that
 * is left out wants it audited. The user's own excludes file ({@code core.excludesFile}) does not
 * count, since it differs from machine to machine.
 */
public final class EnclosingRepository {
  private EnclosingRepository() {}

  /**
   * The path of a root from the top of its repository, with {@code /} at its end; empty where it is
   * the top; null where no repository holds it, or it is packed or not on a local file system.
   */
  public static @Nullable String pathOf(CorpusRoot root) {
    if (!root.local() || root.packed() != null) {
      return null;
    }
    Path folder = Path.of(URI.create(root.location()));
    Path top = top(folder);
    return top == null ? null : pathFromTop(folder, top);
  }

  /** The rules of the root. */
  static FolderRules rules(Path root, ListingRules rules, Queue<ListingProblem> problems) {
    Path top = top(root);
    if (top == null) {
      return FolderRules.ofRoot(rules, "", null);
    }
    RuleScope scope = infoExclude(top, problems);
    String path = "";
    for (Path folder : foldersBetween(top, root)) {
      path = pathFromTop(folder, top);
      scope = within(scope, folder, path, FolderRules.GITIGNORE, SkipReason.GITIGNORE, problems);
      scope =
          within(
              scope, folder, path, FolderRules.DOCAUDITIGNORE, SkipReason.DOCAUDITIGNORE, problems);
    }
    return FolderRules.ofRoot(rules, pathFromTop(root, top), scope);
  }

  /** The nearest folder from the root upwards that holds {@code .git}, or null. */
  private static @Nullable Path top(Path root) {
    for (Path folder = root; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(LocalWalk.GIT), LinkOption.NOFOLLOW_LINKS)) {
        return folder;
      }
    }
    return null;
  }

  /** The top first; without the root, whose own files the walk reads. */
  private static Deque<Path> foldersBetween(Path top, Path root) {
    Deque<Path> folders = new ArrayDeque<>();
    for (Path folder = root; !folder.equals(top); ) {
      folder = folder.getParent();
      folders.addFirst(folder);
    }
    return folders;
  }

  private static String pathFromTop(Path folder, Path top) {
    StringBuilder path = new StringBuilder();
    if (!folder.equals(top)) {
      for (int i = top.getNameCount(); i < folder.getNameCount(); i++) {
        Path upToHere = folder.getRoot().resolve(folder.subpath(0, i + 1));
        path.append(EntryName.of(upToHere).text()).append('/');
      }
    }
    return path.toString();
  }

  private static @Nullable RuleScope infoExclude(Path top, Queue<ListingProblem> problems) {
    // In a linked worktree .git is a file; its info/exclude is not looked for.
    String file = ".git/info/exclude";
    byte[] content = IgnoreFiles.read(top.resolve(file), file, problems);
    return content == null
        ? null
        : RuleScope.within(null, PatternList.ofFile(file, content, SkipReason.GITIGNORE), 0);
  }

  private static @Nullable RuleScope within(
      @Nullable RuleScope outer,
      Path folder,
      String path,
      String file,
      SkipReason reason,
      Queue<ListingProblem> problems) {
    byte[] content = IgnoreFiles.read(folder.resolve(file), path + file, problems);
    return content == null
        ? outer
        : RuleScope.within(outer, PatternList.ofFile(path + file, content, reason), path.length());
  }
}

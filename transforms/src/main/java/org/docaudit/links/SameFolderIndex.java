package org.docaudit.links;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.suggest.NearestName;
import org.docaudit.suggest.SortedNames;

/**
 * Finds what a misspelt name means: files and folders of a similar name in the same folder. Facts
 * and questions meet by {@link #key} and {@link #questionKey}. All paths are added before the first
 * question; their order and repetition make no difference. The work of a question is bounded by
 * {@link SortedNames}. Not thread-safe.
 */
public final class SameFolderIndex {
  private final TargetKeys keys;
  private final Map<String, Names> byFolder = new HashMap<>();

  public SameFolderIndex(LinkRules rules) {
    this.keys = new TargetKeys(rules);
  }

  /** The folder by which the facts about a path, of a file or a folder, are grouped. */
  public static String key(String path) {
    return Folding.ofCaseAndForm(CorpusPath.folderOf(CorpusPath.trimmed(path)));
  }

  /** The folder by which questions that found nothing are grouped. */
  public static String questionKey(TargetKeys keys, LinkQuestion wanted) {
    return key(subject(keys, wanted));
  }

  /** A file exists, or a folder, whose path then ends in a slash. */
  public void add(String path) {
    if (!CorpusPath.trimmed(path).isEmpty()) {
      byFolder.computeIfAbsent(key(path), unused -> new Names()).add(keys.ofName(path), path);
    }
  }

  /**
   * The path in the same folder whose name without extension is nearest, if one is near. None where
   * only the index document of a folder is missing, which is not misspelt then.
   */
  public Optional<Suggestion> nearestInFolder(LinkQuestion wanted) {
    String subject = subject(keys, wanted);
    Names names = byFolder.get(key(subject));
    if (names == null || subject.length() <= wanted.home().corpus().length()) {
      return Optional.empty();
    }
    boolean folder = !subject.equals(CorpusPath.trimmed(wanted.path()));
    return names
        .nearest(keys.ofName(subject))
        .filter(near -> !folder || !CorpusPath.trimmed(near.path()).equals(subject));
  }

  /** What may be misspelt: of {@code gudie/README.md} it is the folder. */
  private static String subject(TargetKeys keys, LinkQuestion wanted) {
    String path = CorpusPath.trimmed(wanted.path());
    String folder = CorpusPath.folderOf(path);
    boolean generic = GenericNames.contains(keys.ofName(path));
    return generic && folder.length() > wanted.home().corpus().length() ? folder : path;
  }

  /** The names in one folder, folded; of paths with one name the first is suggested. */
  private static final class Names {
    private final Map<String, String> paths = new TreeMap<>();
    private @Nullable SortedNames sorted;

    void add(String name, String path) {
      paths.merge(name, path, (left, right) -> left.compareTo(right) <= 0 ? left : right);
    }

    Optional<Suggestion> nearest(String wanted) {
      if (sorted == null) {
        sorted = SortedNames.of(paths.keySet());
      }
      return sorted
          .nearest(wanted)
          .map(name -> new Suggestion(paths.get(name), NearestName.distance(wanted, name)));
    }
  }
}

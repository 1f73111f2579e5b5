package org.docaudit.links;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.docaudit.pack.BucketPacks;
import org.docaudit.pack.PackWriter;

/**
 * The paths of one batch as suggestions need them: grouped by their folder, for misspelt names, and
 * by their name, for files that were moved. Each entry is its kind, the hash of its key, and what
 * that kind has. Not thread-safe.
 */
public final class PathPieces {

  /** A folder's path, and names in it; those of folders end in a slash. */
  static final int PATHS_IN_FOLDER = 0;

  static final int PATH_BY_NAME = 1;
  static final int WANTED_IN_FOLDER = 2;
  static final int WANTED_BY_NAME = 3;
  static final int LINKS = 4;

  private final TargetKeys keys;
  private final boolean foldersCount;
  private final BucketPacks packs;

  /** The names of the files and folders in each folder. */
  private final Map<String, List<String>> names = new LinkedHashMap<>();

  /**
   * @param rules whether a folder can be the target of a link
   * @param packs to which they are appended
   */
  public PathPieces(LinkRules rules, BucketPacks packs) {
    this.keys = new TargetKeys(rules);
    this.foldersCount = !rules.folderIndexRequired();
    this.packs = packs;
  }

  /** A file exists, and with it the folders that it lies in. */
  public void file(String path) {
    String folder = CorpusPath.folderOf(path);
    boolean first = add(folder, path);
    // Of a folder that has a path already, those above were added with it.
    while (first && foldersCount && !folder.isEmpty()) {
      String shown = CorpusPath.ofFolder(folder);
      folder = CorpusPath.folderOf(folder);
      first = add(folder, shown);
    }
  }

  /** A question that found nothing. */
  void wanted(AskedQuestion asked) {
    LinkQuestion question = asked.question();
    asked.writeTo(entry(SameFolderIndex.questionKey(keys, question), WANTED_IN_FOLDER));
    SameNameIndex.key(keys, question.path())
        .ifPresent(name -> asked.writeTo(entry(name, WANTED_BY_NAME)));
  }

  /** A target that several buckets answer for, and how many links one of them has counted. */
  void links(String path, long links) {
    PackWriter out = entry(path, LINKS);
    out.writeString(path);
    out.writeLong(links);
  }

  /** Writes the names by folder; nothing is added afterwards. */
  public void finish() {
    names.forEach(
        (folder, inFolder) -> {
          PackWriter out = entry(Folding.ofCaseAndForm(folder), PATHS_IN_FOLDER);
          out.writeString(folder);
          out.writeInt(inFolder.size());
          inFolder.forEach(out::writeString);
        });
  }

  /** Adds a path, and returns whether it is the first in its folder. */
  private boolean add(String folder, String path) {
    SameNameIndex.key(keys, path).ifPresent(name -> entry(name, PATH_BY_NAME).writeString(path));
    List<String> inFolder = names.get(folder);
    boolean first = inFolder == null;
    if (inFolder == null) {
      inFolder = new ArrayList<>();
      names.put(folder, inFolder);
    }
    inFolder.add(folder.isEmpty() ? path : path.substring(folder.length() + 1));
    return first;
  }

  private PackWriter entry(String key, int kind) {
    int hash = BucketPacks.hashOf(key);
    PackWriter out = packs.ofHash(hash);
    out.writeByte(kind);
    out.writeFixedInt(hash);
    return out;
  }
}

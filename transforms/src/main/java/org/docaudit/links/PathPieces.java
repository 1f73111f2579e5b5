package org.docaudit.links;

import java.util.HashSet;
import java.util.Set;
import org.docaudit.pack.BucketPacks;

/**
 * The paths of one batch as suggestions need them: grouped by their folder, for misspelt names, and
 * by their name, for files that were moved. Not thread-safe.
 */
public final class PathPieces {

  static final int PATH_IN_FOLDER = 0;
  static final int PATH_BY_NAME = 1;
  static final int WANTED_IN_FOLDER = 2;
  static final int WANTED_BY_NAME = 3;
  static final int LINKS = 4;

  private final TargetKeys keys;
  private final boolean foldersCount;
  private final BucketPacks packs;
  private final Set<String> folders = new HashSet<>();

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
    path(path);
    if (!foldersCount) {
      return;
    }
    for (String folder : TargetKeys.foldersOf(path)) {
      if (folder.isEmpty() || !folders.add(folder)) {
        break;
      }
      path(CorpusPath.ofFolder(folder));
    }
  }

  /** A question that found nothing. */
  void wanted(AskedQuestion asked) {
    LinkQuestion question = asked.question();
    write(SameFolderIndex.questionKey(keys, question), WANTED_IN_FOLDER, asked);
    SameNameIndex.key(keys, question.path()).ifPresent(name -> write(name, WANTED_BY_NAME, asked));
  }

  /** A target that several buckets answer for, and how many links one of them has counted. */
  void links(String path, long links) {
    var out = packs.ofKey(path);
    out.writeByte(LINKS);
    out.writeString(path);
    out.writeLong(links);
  }

  private void path(String path) {
    write(SameFolderIndex.key(path), PATH_IN_FOLDER, path);
    SameNameIndex.key(keys, path).ifPresent(name -> write(name, PATH_BY_NAME, path));
  }

  private void write(String key, int kind, String path) {
    var out = packs.ofKey(key);
    out.writeByte(kind);
    out.writeString(path);
  }

  private void write(String key, int kind, AskedQuestion asked) {
    var out = packs.ofKey(key);
    out.writeByte(kind);
    asked.writeTo(out);
  }
}

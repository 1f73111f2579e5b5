package org.docaudit.links;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.docaudit.pack.PackReader;

/**
 * The paths of one bucket and the questions that found nothing, as {@link PathPieces} packs them.
 * Paths stay packed but for those in a folder or of a name that a question has. Not thread-safe.
 */
final class PathBucket {

  private final List<byte[]> packs = new ArrayList<>();
  private final AskedKeys asked = new AskedKeys();
  private final List<AskedQuestion> wantedInFolder = new ArrayList<>();
  private final List<AskedQuestion> wantedByName = new ArrayList<>();
  private final Map<String, Long> links = new HashMap<>();

  /** Reads the packs once. */
  PathBucket(Iterable<byte[]> packs) {
    for (byte[] pack : packs) {
      this.packs.add(pack);
      readWanted(new PackReader(pack));
    }
  }

  /** Those that look for a similar name in a folder. */
  List<AskedQuestion> wantedInFolder() {
    return wantedInFolder;
  }

  /** Those that look for a file of the same name. */
  List<AskedQuestion> wantedByName() {
    return wantedByName;
  }

  /** How many links lead to a target that several buckets answer for. */
  Map<String, Long> links() {
    return links;
  }

  /** Adds the paths that a question may look for, and maybe a few others. */
  void addPathsTo(SameFolderIndex inFolder, SameNameIndex byName) {
    if (asked.isEmpty()) {
      return;
    }
    for (byte[] pack : packs) {
      PackReader in = new PackReader(pack);
      while (in.hasMore()) {
        int kind = in.readByte();
        if (!asked.mayHave(in.readFixedInt())) {
          skip(kind, in);
        } else if (kind == PathPieces.PATHS_IN_FOLDER) {
          String folder = in.readString();
          for (int left = in.readInt(); left > 0; left--) {
            inFolder.add(CorpusPath.join(folder, in.readString()));
          }
        } else if (kind == PathPieces.PATH_BY_NAME) {
          byName.add(in.readString());
        } else {
          skip(kind, in);
        }
      }
    }
  }

  private void readWanted(PackReader in) {
    while (in.hasMore()) {
      int kind = in.readByte();
      int key = in.readFixedInt();
      switch (kind) {
        case PathPieces.WANTED_IN_FOLDER -> {
          asked.add(key);
          wantedInFolder.add(AskedQuestion.readFrom(in));
        }
        case PathPieces.WANTED_BY_NAME -> {
          asked.add(key);
          wantedByName.add(AskedQuestion.readFrom(in));
        }
        case PathPieces.LINKS -> links.merge(in.readString(), in.readLong(), Long::sum);
        default -> skip(kind, in);
      }
    }
  }

  private static void skip(int kind, PackReader in) {
    switch (kind) {
      case PathPieces.PATHS_IN_FOLDER -> {
        in.skipString();
        for (int left = in.readInt(); left > 0; left--) {
          in.skipString();
        }
      }
      case PathPieces.PATH_BY_NAME -> in.skipString();
      case PathPieces.LINKS -> {
        in.skipString();
        in.readLong();
      }
      default -> AskedQuestion.skip(in);
    }
  }
}

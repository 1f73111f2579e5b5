package org.docaudit.links;

import java.util.ArrayList;
import java.util.List;
import org.docaudit.pack.PackReader;

/** What stands in the packs that travel to {@link CheckLinks}. */
public final class LinkPacks {

  private LinkPacks() {}

  /** The entries of a pack of {@link TargetPieces}, each as one line. */
  public static List<String> targets(byte[] pack) {
    List<String> entries = new ArrayList<>();
    PackReader in = new PackReader(pack);
    while (in.hasMore()) {
      int kind = in.readByte();
      in.readFixedInt();
      entries.add(
          kind == TargetPieces.FACT
              ? TargetFact.readFrom(in).toString()
              : AskedQuestion.readFrom(in).toString());
    }
    return entries;
  }

  /** The entries of a pack of {@link PathPieces}, each as one line. */
  public static List<String> paths(byte[] pack) {
    List<String> entries = new ArrayList<>();
    PackReader in = new PackReader(pack);
    while (in.hasMore()) {
      int kind = in.readByte();
      in.readFixedInt();
      entries.add(
          switch (kind) {
            case PathPieces.PATHS_IN_FOLDER -> "in folder `" + in.readString() + "` " + names(in);
            case PathPieces.PATH_BY_NAME -> "by name " + in.readString();
            case PathPieces.WANTED_IN_FOLDER -> "wanted in folder " + AskedQuestion.readFrom(in);
            case PathPieces.WANTED_BY_NAME -> "wanted by name " + AskedQuestion.readFrom(in);
            default -> "links to " + in.readString() + ": " + in.readLong();
          });
    }
    return entries;
  }

  private static List<String> names(PackReader in) {
    List<String> names = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      names.add(in.readString());
    }
    return names;
  }

  /** A question as it is told. */
  public static String asked(int batch, int number, int links, LinkQuestion question) {
    return new AskedQuestion(batch, number, links, question).toString();
  }
}

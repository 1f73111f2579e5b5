package org.docaudit.links;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/**
 * One thing that is known about a path, as it is sent to the buckets of {@link TargetKeys}: files
 * and anchors to those of {@link TargetKeys#ofFile}, folders to that of {@link TargetKeys#of}.
 * Immutable.
 */
public sealed interface TargetFact extends Serializable {
  /** A file exists. */
  record File(String path, boolean document) implements TargetFact {}

  /**
   * A document exists and was read, and these are all its anchors, in any order. That it is a file
   * need not be told besides.
   */
  record Anchors(String documentPath, List<String> anchors) implements TargetFact {
    public Anchors {
      anchors = List.copyOf(anchors);
    }
  }

  /** A folder exists. */
  record Folder(String path) implements TargetFact {}

  /** Writes this compactly; {@link #readFrom} reads it back. */
  default void writeTo(PackWriter out) {
    if (this instanceof File file) {
      out.writeByte(file.document() ? 1 : 0);
      out.writeString(file.path());
    } else if (this instanceof Folder folder) {
      out.writeByte(2);
      out.writeString(folder.path());
    } else if (this instanceof Anchors read) {
      out.writeByte(3);
      out.writeString(read.documentPath());
      out.writeInt(read.anchors().size());
      for (String anchor : read.anchors()) {
        out.writeString(anchor);
      }
    }
  }

  /** Reads what {@link #writeTo} wrote. */
  static TargetFact readFrom(PackReader in) {
    int kind = in.readByte();
    String path = in.readString();
    return switch (kind) {
      case 0, 1 -> new File(path, kind == 1);
      case 2 -> new Folder(path);
      case 3 -> new Anchors(path, readAnchors(in));
      default -> throw new IllegalArgumentException("unknown kind of fact " + kind);
    };
  }

  /** Passes over what {@link #writeTo} wrote. */
  static void skip(PackReader in) {
    int kind = in.readByte();
    in.skipString();
    if (kind == 3) {
      for (int left = in.readInt(); left > 0; left--) {
        in.skipString();
      }
    }
  }

  private static List<String> readAnchors(PackReader in) {
    int count = in.readInt();
    List<String> anchors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      anchors.add(in.readString());
    }
    return anchors;
  }
}

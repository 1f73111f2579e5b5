package org.docaudit.links;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is known about a path, as it is sent to the buckets of {@link TargetKeys}: files
 * and anchors to those of {@link TargetKeys#ofFile}, folders to that of {@link TargetKeys#of}.
 * Immutable.
 */
public sealed interface TargetFact extends Serializable {
  /** A file exists. */
  record File(String path, boolean document) implements TargetFact {}

  /** A document exists and was read, and these are all its anchors, in any order. */
  record Anchors(String documentPath, List<String> anchors) implements TargetFact {
    public Anchors {
      anchors = List.copyOf(anchors);
    }
  }

  /** A folder exists. */
  record Folder(String path) implements TargetFact {}

  /** Writes this compactly; {@link #readFrom} reads it back. */
  default void writeTo(DataOutput out) throws IOException {
    if (this instanceof File file) {
      out.writeByte(file.document() ? 1 : 0);
      Packed.writeString(file.path(), out);
    } else if (this instanceof Folder folder) {
      out.writeByte(2);
      Packed.writeString(folder.path(), out);
    } else if (this instanceof Anchors read) {
      out.writeByte(3);
      Packed.writeString(read.documentPath(), out);
      Packed.writeCount(read.anchors().size(), out);
      for (String anchor : read.anchors()) {
        Packed.writeString(anchor, out);
      }
    }
  }

  /** Reads what {@link #writeTo} wrote. */
  static TargetFact readFrom(DataInput in) throws IOException {
    int kind = in.readByte();
    String path = Packed.readString(in);
    return switch (kind) {
      case 0, 1 -> new File(path, kind == 1);
      case 2 -> new Folder(path);
      case 3 -> new Anchors(path, readAnchors(in));
      default -> throw new IOException("unknown kind of fact " + kind);
    };
  }

  private static List<String> readAnchors(DataInput in) throws IOException {
    int count = Packed.readCount(in);
    List<String> anchors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      anchors.add(Packed.readString(in));
    }
    return anchors;
  }
}

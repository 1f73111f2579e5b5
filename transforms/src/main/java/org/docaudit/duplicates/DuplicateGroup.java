package org.docaudit.duplicates;

import java.util.ArrayList;
import java.util.List;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/**
 * Documents with the same bytes.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param bytes size of each
 * @param count how many there are
 * @param paths the first of them in path order, at most {@link #MAX_PATHS}
 */
public record DuplicateGroup(String sha256, long bytes, long count, List<String> paths) {

  /** A million copies of an empty page must not make one row of a hundred megabytes. */
  public static final int MAX_PATHS = 10_000;

  public DuplicateGroup {
    paths = List.copyOf(paths);
  }

  /** Writes documents of the same bytes, which are in path order, as a group. */
  static void write(List<PackedHash> same, PackWriter out) {
    PackedHash first = same.get(0);
    first.writeHash(out);
    out.writeLong(first.bytes());
    out.writeLong(same.size());
    List<PackedHash> listed = same.subList(0, Math.min(same.size(), MAX_PATHS));
    out.writeInt(listed.size());
    listed.forEach(document -> document.writePath(out));
  }

  /** The groups in a pack, in its order. */
  public static List<DuplicateGroup> readAll(byte[] pack) {
    PackReader in = new PackReader(pack);
    List<DuplicateGroup> groups = new ArrayList<>();
    while (in.hasMore()) {
      String sha256 = in.readString();
      long bytes = in.readLong();
      long count = in.readLong();
      int size = in.readInt();
      List<String> paths = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        paths.add(in.readString());
      }
      groups.add(new DuplicateGroup(sha256, bytes, count, paths));
    }
    return groups;
  }
}

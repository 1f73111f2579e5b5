package org.docaudit.read;

import com.github.luben.zstd.Zstd;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.container.Position;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/**
 * The packed form of {@link ListedFile}s: for each a byte of kind and flag, the root, the path as
 * the length that it shares with the one before and the rest, then what its kind needs, and its
 * position where it has one. Larger ones are compressed: a job holds several copies of the batches
 * of its source.
 */
final class PackedFiles {
  private static final int KINDS = 3;
  private static final int ESCAPED = 4;
  private static final int POSITIONED = 8;

  /** Smaller ones are left as they are; a job has only so many. */
  private static final int MIN_COMPRESSED = 4 << 10;

  /** Halves the size; higher levels gain little. */
  private static final int ZSTD_LEVEL = 1;

  private PackedFiles() {}

  private static int code(FileKind kind) {
    return switch (kind) {
      case DOCUMENT -> 0;
      case SKIPPED -> 1;
      case OTHER -> 2;
    };
  }

  private static FileKind kind(int code) {
    return switch (code) {
      case 0 -> FileKind.DOCUMENT;
      case 1 -> FileKind.SKIPPED;
      default -> FileKind.OTHER;
    };
  }

  static final class Writer {
    private final PackWriter out = new PackWriter();
    private final Map<Skip, Integer> skips = new LinkedHashMap<>();
    private byte[] previous = new byte[0];

    void add(ListedFile file) {
      String escaped = file.escapedPath();
      Skip skip = file.skip();
      Position position = file.position();
      boolean positioned = !position.equals(Position.START);
      out.writeByte(
          code(file.kind()) | (escaped == null ? 0 : ESCAPED) | (positioned ? POSITIONED : 0));
      out.writeInt(file.root());
      byte[] path = file.path().getBytes(StandardCharsets.UTF_8);
      int difference = Arrays.mismatch(previous, path);
      int shared = difference < 0 ? path.length : difference;
      out.writeInt(shared);
      out.writeBytes(Arrays.copyOfRange(path, shared, path.length));
      previous = path;
      if (escaped != null) {
        out.writeString(escaped);
      }
      if (skip != null) {
        out.writeInt(skips.computeIfAbsent(skip, s -> skips.size()));
      } else if (file.isDocument()) {
        out.writeLong(file.bytes());
        out.writeLong(file.modifiedMillis());
      }
      if (positioned) {
        out.writeLong(position.restart());
        out.writeLong(position.offset());
      }
    }

    /** Those of the files, each once; the packed form counts them. */
    List<Skip> skips() {
      return new ArrayList<>(skips.keySet());
    }

    byte[] toByteArray() {
      PackWriter packed = new PackWriter();
      byte[] plain = out.toByteArray();
      boolean compressed = plain.length >= MIN_COMPRESSED;
      packed.writeInt(compressed ? plain.length : 0);
      packed.writeRaw(compressed ? Zstd.compress(plain, ZSTD_LEVEL) : plain);
      return packed.toByteArray();
    }
  }

  static final class Reader implements Iterator<ListedFile> {
    private final PackReader in;
    private final List<Skip> skips;
    private int rest;
    private byte[] path = new byte[256];

    Reader(byte[] packed, int files, List<Skip> skips) {
      PackReader compressed = new PackReader(packed);
      int size = compressed.readInt();
      byte[] plain = compressed.readRest();
      this.in = new PackReader(size == 0 ? plain : Zstd.decompress(plain, size));
      this.rest = files;
      this.skips = skips;
    }

    @Override
    public boolean hasNext() {
      return rest > 0;
    }

    @Override
    public ListedFile next() {
      if (rest == 0) {
        throw new NoSuchElementException();
      }
      rest--;
      int head = in.readByte();
      FileKind kind = kind(head & KINDS);
      int root = in.readInt();
      String name = readPath();
      String escaped = (head & ESCAPED) == 0 ? null : in.readString();
      @Nullable Skip skip = kind == FileKind.SKIPPED ? skips.get(in.readInt()) : null;
      long bytes = kind == FileKind.DOCUMENT ? in.readLong() : 0;
      long modified = kind == FileKind.DOCUMENT ? in.readLong() : 0;
      Position position =
          (head & POSITIONED) == 0 ? Position.START : new Position(in.readLong(), in.readLong());
      return new ListedFile(name, escaped, root, bytes, modified, kind, skip, position);
    }

    private String readPath() {
      int shared = in.readInt();
      byte[] own = in.readBytes();
      if (shared + own.length > path.length) {
        path = Arrays.copyOf(path, 2 * (shared + own.length));
      }
      System.arraycopy(own, 0, path, shared, own.length);
      return new String(path, 0, shared + own.length, StandardCharsets.UTF_8);
    }
  }
}

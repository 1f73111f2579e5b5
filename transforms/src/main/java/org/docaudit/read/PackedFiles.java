package org.docaudit.read;

import com.github.luben.zstd.Zstd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.docaudit.container.Position;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/**
 * The packed form of {@link ListedFile}s: for each a byte of kind and flags, the root, the path as
 * the length that it shares with the one before and the rest, then what its kind needs, and its
 * position where it has one. Those that stay are compressed unless they are small: a job holds
 * several copies of the batches of its source.
 */
final class PackedFiles {
  private static final int KINDS = 3;
  private static final int ESCAPED = 4;
  private static final int POSITIONED = 8;
  private static final int READABLE_BY_ALL = 16;

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
    private final FileFields own = new FileFields();
    private byte[] previous = new byte[256];
    private int previousLength;
    private int files;
    private int documents;
    private long documentBytes;

    void add(ListedFile file) {
      own.set(file);
      add(own);
    }

    void add(FileFields file) {
      boolean escaped = file.escapedPath != null;
      boolean positioned = file.position.restart() != 0 || file.position.offset() != 0;
      out.writeByte(
          code(file.kind)
              | (escaped ? ESCAPED : 0)
              | (positioned ? POSITIONED : 0)
              | (file.readableByAll ? READABLE_BY_ALL : 0));
      out.writeInt(file.root);
      int length = file.pathLength;
      int difference = Arrays.mismatch(previous, 0, previousLength, file.path, 0, length);
      int shared = difference < 0 ? length : difference;
      out.writeInt(shared);
      out.writeBytes(file.path, shared, length - shared);
      if (length > previous.length) {
        previous = Arrays.copyOf(previous, 2 * length);
      }
      System.arraycopy(file.path, shared, previous, shared, length - shared);
      previousLength = length;
      if (escaped) {
        out.writeString(file.escapedPath);
      }
      if (file.skip != null) {
        out.writeInt(skips.computeIfAbsent(file.skip, s -> skips.size()));
      } else if (file.isDocument()) {
        out.writeLong(file.bytes);
        out.writeLong(file.modifiedMillis);
        documents++;
        documentBytes += file.bytes;
      }
      if (positioned) {
        out.writeLong(file.position.restart());
        out.writeLong(file.position.offset());
      }
      files++;
    }

    int files() {
      return files;
    }

    int documents() {
      return documents;
    }

    long documentBytes() {
      return documentBytes;
    }

    /** Those of the files, each once; the packed form counts them. */
    List<Skip> skips() {
      return new ArrayList<>(skips.keySet());
    }

    /** The packed form, compressed where that pays off. */
    byte[] compressed() {
      return out.size() < MIN_COMPRESSED
          ? plain()
          : packed(out.size(), Zstd.compress(out.toByteArray(), ZSTD_LEVEL));
    }

    /** The packed form as it is: more than twice as long, but made and read in less time. */
    byte[] plain() {
      return packed(0, out.toByteArray());
    }

    private static byte[] packed(int uncompressed, byte[] content) {
      PackWriter packed = new PackWriter(content.length + 5);
      packed.writeInt(uncompressed);
      packed.writeRaw(content);
      return packed.toByteArray();
    }
  }

  /** Reads file by file, as objects or only what each says. */
  static final class Reader implements Iterator<ListedFile> {
    private final PackReader in;
    private final List<Skip> skips;
    private final FileFields file = new FileFields();
    private int rest;

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
      return nextFields().toFile();
    }

    /** The next file, in the same object each time. */
    FileFields nextFields() {
      if (rest == 0) {
        throw new NoSuchElementException();
      }
      rest--;
      int head = in.readByte();
      file.kind = kind(head & KINDS);
      file.root = in.readInt();
      readPath();
      file.escapedPath = (head & ESCAPED) == 0 ? null : in.readString();
      file.skip = file.kind == FileKind.SKIPPED ? skips.get(in.readInt()) : null;
      file.bytes = file.isDocument() ? in.readLong() : 0;
      file.modifiedMillis = file.isDocument() ? in.readLong() : 0;
      file.readableByAll = (head & READABLE_BY_ALL) != 0;
      file.position =
          (head & POSITIONED) == 0 ? Position.START : new Position(in.readLong(), in.readLong());
      return file;
    }

    private void readPath() {
      int shared = in.readInt();
      int own = in.readInt();
      file.setPathLength(shared + own);
      in.readRaw(file.path, shared, own);
    }
  }
}

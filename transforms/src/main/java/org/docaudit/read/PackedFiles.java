package org.docaudit.read;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
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
 * position where it has one. Numbers are variable-length, seven bits a byte, the lowest first.
 * Larger ones are compressed: a job holds several copies of the batches of its source.
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
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<Skip, Integer> skips = new LinkedHashMap<>();
    private byte[] previous = new byte[0];

    void add(ListedFile file) {
      String escaped = file.escapedPath();
      Skip skip = file.skip();
      Position position = file.position();
      boolean positioned = !position.equals(Position.START);
      out.write(
          code(file.kind()) | (escaped == null ? 0 : ESCAPED) | (positioned ? POSITIONED : 0));
      writeNumber(file.root());
      byte[] path = file.path().getBytes(StandardCharsets.UTF_8);
      int difference = Arrays.mismatch(previous, path);
      int shared = difference < 0 ? path.length : difference;
      writeNumber(shared);
      writeNumber(path.length - shared);
      out.write(path, shared, path.length - shared);
      previous = path;
      if (escaped != null) {
        byte[] bytes = escaped.getBytes(StandardCharsets.US_ASCII);
        writeNumber(bytes.length);
        out.write(bytes, 0, bytes.length);
      }
      if (skip != null) {
        writeNumber(skips.computeIfAbsent(skip, s -> skips.size()));
      } else if (file.isDocument()) {
        writeNumber(file.bytes());
        writeNumber(file.modifiedMillis());
      }
      if (positioned) {
        writeNumber(position.restart());
        writeNumber(position.offset());
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

    private void writeNumber(long number) {
      long rest = number;
      while ((rest & ~0x7fL) != 0) {
        out.write((int) (rest & 0x7f) | 0x80);
        rest >>>= 7;
      }
      out.write((int) rest);
    }
  }

  static final class Reader implements Iterator<ListedFile> {
    private final byte[] packed;
    private final List<Skip> skips;
    private int rest;
    private int at;
    private byte[] path = new byte[256];

    Reader(byte[] packed, int files, List<Skip> skips) {
      PackReader in = new PackReader(packed);
      int size = in.readInt();
      byte[] plain = in.readRest();
      this.packed = size == 0 ? plain : Zstd.decompress(plain, size);
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
      int head = packed[at++];
      FileKind kind = kind(head & KINDS);
      int root = (int) readNumber();
      String name = readPath();
      String escaped = (head & ESCAPED) == 0 ? null : readEscaped();
      @Nullable Skip skip = kind == FileKind.SKIPPED ? skips.get((int) readNumber()) : null;
      long bytes = kind == FileKind.DOCUMENT ? readNumber() : 0;
      long modified = kind == FileKind.DOCUMENT ? readNumber() : 0;
      Position position =
          (head & POSITIONED) == 0 ? Position.START : new Position(readNumber(), readNumber());
      return new ListedFile(name, escaped, root, bytes, modified, kind, skip, position);
    }

    private String readPath() {
      int shared = (int) readNumber();
      int length = (int) readNumber();
      if (shared + length > path.length) {
        path = Arrays.copyOf(path, 2 * (shared + length));
      }
      System.arraycopy(packed, at, path, shared, length);
      at += length;
      return new String(path, 0, shared + length, StandardCharsets.UTF_8);
    }

    private String readEscaped() {
      int length = (int) readNumber();
      at += length;
      return new String(packed, at - length, length, StandardCharsets.US_ASCII);
    }

    private long readNumber() {
      long number = 0;
      int shift = 0;
      byte b;
      do {
        b = packed[at++];
        number |= (long) (b & 0x7f) << shift;
        shift += 7;
      } while (b < 0);
      return number;
    }
  }
}

package org.docaudit.duplicates;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import org.docaudit.assemble.DocumentRef;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/**
 * A {@link HashedDocument} as it lies in its pack: only those that have an equal need more than
 * comparison.
 */
final class PackedHash {

  /** Hexadecimal digits of a hash. */
  static final int DIGITS = 64;

  /** By hash, then by path in the order of UTF-8 bytes, as {@code LC_ALL=C sort} has it. */
  static final Comparator<PackedHash> ORDER = PackedHash::compare;

  private final byte[] pack;
  private final int hash;
  private final int path;
  private final int pathLength;

  /** The first digits, which mostly tell two hashes apart. */
  private final long head;

  private final long bytes;
  private final int batch;
  private final int index;

  /** Reads what {@link HashedDocument#write} wrote. */
  PackedHash(byte[] pack, PackReader in) {
    this.pack = pack;
    this.hash = in.position();
    this.head = (long) in.readFixedInt() << Integer.SIZE | in.readFixedInt();
    in.skip(DIGITS - Long.BYTES);
    this.bytes = in.readLong();
    this.pathLength = in.readInt();
    this.path = in.position();
    in.skip(pathLength);
    this.batch = in.readInt();
    this.index = in.readInt();
  }

  long bytes() {
    return bytes;
  }

  DocumentRef document() {
    return new DocumentRef(batch, index);
  }

  String path() {
    return new String(pack, path, pathLength, UTF_8);
  }

  boolean hasHashOf(PackedHash other) {
    return head == other.head && compareHashes(this, other) == 0;
  }

  /** Writes its path as {@link PackWriter#writeString} does. */
  void writePath(PackWriter out) {
    out.writeInt(pathLength);
    out.writeRaw(pack, path, pathLength);
  }

  /** Writes its hash as {@link PackWriter#writeString} does. */
  void writeHash(PackWriter out) {
    out.writeInt(DIGITS);
    out.writeRaw(pack, hash, DIGITS);
  }

  /** Bytes of its line of the digest. */
  int lineLength() {
    return DIGITS + 2 + pathLength + 1;
  }

  /** Puts its line of the digest into an array, and returns where that ends. */
  int putLine(byte[] lines, int start) {
    System.arraycopy(pack, hash, lines, start, DIGITS);
    int at = start + DIGITS;
    lines[at++] = ' ';
    lines[at++] = ' ';
    System.arraycopy(pack, path, lines, at, pathLength);
    at += pathLength;
    lines[at++] = '\n';
    return at;
  }

  private static int compare(PackedHash a, PackedHash b) {
    // Digits are ASCII, so no head is negative.
    int order = Long.compare(a.head, b.head);
    if (order == 0) {
      order = compareHashes(a, b);
    }
    return order != 0
        ? order
        : Arrays.compareUnsigned(
            a.pack, a.path, a.path + a.pathLength, b.pack, b.path, b.path + b.pathLength);
  }

  private static int compareHashes(PackedHash a, PackedHash b) {
    return Arrays.compareUnsigned(a.pack, a.hash, a.hash + DIGITS, b.pack, b.hash, b.hash + DIGITS);
  }
}

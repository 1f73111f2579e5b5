package org.docaudit.duplicates;

import java.util.Comparator;
import org.docaudit.assemble.DocumentRef;
import org.docaudit.model.PathOrder;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/**
 * A document with the hash of its bytes.
 *
 * @param sha256 64 lower-case hexadecimal digits
 */
public record HashedDocument(String sha256, long bytes, String path, DocumentRef document) {

  /** By hash, then by path in the order of UTF-8 bytes, as {@code LC_ALL=C sort} has it. */
  static final Comparator<HashedDocument> ORDER =
      Comparator.comparing(HashedDocument::sha256)
          .thenComparing(HashedDocument::path, PathOrder.INSTANCE);

  /** Buckets are ranges of the hash, so that the order of buckets is the order of hashes. */
  public int bucket(int buckets) {
    long head = Long.parseLong(sha256.substring(0, 8), 16);
    return (int) ((head * buckets) >>> 32);
  }

  public void write(PackWriter out) {
    out.writeString(sha256);
    out.writeLong(bytes);
    out.writeString(path);
    document.write(out);
  }

  static HashedDocument read(PackReader in) {
    return new HashedDocument(
        in.readString(), in.readLong(), in.readString(), DocumentRef.read(in));
  }
}

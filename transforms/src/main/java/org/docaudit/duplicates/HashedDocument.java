package org.docaudit.duplicates;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.docaudit.assemble.DocumentRef;
import org.docaudit.pack.PackWriter;

/**
 * A document with the hash of its bytes.
 *
 * @param sha256 64 lower-case hexadecimal digits
 */
public record HashedDocument(String sha256, long bytes, String path, DocumentRef document) {

  public HashedDocument {
    if (sha256.length() != PackedHash.DIGITS) {
      throw new IllegalArgumentException("not a SHA-256: " + sha256);
    }
  }

  /** Buckets are ranges of the hash, so that the order of buckets is the order of hashes. */
  public int bucket(int buckets) {
    long head = Long.parseLong(sha256.substring(0, 8), 16);
    return (int) ((head * buckets) >>> 32);
  }

  /** Writes it as {@link PackedHash} reads it. */
  public void write(PackWriter out) {
    out.writeRaw(sha256.getBytes(ISO_8859_1));
    out.writeLong(bytes);
    out.writeString(path);
    document.write(out);
  }
}

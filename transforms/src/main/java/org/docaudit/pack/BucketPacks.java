package org.docaudit.pack;

import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * One pack a bucket, made as they are needed, so that empty pieces are never sent. Not thread-safe.
 */
public final class BucketPacks {

  /** Receives the pack of a bucket. */
  @FunctionalInterface
  public interface Visitor {
    void visit(int bucket, byte[] pack);
  }

  private final @Nullable PackWriter[] packs;

  public BucketPacks(int buckets) {
    packs = new PackWriter[buckets];
  }

  public int buckets() {
    return packs.length;
  }

  /** Bytes of all packs together. */
  public long bytes() {
    long bytes = 0;
    for (PackWriter pack : packs) {
      bytes += pack == null ? 0 : pack.size();
    }
    return bytes;
  }

  /** The pack of a bucket, 0 to {@link #buckets} - 1. */
  public PackWriter of(int bucket) {
    PackWriter pack = packs[bucket];
    if (pack == null) {
      pack = new PackWriter();
      packs[bucket] = pack;
    }
    return pack;
  }

  /** The pack of the bucket to which a key belongs; the same on every machine. */
  public PackWriter ofKey(String key) {
    return of(bucketOf(key, packs.length));
  }

  /** Visits the packs that were written to, in order of their buckets. */
  public void forEach(Visitor visitor) {
    for (int bucket = 0; bucket < packs.length; bucket++) {
      PackWriter pack = packs[bucket];
      if (pack != null) {
        visitor.visit(bucket, pack.toByteArray());
      }
    }
  }

  /** The bucket of a key: {@link String#hashCode}, which Java specifies, well mixed. */
  public static int bucketOf(String key, int buckets) {
    // Finalizer of MurmurHash3: neighbouring names differ in the last bits of hashCode alone.
    int hash = key.hashCode();
    hash ^= hash >>> 16;
    hash *= 0x85ebca6b;
    hash ^= hash >>> 13;
    hash *= 0xc2b2ae35;
    hash ^= hash >>> 16;
    return Integer.remainderUnsigned(hash, buckets);
  }
}

package org.docaudit.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Packs by bucket, made as they are needed, so that empty pieces are never sent. A bucket has one
 * pack, or several where one would grow beyond {@link #MAX_PACK_BYTES}. Not thread-safe.
 */
public final class BucketPacks {

  /**
   * A pack of this size is closed before the next entry. Runners that sort on disk hold elements in
   * buffers first: Flink's, where 128 MiB are shared by the sorters of two threads, takes 8 MiB.
   */
  public static final int MAX_PACK_BYTES = 1 << 20;

  /** Receives a pack of a bucket. */
  @FunctionalInterface
  public interface Visitor {
    void visit(int bucket, byte[] pack);
  }

  private final @Nullable PackWriter[] packs;
  private final List<Map.Entry<Integer, byte[]>> closed = new ArrayList<>();
  private long closedBytes;

  public BucketPacks(int buckets) {
    packs = new PackWriter[buckets];
  }

  public int buckets() {
    return packs.length;
  }

  /** Bytes of all packs together. */
  public long bytes() {
    long bytes = closedBytes;
    for (PackWriter pack : packs) {
      bytes += pack == null ? 0 : pack.size();
    }
    return bytes;
  }

  /** The pack of a bucket, 0 to {@link #buckets} - 1, to append one entry to. */
  public PackWriter of(int bucket) {
    PackWriter pack = packs[bucket];
    if (pack != null && pack.size() >= MAX_PACK_BYTES) {
      closed.add(Map.entry(bucket, pack.toByteArray()));
      closedBytes += pack.size();
      pack = null;
    }
    if (pack == null) {
      pack = new PackWriter();
      packs[bucket] = pack;
    }
    return pack;
  }

  /** The same for the bucket to which a key belongs, which is the same on every machine. */
  public PackWriter ofKey(String key) {
    return ofHash(hashOf(key));
  }

  /** The same by the key's {@link #hashOf hash}. */
  public PackWriter ofHash(int hash) {
    return of(Integer.remainderUnsigned(hash, packs.length));
  }

  /** Visits the packs that were written to; those of a bucket in their order. */
  public void forEach(Visitor visitor) {
    closed.forEach(each -> visitor.visit(each.getKey(), each.getValue()));
    for (int bucket = 0; bucket < packs.length; bucket++) {
      PackWriter pack = packs[bucket];
      if (pack != null) {
        visitor.visit(bucket, pack.toByteArray());
      }
    }
  }

  /** The bucket of a key, by its {@link #hashOf(String) hash}. */
  public static int bucketOf(String key, int buckets) {
    return bucketOf(key.hashCode(), buckets);
  }

  /** The bucket of a key of which {@link String#hashCode} is given. */
  public static int bucketOf(int hashCode, int buckets) {
    return Integer.remainderUnsigned(mixed(hashCode), buckets);
  }

  /** The hash of a key: {@link String#hashCode}, which Java specifies, well mixed. */
  public static int hashOf(String key) {
    return mixed(key.hashCode());
  }

  private static int mixed(int hashCode) {
    // Finalizer of MurmurHash3: neighbouring names differ in the last bits of hashCode alone.
    int hash = hashCode ^ (hashCode >>> 16);
    hash *= 0x85ebca6b;
    hash ^= hash >>> 13;
    hash *= 0xc2b2ae35;
    hash ^= hash >>> 16;
    return hash;
  }
}

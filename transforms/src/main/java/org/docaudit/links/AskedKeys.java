package org.docaudit.links;

import java.util.BitSet;
import org.docaudit.pack.BucketPacks;

/**
 * The keys that a bucket is asked for, by {@link BucketPacks#hashOf their hashes}: facts under
 * other keys are passed over unread. A key that was not asked for may be taken for one that was,
 * never the reverse, and a fact that nobody asks for does no harm: so hashes that collide cost time
 * and decide nothing. At most 512 KiB. Not thread-safe.
 */
final class AskedKeys {

  /** So many bits of a hash: with 40,000 keys one in a hundred others is let through. */
  private static final int BITS = 22;

  private final BitSet asked = new BitSet();

  void add(int hash) {
    asked.set(place(hash));
  }

  boolean isEmpty() {
    return asked.isEmpty();
  }

  /** Whether the key with this hash may have been asked for. */
  boolean mayHave(int hash) {
    return asked.get(place(hash));
  }

  /** The upper bits, as all hashes of a bucket leave the same remainder. */
  private static int place(int hash) {
    return hash >>> (Integer.SIZE - BITS);
  }
}

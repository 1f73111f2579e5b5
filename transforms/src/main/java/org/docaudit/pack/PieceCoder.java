package org.docaudit.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.util.VarInt;

/**
 * The number of a shard or bucket, 0 or more, as a grouping key that Flink deals out evenly.
 *
 * <p>Flink gives a key to one of 128 key groups by a hash of its bytes, and runs of key groups to
 * slots. There are few pieces, four in a corpus of 64 MiB, so by their bare numbers one slot of
 * four would get two of them and another none. Hence a second number beside the first, chosen so
 * that the pieces that follow each other lie as far apart as they can: piece by piece the next of a
 * van der Corput sequence. Where there are more key groups, as for more than 85 slots, or another
 * hash, the keys fall by chance, as they did.
 *
 * <p>Both numbers are variable-length integers.
 */
public final class PieceCoder extends AtomicCoder<Integer> {

  private static final PieceCoder INSTANCE = new PieceCoder();

  private static final int KEY_GROUP_BITS = 7;

  private static final int KEY_GROUPS = 1 << KEY_GROUP_BITS;

  /**
   * What was found for the first pieces, of which there are 1,024 at most in an audit, and one; 0
   * is not searched for yet. Two threads may find the same.
   */
  private static final int[] FOUND = new int[1024];

  private PieceCoder() {}

  public static PieceCoder of() {
    return INSTANCE;
  }

  /** Packs by the piece that they go to. */
  public static KvCoder<Integer, byte[]> withPacks() {
    return KvCoder.of(INSTANCE, ByteArrayCoder.of());
  }

  @Override
  public void encode(Integer piece, OutputStream out) throws IOException {
    if (piece < 0) {
      throw new CoderException("a piece has the number " + piece);
    }
    VarInt.encode(piece, out);
    VarInt.encode(companion(piece % FOUND.length), out);
  }

  @Override
  public Integer decode(InputStream in) throws IOException {
    int piece = VarInt.decodeInt(in);
    VarInt.decodeInt(in);
    return piece;
  }

  @Override
  public boolean consistentWithEquals() {
    return true;
  }

  private static int companion(int piece) {
    if (FOUND[piece] == 0) {
      FOUND[piece] = search(piece) + 1;
    }
    return FOUND[piece] - 1;
  }

  private static int search(int piece) {
    int wanted = Integer.reverse(piece % KEY_GROUPS) >>> (Integer.SIZE - KEY_GROUP_BITS);
    ByteBuffer key = ByteBuffer.allocate(10);
    for (int companion = 0; ; companion++) {
      key.clear();
      put(key, piece);
      put(key, companion);
      key.flip();
      if (murmurHash(key.hashCode()) % KEY_GROUPS == wanted) {
        return companion;
      }
    }
  }

  private static void put(ByteBuffer key, int value) {
    int rest = value;
    while (rest > 0x7f) {
      key.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    key.put((byte) rest);
  }

  /** As {@code org.apache.flink.util.MathUtils}, which says where a key of Beam's goes. */
  private static int murmurHash(int code) {
    int hash = Integer.rotateLeft(code * 0xcc9e2d51, 15) * 0x1b873593;
    hash = (Integer.rotateLeft(hash, 13) * 5 + 0xe6546b64) ^ Integer.BYTES;
    hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
    hash ^= hash >>> 16;
    return hash == Integer.MIN_VALUE ? 0 : Math.abs(hash);
  }
}

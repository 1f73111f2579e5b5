package org.docaudit.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.util.VarInt;

/**
 * The number of a shard or bucket, 0 or more, as a grouping key that Flink deals out evenly.
 *
 * <p>In batch mode Flink gives a key to a slot by a hash of its bytes, modulo the number of slots.
 * There are few pieces, four in a corpus of 64 MiB, so by their bare numbers one slot of four would
 * get two of them and another none. Hence a second number beside the first, chosen so that the hash
 * is the number of the piece modulo {@link #MODULUS}: on as many slots as divide that, pieces go to
 * one slot after the other. On others, and by another hash, keys fall by chance.
 *
 * <p>Both numbers are variable-length integers.
 */
public final class PieceCoder extends AtomicCoder<Integer> {

  private static final PieceCoder INSTANCE = new PieceCoder();

  /** Of a variable-length integer. */
  private static final int MAX_BYTES = 5;

  /** Divided by 2 to 6, 8, 10, 12, 15, 16, 20, 24, 30, 40, 48 and more. */
  private static final int MODULUS = 240;

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
    return KvCoder.of(INSTANCE, PackCoder.of());
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
    byte[] key = new byte[2 * MAX_BYTES];
    int start = put(key, 0, piece);
    for (int companion = 0; ; companion++) {
      int end = put(key, start, companion);
      if (murmurHash(Arrays.hashCode(Arrays.copyOf(key, end))) % MODULUS == piece % MODULUS) {
        return companion;
      }
    }
  }

  private static int put(byte[] key, int at, int value) {
    int end = at;
    int rest = value;
    while (rest > 0x7f) {
      key[end++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    key[end++] = (byte) rest;
    return end;
  }

  /**
   * As {@code org.apache.flink.util.MathUtils}: of this, modulo the slots, a key's slot follows.
   */
  private static int murmurHash(int code) {
    int hash = Integer.rotateLeft(code * 0xcc9e2d51, 15) * 0x1b873593;
    hash = (Integer.rotateLeft(hash, 13) * 5 + 0xe6546b64) ^ Integer.BYTES;
    hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
    hash ^= hash >>> 16;
    return hash == Integer.MIN_VALUE ? 0 : Math.abs(hash);
  }
}

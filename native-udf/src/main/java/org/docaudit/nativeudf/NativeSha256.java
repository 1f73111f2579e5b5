package org.docaudit.nativeudf;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * SHA-256 (FIPS 180-4) with the CPU's own instructions, which Java uses only in what its second
 * compiler has compiled: by the first alone it hashes at a tenth of the speed. The library takes in
 * the blocks; padding them is done here, so that nothing native has to be given back. Not
 * thread-safe.
 */
public final class NativeSha256 extends MessageDigest implements Cloneable {

  private static final int BLOCK = 64;
  private static final int LENGTH = 32;

  /** Section 5.3.3. */
  private static final int[] INITIAL = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
  };

  private int[] value = INITIAL.clone();
  private byte[] block = new byte[BLOCK];
  private int held;
  private long bytes;

  private NativeSha256() {
    super("SHA-256");
  }

  /** A digest of nothing so far, where this process has loaded the library already. */
  public static Optional<MessageDigest> ifLoaded() {
    return NativeLibrary.isLoaded() ? Optional.of(new NativeSha256()) : Optional.empty();
  }

  @Override
  protected int engineGetDigestLength() {
    return LENGTH;
  }

  @Override
  protected void engineUpdate(byte input) {
    block[held++] = input;
    bytes++;
    if (held == BLOCK) {
      compress(block, 0, 1);
      held = 0;
    }
  }

  @Override
  protected void engineUpdate(byte[] input, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, input.length);
    bytes += length;
    int next = offset;
    int end = offset + length;
    if (held > 0) {
      int more = Math.min(BLOCK - held, length);
      System.arraycopy(input, next, block, held, more);
      held += more;
      next += more;
      if (held < BLOCK) {
        return;
      }
      compress(block, 0, 1);
    }
    int blocks = (end - next) / BLOCK;
    if (blocks > 0) {
      compress(input, next, blocks);
      next += blocks * BLOCK;
    }
    held = end - next;
    System.arraycopy(input, next, block, 0, held);
  }

  /** Section 5.1.1: a one, zeros, and the length in bits. */
  @Override
  protected byte[] engineDigest() {
    long bits = bytes * Byte.SIZE;
    block[held++] = (byte) 0x80;
    if (held > BLOCK - Long.BYTES) {
      Arrays.fill(block, held, BLOCK, (byte) 0);
      compress(block, 0, 1);
      held = 0;
    }
    Arrays.fill(block, held, BLOCK - Long.BYTES, (byte) 0);
    ByteBuffer.wrap(block).putLong(BLOCK - Long.BYTES, bits);
    compress(block, 0, 1);
    ByteBuffer digest = ByteBuffer.allocate(LENGTH);
    for (int word : value) {
      digest.putInt(word);
    }
    engineReset();
    return digest.array();
  }

  @Override
  protected void engineReset() {
    System.arraycopy(INITIAL, 0, value, 0, INITIAL.length);
    held = 0;
    bytes = 0;
  }

  @Override
  public NativeSha256 clone() throws CloneNotSupportedException {
    NativeSha256 copy = (NativeSha256) super.clone();
    copy.value = value.clone();
    copy.block = block.clone();
    return copy;
  }

  private void compress(byte[] from, int offset, int blocks) {
    try {
      NativeKernel.compress(value, from, offset, blocks);
    } catch (NativeException e) {
      throw new IllegalStateException("the library refused " + blocks + " blocks", e);
    }
  }
}

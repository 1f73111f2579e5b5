package org.docaudit.nativeudf;

import java.nio.ByteBuffer;

/** The native methods, all of them. {@link NativeLibrary} loads what they are in. */
final class NativeKernel {

  /** The number of this interface that the library has to have. */
  static final int ABI = 4;

  private NativeKernel() {}

  /** The number of the interface that the library has. */
  static native int abi();

  /** Lines {@code NAME: VALUE} of ASCII: the library's version, and what it uses of the CPU. */
  static native byte[] description() throws NativeException;

  /**
   * Analyzes the documents of a batch.
   *
   * @param batch direct; as {@link DocumentBuffer#packed} says
   * @param length bytes of the batch, from the buffer's beginning
   * @param record direct, another buffer; takes the record, from its beginning
   * @param limits in the order of {@link NativeAnalyzer}
   * @param partNanos takes how long the parts took, in the order of {@link
   *     NativeAnalyzer#partNanos}
   * @return the record's length; where that is more than the buffer's capacity, nothing was written
   * @throws NativeException after an error or a panic, with its message
   */
  static native int analyze(
      ByteBuffer batch, int length, ByteBuffer record, long[] limits, long[] partNanos)
      throws NativeException;

  /**
   * Takes blocks of 64 bytes into a hash value of SHA-256 (FIPS 180-4, section 6.2.2).
   *
   * @param value its eight words
   * @param offset of the first block
   * @throws NativeException where an array is too short
   */
  static native void compress(int[] value, byte[] bytes, int offset, int blocks)
      throws NativeException;
}

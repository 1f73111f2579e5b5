package org.docaudit.pipeline.report;

import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;

/**
 * Small numbers of a Parquet page, from 0 up: levels, or places in a dictionary. Not thread-safe.
 */
final class PageNumbers {

  private static final int SLAB_BYTES = 1 << 10;

  private int[] numbers = new int[64];
  private int count;

  void add(int number) {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * count);
    }
    numbers[count++] = number;
  }

  int get(int index) {
    return numbers[index];
  }

  int count() {
    return count;
  }

  void clear() {
    count = 0;
  }

  /**
   * Appends them in Parquet's encoding RLE, as runs where that is shorter, and packed otherwise.
   *
   * @param bits of a number; none is negative or needs more
   */
  void writeTo(PageBuffer page, int bits) throws IOException {
    int runs = 0;
    for (int i = 0; i < count; i++) {
      runs += i == 0 || numbers[i] != numbers[i - 1] ? 1 : 0;
    }
    int numberBytes = (bits + Byte.SIZE - 1) / Byte.SIZE;
    if ((long) runs * (1 + numberBytes) < (long) count * bits / Byte.SIZE) {
      writeRuns(page, numberBytes);
    } else {
      writePacked(page, bits);
    }
  }

  private void writeRuns(PageBuffer page, int numberBytes) throws IOException {
    int start = 0;
    for (int i = 1; i <= count; i++) {
      if (i == count || numbers[i] != numbers[start]) {
        BytesUtils.writeUnsignedVarInt((i - start) << 1, page);
        BytesUtils.writeIntLittleEndianPaddedOnBitWidth(
            page, numbers[start], numberBytes * Byte.SIZE);
        start = i;
      }
    }
  }

  /** Long runs are runs here, too. */
  private void writePacked(PageBuffer page, int bits) throws IOException {
    try (RunLengthBitPackingHybridEncoder encoder =
        new RunLengthBitPackingHybridEncoder(
            bits, SLAB_BYTES, SLAB_BYTES, HeapByteBufferAllocator.getInstance())) {
      for (int i = 0; i < count; i++) {
        encoder.writeInt(numbers[i]);
      }
      encoder.toBytes().writeAllTo(page);
    }
  }

  /** How many bits the numbers from 0 to {@code max} need. */
  static int bits(int max) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(max);
  }
}

package org.docaudit.nativeudf;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Analyzes batches of documents, one call into the library for each. For one thread at a time; any
 * number of analyzers may work at once. Keeps two direct buffers of about the size of the largest
 * batch, up to {@value DocumentBuffer#KEPT_BYTES} bytes each.
 */
public final class NativeAnalyzer {

  private static final int FIRST_BYTES = 64 << 10;

  /** How many parts the library tells apart. */
  static final int PARTS = 5;

  private final long[] limits;
  private final long[] partNanos = new long[PARTS];
  private final DocumentBuffer batch = new DocumentBuffer();
  private ByteBuffer record = allocate(FIRST_BYTES);

  private NativeAnalyzer(long[] limits) {
    this.limits = limits;
  }

  /**
   * An analyzer.
   *
   * @param limits all positive: bytes of a document, nesting of Markdown, bytes of frontmatter,
   *     depth of frontmatter, nodes of frontmatter
   * @throws NativeUnavailableException where the library cannot be loaded
   */
  public static NativeAnalyzer create(long... limits) throws NativeUnavailableException {
    NativeLibrary.load();
    return new NativeAnalyzer(limits.clone());
  }

  /**
   * Analyzes the documents of a batch.
   *
   * @param documents where they are a {@link DocumentBuffer}, they are not copied
   * @return the record, little-endian, read-only; valid up to the next call
   * @throws NativeException where the kernel fails; the next batch may succeed
   */
  public ByteBuffer analyze(List<byte[]> documents) throws NativeException {
    ByteBuffer packed = pack(documents);
    makeRoom(packed.limit());
    while (true) {
      int needed = NativeKernel.analyze(packed, packed.limit(), record, limits, partNanos);
      if (needed <= record.capacity()) {
        return record.slice(0, needed).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
      }
      record = allocateFor(needed);
    }
  }

  /**
   * How long the parts of the last batch took, in nanoseconds: text, hash, word frequencies,
   * frontmatter, Markdown. Estimated from one document of eight, by bytes, as the clock costs more
   * than some parts of a small document.
   */
  public long[] partNanos() {
    return partNanos.clone();
  }

  private ByteBuffer pack(List<byte[]> documents) throws NativeException {
    try {
      if (documents instanceof DocumentBuffer packed) {
        return packed.packed();
      }
      batch.clear(documents.stream().mapToLong(document -> document.length).sum());
      documents.forEach(batch::append);
      return batch.packed();
    } catch (BufferOverflowException e) {
      throw new NativeException(
          NativeException.Code.BATCH_TOO_LARGE,
          "a batch of " + documents.size() + " documents does not fit into a buffer");
    } catch (OutOfMemoryError e) {
      throw new NativeException(
          NativeException.Code.BATCH_TOO_LARGE, "there is no direct memory for a batch");
    }
  }

  /**
   * Makes the record's buffer as large as the batch, within bounds. Records are smaller but for
   * batches of hardly anything but links; one that does not fit costs a second analysis.
   */
  private void makeRoom(int batchBytes) throws NativeException {
    int likely = Math.min(batchBytes, DocumentBuffer.KEPT_BYTES / 2);
    if (record.capacity() < likely || record.capacity() > DocumentBuffer.KEPT_BYTES) {
      record = allocateFor(Math.max(likely, FIRST_BYTES));
    }
  }

  private static ByteBuffer allocateFor(int bytes) throws NativeException {
    try {
      // A quarter more, so that records of about the same size fit at once.
      return allocate((int) Math.min(Integer.MAX_VALUE, bytes + bytes / 4L));
    } catch (OutOfMemoryError e) {
      throw new NativeException(
          NativeException.Code.BATCH_TOO_LARGE,
          "there is no direct memory for a record of " + bytes + " bytes");
    }
  }

  private static ByteBuffer allocate(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}

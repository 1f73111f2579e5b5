package org.docaudit.benchmarks;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.docaudit.analysis.Limits;
import org.docaudit.nativeudf.NativeException;
import org.docaudit.nativeudf.RecordReader;

/**
 * The kernels of the library one at a time, called as {@link org.docaudit.nativeudf.NativeAnalyzer}
 * calls them all: documents are copied into a direct buffer, one call, one packed record. For one
 * thread.
 */
final class NativeParts {

  /** System property: the library, built with the feature {@code parts}. */
  static final String LIBRARY_PROPERTY = "docaudit.benchmarks.library";

  /** Numbers are the library's. */
  enum Part {
    TEXT(0),
    FREQUENCIES(1),
    HASH(2),
    FRONTMATTER(3),
    MARKDOWN(4);

    private final int number;

    Part(int number) {
      this.number = number;
    }
  }

  /** Of the hash of a document, as {@link Part#HASH} gives it. */
  static final int SHA256_BYTES = 32;

  /** Magic, version, number of documents. */
  private static final int HEAD_BYTES = 10;

  private static final int BUFFER_BYTES = 16 << 20;

  static {
    String library = System.getProperty(LIBRARY_PROPERTY, "");
    if (library.isEmpty()) {
      throw new IllegalStateException(
          "set "
              + LIBRARY_PROPERTY
              + " to the library with the feature `parts`; see benchmarks/run");
    }
    System.load(Path.of(library).toAbsolutePath().toString());
  }

  private final ByteBuffer batch = allocate();
  private final ByteBuffer record = allocate();
  private final long[] limits = {
    Limits.DEFAULT.maxDocumentBytes(),
    Limits.DEFAULT.maxNesting(),
    Limits.DEFAULT.maxFrontmatterBytes(),
    Limits.DEFAULT.maxFrontmatterDepth(),
    Limits.DEFAULT.maxFrontmatterNodes()
  };

  /** What one kernel reads of a batch, behind the record's head. */
  RecordReader analyze(Part part, List<byte[]> documents) {
    batch.clear();
    for (byte[] document : documents) {
      batch.put(document);
    }
    for (byte[] document : documents) {
      batch.putInt(document.length);
    }
    batch.putInt(documents.size());
    int length;
    try {
      length = analyze(part.number, batch, batch.position(), record, limits);
    } catch (NativeException e) {
      throw new IllegalStateException(e);
    }
    if (length > record.capacity()) {
      throw new IllegalStateException("a record of " + length + " bytes does not fit");
    }
    return RecordReader.of(record.slice(HEAD_BYTES, length - HEAD_BYTES));
  }

  private static ByteBuffer allocate() {
    return ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static native int analyze(
      int part, ByteBuffer batch, int length, ByteBuffer record, long[] limits)
      throws NativeException;
}

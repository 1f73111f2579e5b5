package org.docaudit.read;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a listing into batches, the elements that travel through the pipeline.
 *
 * <p>Batches follow each other in path order: every file of one comes before every file of the
 * next, and each file is in exactly one. The plan depends on the listing and the bounds alone.
 */
public final class BatchPlanner {
  /** Default bound of a batch: enough work to make up for an element's cost, little memory. */
  public static final long DEFAULT_MAX_BYTES = 4L << 20;

  /** Default bound of a batch, for corpora of small documents. */
  public static final int DEFAULT_MAX_DOCUMENTS = 1024;

  /** Files of any kind in a batch, so that a corpus of many pictures does not make one batch. */
  private static final int MAX_FILES = 16_384;

  private BatchPlanner() {}

  /** Plans with the default bounds. */
  public static List<CorpusBatch> plan(CorpusListing listing) {
    return plan(listing, DEFAULT_MAX_BYTES, DEFAULT_MAX_DOCUMENTS);
  }

  /**
   * Plans; a document of more than {@code maxBatchBytes} is the only document of its batch.
   *
   * @param maxBatchBytes of the documents of a batch together; positive
   * @param maxBatchDocuments positive
   */
  public static List<CorpusBatch> plan(
      CorpusListing listing, long maxBatchBytes, int maxBatchDocuments) {
    if (maxBatchBytes <= 0 || maxBatchDocuments <= 0) {
      throw new IllegalArgumentException("the bounds of a batch must be positive");
    }
    List<CorpusBatch> batches = new ArrayList<>();
    List<ListedFile> files = listing.files();
    int start = 0;
    long bytes = 0;
    int documents = 0;
    for (int i = 0; i < files.size(); i++) {
      ListedFile file = files.get(i);
      boolean full =
          i - start == MAX_FILES
              || (file.isDocument()
                  && documents > 0
                  && (documents == maxBatchDocuments || file.bytes() > maxBatchBytes - bytes));
      if (full) {
        batches.add(CorpusBatch.of(batches.size(), listing.roots(), files.subList(start, i)));
        start = i;
        bytes = 0;
        documents = 0;
      }
      if (file.isDocument()) {
        documents++;
        bytes += file.bytes();
      }
    }
    if (start < files.size()) {
      batches.add(
          CorpusBatch.of(batches.size(), listing.roots(), files.subList(start, files.size())));
    }
    return batches;
  }
}

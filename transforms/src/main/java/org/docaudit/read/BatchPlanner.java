package org.docaudit.read;

import java.util.ArrayList;
import java.util.List;
import org.docaudit.pack.BucketPacks;

/**
 * Cuts a listing into batches, the elements that travel through the pipeline.
 *
 * <p>Batches follow each other in the order of the listing: every file of one comes before every
 * file of the next, and each file is in exactly one. In packed corpora that can be read from some
 * places only, a batch that is more than half full ends at such a place. The plan depends on the
 * listing and the bounds alone.
 *
 * <p>Of the documents in the second half of a full batch the one with the least {@link #cutOrder}
 * begins the next. So the batches behind a file that was added or removed are soon those of the
 * earlier listing again, and what an earlier run made of them can be kept.
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
    boolean continued = false;
    long bytes = 0;
    int documents = 0;
    ListedFile previous = null;
    int cut = -1;
    int cutOrder = Integer.MAX_VALUE;
    for (int i = 0; i < files.size(); i++) {
      ListedFile file = files.get(i);
      boolean attached =
          file.isDocument() && previous != null && isAttached(file, previous, listing.roots());
      boolean full =
          i - start == MAX_FILES
              || (file.isDocument()
                  && documents > 0
                  && (documents == maxBatchDocuments
                      || file.bytes() > maxBatchBytes - bytes
                      || (!attached && bytes > maxBatchBytes / 2 && isFramed(file, listing))));
      boolean halfFull = documents > maxBatchDocuments / 2 || bytes > maxBatchBytes / 2;
      if (file.isDocument() && !attached && halfFull && cutOrder(file) < cutOrder) {
        cut = i;
        cutOrder = cutOrder(file);
      }
      if (full) {
        int end = cut < 0 ? i : cut;
        batches.add(
            CorpusBatch.of(batches.size(), listing.roots(), files.subList(start, end), continued));
        start = end;
        // Where a file of another kind begins it, the document behind that may still be attached.
        continued = end == i && (attached || (!file.isDocument() && isFramed(file, listing)));
        bytes = 0;
        documents = 0;
        cut = -1;
        cutOrder = Integer.MAX_VALUE;
        if (end < i) {
          i = end - 1;
          continue;
        }
      }
      if (file.isDocument()) {
        documents++;
        bytes += file.bytes();
        previous = file;
      }
    }
    if (start < files.size()) {
      batches.add(
          CorpusBatch.of(
              batches.size(), listing.roots(), files.subList(start, files.size()), continued));
    }
    return batches;
  }

  /** By this of their paths the files are chosen before which the listing is cut. */
  static int cutOrder(ListedFile file) {
    return BucketPacks.bucketOf(file.path(), Integer.MAX_VALUE);
  }

  /** Whether reading begins anew at some members of the file's corpus only. */
  private static boolean isFramed(ListedFile file, CorpusListing listing) {
    PackedCorpus packed = listing.roots().get(file.root()).packed();
    return packed != null && !packed.format().randomAccess();
  }

  /** Whether reading a document begins where reading the one before it begins. */
  private static boolean isAttached(ListedFile file, ListedFile previous, List<CorpusRoot> roots) {
    PackedCorpus packed = roots.get(file.root()).packed();
    return packed != null
        && !packed.format().randomAccess()
        && file.root() == previous.root()
        && file.position().restart() == previous.position().restart();
  }
}

package org.docaudit.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

  private static final long NO_DOCUMENT = -1;

  private final long maxBytes;
  private final int maxDocuments;

  /** Of each root, whether reading begins anew at some members of it only. */
  private final boolean[] framed;

  // Of each file from the first of the batch on: a cut goes back to one that was seen before.
  private final long[] sizes = new long[MAX_FILES + 1];
  private final boolean[] inFrames = new boolean[MAX_FILES + 1];

  /** Whether reading begins where reading the document before it begins. */
  private final boolean[] attached = new boolean[MAX_FILES + 1];

  private final int[] orders = new int[MAX_FILES + 1];
  private int seen;

  private int previousRoot = -1;
  private long previousRestart;

  private BatchPlanner(List<CorpusRoot> roots, long maxBytes, int maxDocuments) {
    this.maxBytes = maxBytes;
    this.maxDocuments = maxDocuments;
    this.framed = new boolean[roots.size()];
    for (int i = 0; i < framed.length; i++) {
      framed[i] = isFramed(roots.get(i));
    }
  }

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
    FileList files = FileList.copyOf(listing.files());
    List<Piece> pieces =
        new BatchPlanner(listing.roots(), maxBatchBytes, maxBatchDocuments).cut(files);
    // Packing the files is most of the work.
    return IntStream.range(0, pieces.size())
        .parallel()
        .mapToObj(id -> pieces.get(id).batch(id, listing.roots(), files))
        .toList();
  }

  private List<Piece> cut(FileList files) {
    List<Piece> pieces = new ArrayList<>();
    if (files.isEmpty()) {
      return pieces;
    }
    FileList.Cursor following = files.from(0);
    int start = 0;
    boolean continued = false;
    long bytes = 0;
    int documents = 0;
    int cut = -1;
    int cutOrder = Integer.MAX_VALUE;
    for (int i = 0; start + i < files.size(); i++) {
      boolean halfFull = documents > maxDocuments / 2 || bytes > maxBytes / 2;
      if (i == seen) {
        see(following.next(), halfFull);
      }
      boolean document = sizes[i] >= 0;
      boolean full =
          i == MAX_FILES
              || (document
                  && documents > 0
                  && (documents == maxDocuments
                      || sizes[i] > maxBytes - bytes
                      || (!attached[i] && bytes > maxBytes / 2 && inFrames[i])));
      if (document && !attached[i] && halfFull && orders[i] < cutOrder) {
        cut = i;
        cutOrder = orders[i];
      }
      if (full) {
        int end = cut < 0 ? i : cut;
        pieces.add(new Piece(start, start + end, continued));
        // Where a file of another kind begins it, the document behind that may still be attached.
        continued = end == i && (attached[i] || (!document && inFrames[i]));
        start += end;
        forget(end);
        i = -1;
        bytes = 0;
        documents = 0;
        cut = -1;
        cutOrder = Integer.MAX_VALUE;
      } else if (document) {
        documents++;
        bytes += sizes[i];
      }
    }
    pieces.add(new Piece(start, files.size(), continued));
    return pieces;
  }

  /**
   * Takes in the next file.
   *
   * @param candidate whether the next batch may begin with it. Where it may not, it is before every
   *     candidate of this batch or the first file of the next, which is no candidate there.
   */
  private void see(FileFields file, boolean candidate) {
    boolean document = file.isDocument();
    sizes[seen] = document ? file.bytes : NO_DOCUMENT;
    inFrames[seen] = framed[file.root];
    attached[seen] =
        document
            && framed[file.root]
            && file.root == previousRoot
            && file.position.restart() == previousRestart;
    orders[seen] = document && candidate ? cutOrder(file) : Integer.MAX_VALUE;
    if (document) {
      previousRoot = file.root;
      previousRestart = file.position.restart();
    }
    seen++;
  }

  /** Drops the first files seen. */
  private void forget(int files) {
    seen -= files;
    System.arraycopy(sizes, files, sizes, 0, seen);
    System.arraycopy(inFrames, files, inFrames, 0, seen);
    System.arraycopy(attached, files, attached, 0, seen);
    System.arraycopy(orders, files, orders, 0, seen);
  }

  /** By this of their paths the files are chosen before which the listing is cut. */
  static int cutOrder(FileFields file) {
    return BucketPacks.bucketOf(file.pathHash(), Integer.MAX_VALUE);
  }

  private static boolean isFramed(CorpusRoot root) {
    PackedCorpus packed = root.packed();
    return packed != null && !packed.format().randomAccess();
  }

  /** The files from one index to before another. */
  private record Piece(int start, int end, boolean continued) {
    CorpusBatch batch(int id, List<CorpusRoot> roots, FileList files) {
      return new CorpusBatch(id, roots, files.run(start, end), continued);
    }
  }
}

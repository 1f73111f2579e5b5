package org.docaudit.read;

import java.util.List;
import org.docaudit.model.PathOrder;

/**
 * Every file of the corpora, once.
 *
 * <p>The same corpora give the same listing whatever the number of threads, the order in which the
 * file system names its entries, or the operating system. A listing takes about 22 bytes a file,
 * and next to nothing beside its {@link #inBatches batches}.
 *
 * @param roots in the order of the arguments
 * @param files in {@link PathOrder}, those of a packed corpus that is read in one go in its own
 *     order; no path twice
 * @param problems in {@link PathOrder} of their paths
 */
public record CorpusListing(
    List<CorpusRoot> roots,
    List<ListedFile> files,
    List<ListingProblem> problems,
    ListingCounts counts) {

  public CorpusListing {
    roots = List.copyOf(roots);
    files = FileList.copyOf(files);
    problems = List.copyOf(problems);
  }

  static CorpusListing of(
      List<CorpusRoot> roots, List<ListedFile> files, List<ListingProblem> problems) {
    FileList packed = FileList.copyOf(files);
    return new CorpusListing(roots, packed, problems, packed.counts());
  }

  /**
   * The same listing, without files of its own.
   *
   * @param batches that {@link BatchPlanner} cut it into
   */
  public CorpusListing inBatches(List<CorpusBatch> batches) {
    return new CorpusListing(roots, FileList.of(batches), problems, counts);
  }
}

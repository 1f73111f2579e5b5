package org.docaudit.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.io.BoundedSource;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * The batches of a listed corpus. Splits into several sources a worker, each a run of batches, so
 * that every runner hands them out as workers become free: {@code Create} is cut into as many parts
 * as there are workers before the work begins, and the slowest part then holds up the end. How many
 * {@link CorpusSplitOptions} says. Not one source a batch by default: the DirectRunner spends a
 * millisecond or two on every key that a bundle sends to a grouping, and copies what that key has
 * so far (half of the time of 477 batches).
 *
 * <p>Batches larger than {@link BatchPlanner#DEFAULT_MAX_BYTES}, each one large document, are parts
 * of their own and handed out first, the largest before all: one that came last would keep one
 * worker busy while the others have nothing left to do. All others keep their order, which is that
 * of the disk. So are runs of batches that one reader has to read in one go, as in a corpus that is
 * compressed as a whole.
 */
public final class CorpusSource extends BoundedSource<CorpusBatch> {

  private static final long serialVersionUID = 1;

  private final List<CorpusBatch> batches;

  /** Batches in order of their ids. */
  public CorpusSource(List<CorpusBatch> batches) {
    this.batches = List.copyOf(batches);
  }

  @Override
  public List<CorpusSource> split(long desiredBundleSizeBytes, PipelineOptions options) {
    CorpusSplitOptions wishes = options.as(CorpusSplitOptions.class);
    long wanted = desiredBundleSizeBytes / wishes.getPartsPerWorker();
    List<List<CorpusBatch>> runs = runs();
    List<CorpusSource> parts = new ArrayList<>();
    runs.stream()
        .filter(CorpusSource::isLarge)
        .sorted(Comparator.comparingLong(CorpusSource::weight).reversed())
        .forEach(run -> parts.add(new CorpusSource(run)));
    List<CorpusBatch> part = new ArrayList<>();
    long weight = 0;
    for (List<CorpusBatch> run : runs) {
      if (isLarge(run)) {
        continue;
      }
      // Nearer to what is wanted without this one than with it.
      if (!part.isEmpty() && weight + weight(run) / 2 > wanted) {
        parts.add(new CorpusSource(part));
        part.clear();
        weight = 0;
      }
      part.addAll(run);
      weight += weight(run);
    }
    if (!part.isEmpty()) {
      parts.add(new CorpusSource(part));
    }
    if (wishes.getLastPartFirst()) {
      Collections.reverse(parts);
    }
    return parts;
  }

  /** The batches, those together that are not to be torn apart. */
  private List<List<CorpusBatch>> runs() {
    List<List<CorpusBatch>> runs = new ArrayList<>();
    for (CorpusBatch batch : batches) {
      if (!batch.continued() || runs.isEmpty()) {
        runs.add(new ArrayList<>());
      }
      runs.get(runs.size() - 1).add(batch);
    }
    return runs;
  }

  private static boolean isLarge(List<CorpusBatch> run) {
    return run.stream().mapToLong(CorpusBatch::documentBytes).sum()
        > BatchPlanner.DEFAULT_MAX_BYTES;
  }

  private static long weight(List<CorpusBatch> run) {
    return run.stream().mapToLong(CorpusBatch::weight).sum();
  }

  @Override
  public long getEstimatedSizeBytes(PipelineOptions options) {
    return batches.stream().mapToLong(CorpusBatch::weight).sum();
  }

  @Override
  public BoundedReader<CorpusBatch> createReader(PipelineOptions options) {
    return new Reader(this);
  }

  @Override
  public Coder<CorpusBatch> getOutputCoder() {
    return CorpusBatchCoder.of();
  }

  private static final class Reader extends BoundedReader<CorpusBatch> {

    private final CorpusSource source;
    private int next;

    Reader(CorpusSource source) {
      this.source = source;
    }

    @Override
    public boolean start() throws IOException {
      return advance();
    }

    @Override
    public boolean advance() throws IOException {
      if (next >= source.batches.size()) {
        return false;
      }
      next++;
      return true;
    }

    @Override
    public CorpusBatch getCurrent() {
      if (next == 0) {
        throw new NoSuchElementException();
      }
      return source.batches.get(next - 1);
    }

    @Override
    public void close() {}

    @Override
    public BoundedSource<CorpusBatch> getCurrentSource() {
      return source;
    }
  }
}

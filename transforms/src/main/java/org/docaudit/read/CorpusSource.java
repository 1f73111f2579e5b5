package org.docaudit.read;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.io.BoundedSource;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * The batches of a listed corpus. Splits into one source a batch, so that every runner hands out
 * batches as workers become free: {@code Create} is cut into as many parts as there are workers
 * before the work begins, and the slowest part then holds up the end.
 *
 * <p>Batches larger than {@link BatchPlanner#DEFAULT_MAX_BYTES}, each one large document, are
 * handed out first, the largest before all: one that came last would keep one worker busy while the
 * others have nothing left to do. All others keep their order, which is that of the disk.
 */
public final class CorpusSource extends BoundedSource<CorpusBatch> {

  private static final long serialVersionUID = 1;

  private static final Comparator<CorpusBatch> LARGE_FIRST =
      Comparator.comparingLong(
              (CorpusBatch batch) ->
                  Math.max(batch.documentBytes(), BatchPlanner.DEFAULT_MAX_BYTES))
          .reversed();

  private final List<CorpusBatch> batches;

  /** Batches in order of their ids. */
  public CorpusSource(List<CorpusBatch> batches) {
    this.batches = List.copyOf(batches);
  }

  @Override
  public List<CorpusSource> split(long desiredBundleSizeBytes, PipelineOptions options) {
    return batches.stream()
        .sorted(LARGE_FIRST)
        .map(batch -> new CorpusSource(List.of(batch)))
        .toList();
  }

  @Override
  public long getEstimatedSizeBytes(PipelineOptions options) {
    return batches.stream().mapToLong(CorpusBatch::documentBytes).sum();
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

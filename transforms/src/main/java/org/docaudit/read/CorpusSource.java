package org.docaudit.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.io.BoundedSource;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * The batches of a listed corpus. Splits into several sources a worker, each a run of batches, so
 * that every runner hands them out as workers become free: {@code Create} is cut into as many parts
 * as there are workers before the work begins, and the slowest part then holds up the end. Not one
 * source a batch: the DirectRunner spends a millisecond or two on every key that a bundle sends to
 * a grouping, and copies what that key has so far (half of the time of 477 batches).
 */
public final class CorpusSource extends BoundedSource<CorpusBatch> {

  private static final long serialVersionUID = 1;

  /** Parts of what the runner would give one worker; the end waits for half a part on average. */
  private static final int PARTS_A_WORKER = 4;

  private final List<CorpusBatch> batches;

  /** Batches in order of their ids. */
  public CorpusSource(List<CorpusBatch> batches) {
    this.batches = List.copyOf(batches);
  }

  @Override
  public List<CorpusSource> split(long desiredBundleSizeBytes, PipelineOptions options) {
    long wanted = desiredBundleSizeBytes / PARTS_A_WORKER;
    List<CorpusSource> parts = new ArrayList<>();
    int start = 0;
    long weight = 0;
    for (int i = 0; i < batches.size(); i++) {
      long next = batches.get(i).weight();
      // Nearer to what is wanted without the next one than with it.
      if (i > start && weight + next / 2 > wanted) {
        parts.add(new CorpusSource(batches.subList(start, i)));
        start = i;
        weight = 0;
      }
      weight += next;
    }
    if (start < batches.size()) {
      parts.add(new CorpusSource(batches.subList(start, batches.size())));
    }
    return parts;
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

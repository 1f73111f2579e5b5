package org.docaudit.read;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Hidden;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * How {@link CorpusSource} splits, which depends on how a runner deals out the parts. For runners
 * to set, not for users. The defaults are those of the DirectRunner.
 */
@Hidden
public interface CorpusSplitOptions extends PipelineOptions {

  /** Parts of what the runner would give one worker, 1 or more. */
  @Default.Integer(4)
  int getPartsPerWorker();

  void setPartsPerWorker(int parts);

  /** Whether the runner deals out the last part first. */
  @Default.Boolean(false)
  boolean getLastPartFirst();

  void setLastPartFirst(boolean lastPartFirst);
}

package org.docaudit.beam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.docaudit.pack.PieceCoder;

/** A job on the DirectRunner with all of its checks on. */
public final class TestJob {

  private final TestPipeline pipeline;

  private TestJob(TestPipeline pipeline) {
    this.pipeline = pipeline;
  }

  /** A new job; elements that a function changes or a coder garbles make it fail. */
  public static TestJob create() {
    PipelineOptions options = PipelineOptionsFactory.create();
    options.setRunner(DirectRunner.class);
    DirectOptions direct = options.as(DirectOptions.class);
    direct.setEnforceImmutability(true);
    direct.setEnforceEncodability(true);
    direct.setTargetParallelism(3);
    // The rule of JUnit 4 looks for forgotten parts; this is what lets run() do without it.
    return new TestJob(TestPipeline.fromOptions(options).enableAbandonedNodeEnforcement(false));
  }

  public TestPipeline pipeline() {
    return pipeline;
  }

  /** Packs as they come to a step that groups them, in this order at best. */
  public PCollection<KV<Integer, byte[]>> packs(String name, List<KV<Integer, byte[]>> packs) {
    return pipeline.apply(name, Create.of(packs).withCoder(PieceCoder.withPacks()));
  }

  /**
   * The elements, each told as lines of text, are exactly these in any order.
   *
   * @param told tells an element as any number of lines
   */
  public static <T> void assertElements(
      PCollection<T> elements, SerializableFunction<T, List<String>> told, List<String> expected) {
    List<String> sorted = new ArrayList<>(expected);
    Collections.sort(sorted);
    String wanted = String.join("\n", sorted);
    PAssert.that(elements)
        .satisfies(
            actual -> {
              List<String> lines = new ArrayList<>();
              actual.forEach(element -> lines.addAll(told.apply(element)));
              Collections.sort(lines);
              assertEquals(wanted, String.join("\n", lines));
              return null;
            });
  }

  /** Runs to the end, with every assertion made. */
  public void run() {
    pipeline.run().waitUntilFinish();
  }
}

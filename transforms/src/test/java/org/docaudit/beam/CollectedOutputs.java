package org.docaudit.beam;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.apache.beam.sdk.transforms.DoFn.OutputReceiver;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TupleTag;
import org.joda.time.Instant;

/** Collects what a function gives out, for tests that call it without a runner. */
public final class CollectedOutputs implements MultiOutputReceiver {

  private final Map<TupleTag<?>, Receiver<?>> receivers = new LinkedHashMap<>();

  @Override
  @SuppressWarnings("unchecked") // A receiver is made for the tag that it is found by.
  public <T> OutputReceiver<T> get(TupleTag<T> tag) {
    return (OutputReceiver<T>) receivers.computeIfAbsent(tag, unused -> new Receiver<T>());
  }

  @Override
  public <T> OutputReceiver<Row> getRowReceiver(TupleTag<T> tag) {
    throw new UnsupportedOperationException();
  }

  /** For the end of a bundle of a function. */
  public <I, O> DoFn<I, O>.FinishBundleContext finishing(DoFn<I, O> function) {
    return function.new FinishBundleContext() {
      @Override
      public PipelineOptions getPipelineOptions() {
        throw new UnsupportedOperationException();
      }

      @Override
      public void output(O value, Instant timestamp, BoundedWindow window) {
        throw new UnsupportedOperationException();
      }

      @Override
      public <T> void output(TupleTag<T> tag, T value, Instant timestamp, BoundedWindow window) {
        get(tag).output(value);
      }
    };
  }

  /** What was given out to a tag, in its order. */
  public <T> List<T> of(TupleTag<T> tag) {
    return ((Receiver<T>) get(tag)).values;
  }

  /**
   * The packs that were given out to any tag but one, in the order in which the tags were first
   * used; for functions whose tags are private.
   */
  public List<byte[]> packsBut(TupleTag<?> left) {
    List<byte[]> packs = new ArrayList<>();
    receivers.forEach(
        (tag, receiver) -> {
          if (!tag.equals(left)) {
            receiver.values.forEach(value -> packs.add((byte[]) ((KV<?, ?>) value).getValue()));
          }
        });
    return packs;
  }

  /** A receiver alone, for functions with one output. */
  public static final class Receiver<T> implements OutputReceiver<T> {

    private final List<T> values = new ArrayList<>();

    @Override
    public void output(T value) {
      values.add(value);
    }

    @Override
    public void outputWithTimestamp(T value, Instant timestamp) {
      throw new UnsupportedOperationException();
    }

    public List<T> values() {
      return values;
    }
  }
}

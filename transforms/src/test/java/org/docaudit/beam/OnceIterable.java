package org.docaudit.beam;

import java.util.Iterator;
import java.util.List;

/**
 * The values of a group on a runner that can iterate over them only once, as Flink's are
 * (apache/beam#31981); the DirectRunner's can be iterated over again and hide the mistake.
 */
public final class OnceIterable<T> implements Iterable<T> {

  private final List<T> values;
  private boolean read;

  private OnceIterable(List<T> values) {
    this.values = values;
  }

  public static <T> OnceIterable<T> of(List<T> values) {
    return new OnceIterable<>(values);
  }

  @Override
  public Iterator<T> iterator() {
    if (read) {
      throw new IllegalStateException("a group is iterated over a second time");
    }
    read = true;
    return values.iterator();
  }

  /** Whether anyone has asked for the values. */
  public boolean wasRead() {
    return read;
  }
}

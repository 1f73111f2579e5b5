package org.docaudit.summary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The first few of many values by an order that callers pass, whatever order they come in. Mutable,
 * not thread-safe; holds at most twice its capacity.
 */
final class TopList<T extends Serializable> implements Serializable {

  private static final long serialVersionUID = 1;

  private final int capacity;
  private final ArrayList<T> values = new ArrayList<>();

  TopList(int capacity) {
    this.capacity = capacity;
  }

  void add(T value, Comparator<T> order) {
    values.add(value);
    if (values.size() >= 2 * capacity) {
      trim(order);
    }
  }

  void merge(TopList<T> other, Comparator<T> order) {
    for (T value : other.values) {
      add(value, order);
    }
  }

  /** At most as many as the capacity, in their order; changes nothing. */
  List<T> sorted(Comparator<T> order) {
    return values.stream().sorted(order).limit(capacity).toList();
  }

  private void trim(Comparator<T> order) {
    values.sort(order);
    if (values.size() > capacity) {
      values.subList(capacity, values.size()).clear();
    }
  }
}

package org.docaudit.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Turns the corpus arguments into roots, none of which holds another: what lies in two would be
 * counted twice.
 *
 * <p>Files and globs whose roots are the same, or one in the other, become one corpus, so that a
 * glob that the shell expanded ({@code docs/*.md}) means the same as a quoted one. Folders that
 * hold one another are an error.
 */
final class CorpusArguments {
  private CorpusArguments() {}

  /**
   * The roots in the order of the arguments. Each corpus has a name of its own, which the files of
   * a packed one share.
   */
  static List<CorpusArgument> resolve(
      List<String> given, ListingOptions options, ObjectStores stores) throws CorpusException {
    List<CorpusArgument> folders = new ArrayList<>();
    Map<String, CorpusArgument> selections = new LinkedHashMap<>();
    List<CorpusArgument> order = new ArrayList<>();
    for (String text : given) {
      for (CorpusArgument argument : resolve(text, options, stores)) {
        order.add(argument);
        if (argument.selection().all()) {
          folders.add(argument);
        } else {
          selections.merge(argument.location(), argument, CorpusArgument::plus);
        }
      }
    }
    if (order.isEmpty()) {
      throw new CorpusException("no corpus was given");
    }
    List<CorpusArgument> roots = new ArrayList<>(folders);
    roots.addAll(outermost(selections));
    requireApart(roots);
    roots.sort(Comparator.comparingInt(root -> firstIn(order, root)));
    return withUniqueNames(roots);
  }

  private static List<CorpusArgument> resolve(
      String given, ListingOptions options, ObjectStores stores) throws CorpusException {
    if (given.isEmpty()) {
      throw new CorpusException("a corpus is given as an empty text");
    }
    List<CorpusArgument> packed = PackedArgument.resolve(given, options, stores);
    return packed.isEmpty() ? List.of(loose(given, options, stores)) : packed;
  }

  private static CorpusArgument loose(String given, ListingOptions options, ObjectStores stores)
      throws CorpusException {
    return ObjectStores.isRemote(given)
        ? RemoteArgument.resolve(given, options, stores)
        : LocalArgument.resolve(given, options);
  }

  private static List<CorpusArgument> outermost(Map<String, CorpusArgument> selections) {
    List<CorpusArgument> outer = new ArrayList<>();
    // An outer root's location is shorter, so it comes before those that it holds.
    selections.values().stream()
        .sorted(Comparator.comparing(CorpusArgument::location))
        .forEach(
            argument -> {
              int last = outer.size() - 1;
              if (last >= 0 && outer.get(last).holds(argument)) {
                outer.set(last, outer.get(last).plus(argument));
              } else {
                outer.add(argument);
              }
            });
    return outer;
  }

  private static void requireApart(List<CorpusArgument> roots) throws CorpusException {
    for (int i = 0; i < roots.size(); i++) {
      for (int j = 0; j < roots.size(); j++) {
        CorpusArgument outer = roots.get(i);
        CorpusArgument inner = roots.get(j);
        if (i != j && outer.holds(inner)) {
          String relation =
              outer.location().equals(inner.location()) ? " is the same corpus as " : " lies in ";
          throw new CorpusException(
              "'"
                  + inner.given()
                  + "'"
                  + relation
                  + "'"
                  + outer.given()
                  + "': its documents would be counted twice");
        }
      }
    }
  }

  private static int firstIn(List<CorpusArgument> order, CorpusArgument root) {
    int i = 0;
    while (!root.holds(order.get(i))) {
      i++;
    }
    return i;
  }

  private static List<CorpusArgument> withUniqueNames(List<CorpusArgument> roots) {
    Set<String> names = new HashSet<>();
    Map<String, String> packed = new HashMap<>();
    List<CorpusArgument> named = new ArrayList<>();
    for (CorpusArgument root : roots) {
      // What one glob names is one corpus.
      String name = root.format() == null ? null : packed.get(root.given());
      if (name == null) {
        name = uniqueName(root.name(), names);
        if (root.format() != null) {
          packed.put(root.given(), name);
        }
      }
      named.add(root.named(name));
    }
    return named;
  }

  /** Letter case apart: else a path in one corpus is that of another but for its case. */
  private static String uniqueName(String wanted, Set<String> names) {
    String name = wanted;
    for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = wanted + "-" + i;
    }
    return name;
  }
}

package org.docaudit.links;

import java.util.Set;

/** Names that stand for their folder, so that two files of the name have nothing in common. */
public final class GenericNames {
  private static final Set<String> NAMES = Set.of("index", "readme", "_index");

  private GenericNames() {}

  /** Whether a folded name without extension is one. */
  public static boolean contains(String name) {
    return NAMES.contains(name);
  }
}

package org.docaudit.analysis.frontmatter;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Finds values of one tree by path; each mapping is indexed when it is first asked. */
final class NodeIndex {
  private final FrontmatterNode root;
  private final IdentityHashMap<FrontmatterNode.Mapping, Map<String, FrontmatterNode.Field>>
      fields = new IdentityHashMap<>();

  NodeIndex(FrontmatterNode root) {
    this.root = root;
  }

  /** The value at a path; where it does not exist, the last one on the way that does. */
  FrontmatterNode resolve(NodePath path) {
    FrontmatterNode node = root;
    for (int i = 0; i < path.length(); i++) {
      FrontmatterNode next = step(node, path.element(i));
      if (next == null) {
        return node;
      }
      node = next;
    }
    return node;
  }

  private @Nullable FrontmatterNode step(FrontmatterNode node, Object element) {
    if (node instanceof FrontmatterNode.Sequence sequence) {
      boolean inside = element instanceof Integer index && index < sequence.items().size();
      return inside ? sequence.items().get((Integer) element) : null;
    }
    FrontmatterNode.Field field = field(node, element.toString());
    return field == null ? null : field.value();
  }

  /** The field of a mapping; null where there is none or the node is no mapping. */
  FrontmatterNode.@Nullable Field field(FrontmatterNode node, String name) {
    return node instanceof FrontmatterNode.Mapping mapping
        ? fields.computeIfAbsent(mapping, NodeIndex::byName).get(name)
        : null;
  }

  private static Map<String, FrontmatterNode.Field> byName(FrontmatterNode.Mapping mapping) {
    Map<String, FrontmatterNode.Field> byName = new HashMap<>();
    mapping.fields().forEach(field -> byName.put(field.name(), field));
    return byName;
  }
}

package org.docaudit.analysis.frontmatter;

import org.checkerframework.checker.nullness.qual.Nullable;

/** JSON pointers (RFC 6901) behind {@code #}, such as {@code #/$defs/date}. */
final class SchemaPointer {

  private SchemaPointer() {}

  /** The value that a pointer means; null where there is none. */
  static @Nullable FrontmatterNode find(FrontmatterNode root, String pointer) {
    FrontmatterNode node = root;
    for (String token : pointer.substring(2).split("/", -1)) {
      String name = token.replace("~1", "/").replace("~0", "~");
      FrontmatterNode next = null;
      if (node instanceof FrontmatterNode.Mapping mapping) {
        FrontmatterNode.Field field = mapping.find(name);
        next = field == null ? null : field.value();
      } else if (node instanceof FrontmatterNode.Sequence sequence && name.matches("[0-9]{1,6}")) {
        int index = Integer.parseInt(name);
        next = index < sequence.items().size() ? sequence.items().get(index) : null;
      }
      if (next == null) {
        return null;
      }
      node = next;
    }
    return node;
  }

  /** The pointer to what has this name, or this number, in what another means. */
  static String below(String pointer, Object name) {
    return pointer + "/" + name.toString().replace("~", "~0").replace("/", "~1");
  }
}

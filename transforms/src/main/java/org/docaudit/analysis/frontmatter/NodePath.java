package org.docaudit.analysis.frontmatter;

import com.networknt.schema.JsonNodePath;

/** The way from the root to a value, as the schema library gives it. */
record NodePath(JsonNodePath path) {

  int length() {
    return path.getNameCount();
  }

  /** A name, or an index as an Integer. */
  Object element(int index) {
    return path.getElement(index);
  }

  boolean isRoot() {
    return length() == 0;
  }

  /** As people write it: {@code author.name}, {@code tags[2]}. */
  String display() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length(); i++) {
      if (element(i) instanceof Integer index) {
        text.append('[').append(index).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(Excerpt.of(element(i).toString()));
      }
    }
    return text.toString();
  }

  /** The display of a field below. */
  String display(String field) {
    return isRoot() ? field : display() + "." + field;
  }
}

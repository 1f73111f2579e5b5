package org.docaudit.analysis.markdown;

import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The attribute block at the end of a heading, as kramdown, Pandoc, Hugo and Docusaurus read it:
 * {@code {#id}}, {@code {#id .class key=value}}, {@code {: #id}}.
 *
 * @param start offset of the brace in the heading's text
 * @param id the first identifier, without {@code #}
 */
record HeadingAttributes(int start, String id) {

  /** The block that ends this text, or null; one without an identifier is plain text. */
  static @Nullable HeadingAttributes atEndOf(String text) {
    String heading = text.stripTrailing();
    int open = heading.lastIndexOf('{');
    if (open < 0 || !heading.endsWith("}") || heading.indexOf('}', open) < heading.length() - 1) {
      return null;
    }
    String content = heading.substring(open + 1, heading.length() - 1);
    String id = null;
    for (String word : content.strip().split("\\s+", -1)) {
      if (word.startsWith("#") && word.length() > 1) {
        id = id == null ? word.substring(1) : id;
      } else if (!word.startsWith(".") && !word.startsWith(":") && word.indexOf('=') < 1) {
        return null;
      }
    }
    return id == null ? null : new HeadingAttributes(open, id);
  }
}

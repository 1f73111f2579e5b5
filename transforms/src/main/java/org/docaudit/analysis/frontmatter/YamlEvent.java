package org.docaudit.analysis.frontmatter;

import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * One event of a YAML parser, whichever parser it is.
 *
 * @param line where the node begins in the document, from 1
 * @param column from 1, in code points
 * @param value a scalar's value with escapes and folding undone; an alias' name; else null
 * @param plain whether a scalar is written without quotes and not as a block
 * @param explicit whether a document's start is written out, or directives precede it
 * @param tag as resolved by the parser ({@code tag:yaml.org,2002:str}, {@code !local}, {@code !}),
 *     or null
 * @param anchor its name, or null
 */
record YamlEvent(
    Kind kind,
    int line,
    int column,
    @Nullable String value,
    boolean plain,
    boolean explicit,
    @Nullable String tag,
    @Nullable String anchor) {

  /** What an event says. */
  enum Kind {
    DOCUMENT_START,
    MAPPING_START,
    SEQUENCE_START,
    COLLECTION_END,
    SCALAR,
    ALIAS
  }
}

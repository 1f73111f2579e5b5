package org.docaudit.analysis.frontmatter;

import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The events of one YAML stream, parsed only as far as they are asked for: who stops asking stops
 * the parser. The seam between engines: whatever parser gives these events gets the same tree.
 */
interface YamlEvents {

  /** The next event, or null at the end of the stream. */
  @Nullable YamlEvent next() throws FrontmatterException;
}

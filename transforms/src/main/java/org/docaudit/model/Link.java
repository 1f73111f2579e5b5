package org.docaudit.model;

import java.io.Serializable;

/**
 * A link as it stands in a document.
 *
 * @param line 1-based line of its first character
 * @param column 1-based, in Unicode code points
 * @param byteOffset 0-based, of its first character in the document's bytes
 * @param text as a reader sees it, white space folded; an image's alternative text
 * @param target as written, after the unescaping that its syntax demands
 */
public record Link(
    int line,
    int column,
    long byteOffset,
    String text,
    String target,
    LinkType type,
    LinkSyntax syntax)
    implements Serializable {}

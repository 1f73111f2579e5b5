package org.docaudit.model;

import java.io.Serializable;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A link as it stands in a document.
 *
 * @param line 1-based line of its first character
 * @param column 1-based, in Unicode code points
 * @param byteOffset 0-based, of its first character in the document's bytes
 * @param text as a reader sees it, white space folded; an image's alternative text
 * @param target as written, after the unescaping that its syntax demands
 * @param fragment what follows {@code #}, percent-decoded, or null where there is none
 */
public record Link(
    int line,
    int column,
    long byteOffset,
    String text,
    String target,
    @Nullable String fragment,
    LinkType type,
    LinkSyntax syntax)
    implements Serializable {}

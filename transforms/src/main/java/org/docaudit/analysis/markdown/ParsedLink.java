package org.docaudit.analysis.markdown;

import org.docaudit.analysis.Position;
import org.docaudit.model.LinkSyntax;

/**
 * A link as it stands in a document.
 *
 * @param position of the first character of the construct: {@code [}, {@code !}, {@code <}, or the
 *     first of a bare URL
 * @param text as a reader sees it, white space folded; an image's alternative text; for {@code
 *     href} of an {@code a} element what stands up to its end tag in the same block; empty for
 *     other elements
 * @param target the destination after backslash escapes and character references are resolved, not
 *     percent-decoded; {@code mailto:} is put before a bare address, {@code http://} before {@code
 *     www.}, as GFM does
 */
public record ParsedLink(Position position, String text, String target, LinkSyntax syntax) {}

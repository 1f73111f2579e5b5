package org.docaudit.analysis.markdown;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.Position;

/**
 * A heading, ATX or setext.
 *
 * @param level 1 to 6
 * @param text as a reader sees it, white space folded; without raw HTML tags, images, footnote
 *     marks and the attribute block
 * @param anchorText the same text with its white space as it stands, from which the anchor is made:
 *     GitHub turns a space beside an image or a tag into a hyphen too
 * @param explicitId the identifier of an attribute block at the end ({@code {#id}}, {@code {#id
 *     .class}}), without {@code #}, or null
 * @param position of its first character that is not white space
 */
public record ParsedHeading(
    int level, String text, String anchorText, @Nullable String explicitId, Position position) {}

package org.docaudit.analysis;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.frontmatter.ParsedFrontmatter;
import org.docaudit.analysis.markdown.MarkdownFacts;

/**
 * What an engine reads out of one document's bytes: syntax alone, before any rule.
 *
 * @param sha256 64 lower-case hexadecimal digits, of the bytes as they are
 * @param lines line ends, plus one for a last line without
 * @param words maximal runs of characters that are not White_Space, in the whole document
 * @param encodingName how the bytes were read, such as {@code UTF-8}
 * @param invalidSequences how many byte sequences are not valid in that encoding
 * @param firstInvalid where the first of them stands, or null where there is none
 */
public record ParsedDocument(
    String sha256,
    int lines,
    long words,
    String encodingName,
    int invalidSequences,
    @Nullable Position firstInvalid,
    ParsedFrontmatter frontmatter,
    MarkdownFacts markdown) {}

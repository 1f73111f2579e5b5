package org.docaudit.pipeline.report;

import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What a row of the documents table says of how a document was read; the README documents its
 * columns.
 */
public record DocumentDetails(
    String path,
    String frontmatterFormat,
    @Nullable String frontmatter,
    @Nullable Boolean frontmatterValid,
    int headings,
    int links,
    int findings,
    String status,
    @Nullable String engine) {}

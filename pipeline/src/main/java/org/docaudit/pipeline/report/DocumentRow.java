package org.docaudit.pipeline.report;

import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What rendered reports show of a row of the documents table; the README documents its columns.
 * Texts are as documents have them: of any length, with any character.
 */
public record DocumentRow(
    String path,
    long bytes,
    @Nullable String sha256,
    long words,
    @Nullable String title,
    int links,
    int brokenLinks,
    int findings,
    String status)
    implements DocumentView {

  @Override
  public DocumentRow row() {
    return this;
  }
}

package org.docaudit.pipeline.report;

import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A row of the links table; the README documents its columns. Texts are as documents have them: of
 * any length, with any character.
 */
public record LinkRow(
    String sourceFile,
    int line,
    int column,
    long byteOffset,
    String text,
    String target,
    String type,
    String syntax,
    @Nullable String resolvedPath,
    @Nullable String fragment,
    String status,
    @Nullable String reason,
    @Nullable String suggestion) {

  /** Whether its status is {@code broken}. */
  public boolean broken() {
    return status.equals("broken");
  }
}

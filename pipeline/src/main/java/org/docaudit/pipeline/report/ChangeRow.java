package org.docaudit.pipeline.report;

import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A finding's row of the changes table.
 *
 * @param state new or resolved
 * @param oldPath the document's path in the earlier run, where it was renamed
 * @param finding as it stands in the run that has it
 */
public record ChangeRow(FindingState state, @Nullable String oldPath, FindingRow finding) {}

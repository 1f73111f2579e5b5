package org.docaudit.pipeline.compare;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.pipeline.report.DocumentState;

/**
 * A document that is not as it was.
 *
 * @param path in the later run; of a removed one in the earlier
 * @param oldPath in the earlier run, of a renamed one; otherwise null
 * @param how by what that was recognised, one sentence
 */
public record ChangedDocument(
    DocumentState state, String path, @Nullable String oldPath, String how) {}

package org.docaudit.pipeline.compare;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.pipeline.report.LinkRow;

/**
 * A link that broke between two runs.
 *
 * @param link in the later run
 * @param explanation one sentence
 * @param target where the target that the link meant is now: a corpus path, of a folder with a
 *     slash at its end; null where it is gone or not known
 * @param fix what to write in the place of the link's target, or null where that is not known
 */
public record LinkBreak(
    LinkRow link,
    BreakCause cause,
    String explanation,
    @Nullable String target,
    @Nullable String fix) {}

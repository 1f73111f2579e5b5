package org.docaudit.pipeline.render;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.report.FindingRow;
import org.docaudit.pipeline.report.FindingState;

/**
 * A finding as rendered reports show it; every text but the path is {@link VisibleText}.
 *
 * @param path as it stands in the table, for links; {@link #shownPath} is for people
 * @param line from 1, or 0 for the document as a whole
 * @param state since an earlier run, or null where there was no comparison
 */
record ShownFinding(
    String rule,
    Severity severity,
    String path,
    int line,
    int column,
    String message,
    @Nullable String target,
    @Nullable String suggestion,
    String fingerprint,
    @Nullable FindingState state) {

  private static final int MAX_MESSAGE = 300;
  private static final int MAX_TARGET = 200;
  private static final int MAX_PATH = 1_000;

  static ShownFinding of(FindingRow row, @Nullable FindingState state) {
    return new ShownFinding(
        row.rule(),
        row.severityInForce(),
        row.path(),
        row.line(),
        row.column(),
        VisibleText.of(row.message(), MAX_MESSAGE),
        row.target() == null ? null : VisibleText.of(row.target(), MAX_TARGET),
        row.suggestion() == null ? null : VisibleText.of(row.suggestion(), MAX_TARGET),
        row.fingerprint(),
        state);
  }

  String shownPath() {
    return shown(path);
  }

  /** A path for people. */
  static String shown(String path) {
    return VisibleText.of(path, MAX_PATH);
  }

  /** {@code PATH:LINE:COLUMN}, or the path of a document as a whole. */
  String place() {
    return line == 0 ? shownPath() : shownPath() + ":" + line + ":" + column;
  }

  /** {@code error}, or {@code new error} where there was a comparison. */
  String kind() {
    return state == null ? severity.id() : state.id() + " " + severity.id();
  }

  /** The message, and what to write instead. */
  String advice() {
    return suggestion == null ? message : message + "; did you mean `" + suggestion + "`?";
  }
}

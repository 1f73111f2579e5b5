package org.docaudit.pipeline.report;

import java.io.Closeable;
import java.io.IOException;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Writes the changes table: one part for documents, one for new findings, one for resolved ones, so
 * that the new ones can be read beside the findings table, in the same order. Not thread-safe.
 */
public final class ChangesTable implements Closeable {

  private static final int DOCUMENTS = 0;

  private final TableWriter documents;
  private final TableWriter added;
  private final TableWriter resolved;

  /** Creates the parts, which are whole once this is closed. */
  public ChangesTable(ReportLocation location) throws IOException {
    documents = location.open(Tables.CHANGES, DOCUMENTS);
    added = location.open(Tables.CHANGES, part(FindingState.NEW));
    resolved = location.open(Tables.CHANGES, part(FindingState.RESOLVED));
  }

  /** The part that holds the findings of a state. */
  static int part(FindingState state) {
    return switch (state) {
      case NEW -> 1;
      case RESOLVED -> 2;
      case UNCHANGED -> throw new IllegalArgumentException("what is unchanged is no change");
    };
  }

  /**
   * Writes the row of a document.
   *
   * @param how by what it was recognised, one sentence
   */
  public void document(DocumentState state, String path, @Nullable String oldPath, String how)
      throws IOException {
    documents.write(
        "document", state.id(), path, oldPath, null, null, null, null, how, null, null, null);
  }

  /** Writes the row of a finding that is new or resolved. */
  public void finding(ChangeRow row) throws IOException {
    FindingRow finding = row.finding();
    TableWriter part = row.state() == FindingState.NEW ? added : resolved;
    part.write(
        "finding",
        row.state().id(),
        finding.path(),
        row.oldPath(),
        finding.rule(),
        finding.severity(),
        finding.line(),
        finding.column(),
        finding.message(),
        finding.target(),
        finding.suggestion(),
        finding.fingerprint());
  }

  @Override
  public void close() throws IOException {
    try (documents;
        added;
        resolved) {
      // Closing is all there is to do, of each even where another fails.
    }
  }
}

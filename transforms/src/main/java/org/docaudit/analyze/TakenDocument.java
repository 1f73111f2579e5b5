package org.docaudit.analyze;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.DocumentFacts;
import org.docaudit.model.Finding;
import org.docaudit.nativeudf.DocumentBuffer;
import org.docaudit.read.CorpusRoot;
import org.docaudit.read.DocumentReader;
import org.docaudit.read.ListedFile;
import org.docaudit.read.ReadFailure;
import org.docaudit.reuse.BatchReuse;
import org.docaudit.reuse.ReadReason;

/**
 * A document of a batch before it is analyzed.
 *
 * @param failure why it could not be read, or null
 * @param read whether its bytes were appended to the batch's
 * @param reason why it was read or not
 * @param kept its facts of an earlier run, where they are kept
 */
record TakenDocument(
    ListedFile file,
    @Nullable Finding failure,
    boolean read,
    ReadReason reason,
    BatchReuse.@Nullable Kept kept) {

  /** Reads a document. */
  static TakenDocument read(
      DocumentReader reader, CorpusRoot root, ListedFile file, DocumentBuffer contents) {
    try {
      reader.read(root, file, contents);
      return new TakenDocument(file, null, true, ReadReason.NEW, null);
    } catch (ReadFailure e) {
      return new TakenDocument(file, e.finding(), false, ReadReason.FAILED, null);
    }
  }

  /**
   * Reads a document unless its facts are kept.
   *
   * @param schema tells which schema its frontmatter has to meet
   */
  static TakenDocument readUnlessKept(
      DocumentReader reader,
      CorpusRoot root,
      ListedFile file,
      DocumentBuffer contents,
      BatchReuse earlier,
      String schema) {
    try {
      BatchReuse.Decision decision = earlier.decide(file, schema, contents);
      ReadReason reason = decision.reason();
      boolean read = decision.appended();
      if (!read && (!reason.kept() || reason == ReadReason.SAMPLE)) {
        reader.read(root, file, contents);
        read = true;
      }
      return new TakenDocument(file, null, read, reason, decision.kept());
    } catch (ReadFailure e) {
      return new TakenDocument(file, e.finding(), false, ReadReason.FAILED, null);
    }
  }

  /** The facts of a document that could not be read, for the reason given. */
  DocumentFacts failed(Finding why) {
    return DocumentFacts.failed(file.path(), file.bytes(), why);
  }
}

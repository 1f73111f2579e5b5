package org.docaudit.summary;

import java.util.Locale;

/** Something counted on its way through the audit. */
public enum Flow {
  /** Documents that AnalyzeDocuments took in. */
  DOCUMENTS_READ,
  /** Documents written with status {@code ok}. */
  DOCUMENTS_ANALYZED,
  /** Documents written with status {@code failed}. */
  DOCUMENTS_FAILED,
  /** Bytes of the analyzed documents. */
  BYTES,
  LINES,
  WORDS,
  PROSE_WORDS,
  HEADINGS,
  /** Links that AnalyzeDocuments found. */
  LINKS_FOUND,
  /** Links written with a verdict. */
  LINKS_JUDGED,
  /** Questions that batches asked the corpus index. */
  QUESTIONS_ASKED,
  /** Questions answered. */
  QUESTIONS_ANSWERED,
  /** Occurrences of words that AnalyzeDocuments tallied for the frequencies. */
  WORDS_TALLIED,
  /** Occurrences in the words table. */
  WORDS_COUNTED,
  /** Rows of the words table. */
  WORDS_DISTINCT,
  /** Documents whose hash AnalyzeDocuments sent. */
  HASHES_SENT,
  /** Documents whose hash was compared. */
  HASHES_COMPARED,
  /** Rows of the duplicates table. */
  DUPLICATE_GROUPS,
  /** Documents that have the bytes of another. */
  DUPLICATE_DOCUMENTS,
  /** Findings that comments suppressed. */
  SUPPRESSED;

  /** The name as it stands in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

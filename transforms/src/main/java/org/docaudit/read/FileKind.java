package org.docaudit.read;

/** What the audit does with a file of the corpus. */
public enum FileKind {
  /** Has a document's extension and is audited. */
  DOCUMENT,
  /** Has a document's extension, but a rule leaves it out; links to it resolve. */
  SKIPPED,
  /** Anything else: it exists for links and is never read. */
  OTHER
}

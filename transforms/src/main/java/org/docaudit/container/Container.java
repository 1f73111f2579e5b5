package org.docaudit.container;

/** How the members of a packed corpus follow each other. */
public enum Container {
  /** A JSON object a line. */
  JSON_LINES,
  /** A row a record, in row groups. */
  PARQUET,
  /** Headers and contents in blocks of 512 bytes. */
  TAR,
  /** Compressed members, and a directory of them at the end. */
  ZIP
}

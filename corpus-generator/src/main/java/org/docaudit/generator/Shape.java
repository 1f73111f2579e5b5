package org.docaudit.generator;

import java.util.Locale;

/** What a corpus is like. */
enum Shape {
  /** Like real documentation. */
  DOCUMENTATION(900, 40, true),
  /** The same, but each document has ten links to the first one besides. */
  HOT_TARGET(900, 40, true),
  /** The same, but one word stands in each document. */
  HOT_WORD(900, 40, true),
  /** Small documents, and one of 60 MiB among them. */
  GIANT(250, 1_000, false),
  /** Small documents in one folder. */
  FLAT(250, Integer.MAX_VALUE, false);

  private final int medianBytes;
  private final int folderSize;
  private final boolean frontmatter;

  Shape(int medianBytes, int folderSize, boolean frontmatter) {
    this.medianBytes = medianBytes;
    this.folderSize = folderSize;
    this.frontmatter = frontmatter;
  }

  /** The name on the command line. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Of the documents' sizes, which are log-normally distributed. */
  int medianBytes() {
    return medianBytes;
  }

  /** Documents in a folder. */
  int folderSize() {
    return folderSize;
  }

  /** Whether documents have frontmatter. */
  boolean frontmatter() {
    return frontmatter;
  }
}

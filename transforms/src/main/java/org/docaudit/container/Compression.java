package org.docaudit.container;

/** What a whole packed corpus is compressed with. */
public enum Compression {
  NONE,
  GZIP,
  ZSTD
}

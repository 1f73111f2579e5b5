package org.docaudit.analysis;

import java.io.Serializable;

/**
 * Every bound on hostile input, in one place; both engines obey the same ones.
 *
 * @param maxDocumentBytes larger documents are not read ({@code document/too-large}). Default 64
 *     MiB: no hand-written document comes near, and a batch of one still fits beside others.
 * @param maxNesting block and inline containers open at once. Default 100, where commonmark-java
 *     stops; beyond it parsers turn quadratic ({@code document/too-complex}).
 * @param maxFrontmatterBytes larger frontmatter is not parsed ({@code frontmatter/too-complex}).
 *     Default 256 KiB.
 * @param maxFrontmatterDepth nested collections in frontmatter. Default 50, as SnakeYAML's.
 * @param maxFrontmatterNodes nodes after aliases are expanded. Default 100,000: stops alias bombs.
 */
public record Limits(
    long maxDocumentBytes,
    int maxNesting,
    int maxFrontmatterBytes,
    int maxFrontmatterDepth,
    int maxFrontmatterNodes)
    implements Serializable {

  public static final Limits DEFAULT = new Limits(64L << 20, 100, 256 << 10, 50, 100_000);

  public Limits {
    if (maxDocumentBytes <= 0
        || maxNesting <= 0
        || maxFrontmatterBytes <= 0
        || maxFrontmatterDepth <= 0
        || maxFrontmatterNodes <= 0) {
      throw new IllegalArgumentException("every limit must be positive");
    }
  }

  /** The same limits with another maximal document size, in bytes. */
  public Limits withMaxDocumentBytes(long bytes) {
    return new Limits(
        bytes, maxNesting, maxFrontmatterBytes, maxFrontmatterDepth, maxFrontmatterNodes);
  }
}

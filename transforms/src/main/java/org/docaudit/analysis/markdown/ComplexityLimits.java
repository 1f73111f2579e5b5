package org.docaudit.analysis.markdown;

/**
 * Bounds on what makes a CommonMark parser slow or large out of proportion to the document. All are
 * defined on source text. A document beyond one gets {@code document/too-complex} and no facts. Of
 * 48,837 real documents (73 MB) none reaches one, and none a tenth of the first two or of what
 * brackets may cost.
 *
 * @param maxContainerLines sum over the lines of the block quotes, list items and footnotes open
 *     there, as estimated by {@link ComplexityGuard}. Default one million or half of the
 *     characters, whichever is more: the parser keeps two objects for each, so that 1 MB of lazy
 *     lines below {@code >>>…} would take gigabytes.
 * @param maxTableCells columns of the delimiter row times rows, over all tables. Default 200,000 or
 *     one a character, whichever is more: short rows are filled up with empty cells, so that 1 MB
 *     could make 10<sup>11</sup>.
 * @param maxLinkCharacters characters of all link texts and targets. Default one million or four
 *     times the document, whichever is more: one definition of n characters, used n times, would
 *     expand to n². cmark and cmark-gfm bound the same.
 */
record ComplexityLimits(long maxContainerLines, long maxTableCells, long maxLinkCharacters) {

  /**
   * What the brackets and emphasis of a document may cost, in the steps of {@link InlineGuard}:
   * about a second, and as long again for each 4 MB. {@code ![[]()} repeated is quadratic in the
   * parser, 80 KB take 0.3 s, 320 KB five.
   */
  static final long MAX_INLINE_WORK = 1_000_000_000L;

  /** More than a paragraph of any size whose lines have 40 characters or more can cost. */
  static final long INLINE_WORK_A_CHARACTER = 250;

  static ComplexityLimits of(int characters) {
    return new ComplexityLimits(
        Math.max(1_000_000L, characters / 2),
        Math.max(200_000L, characters),
        Math.max(1_000_000L, 4L * characters));
  }
}

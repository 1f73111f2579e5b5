package org.docaudit.analysis.frontmatter;

import org.docaudit.model.FrontmatterFormat;

/**
 * Where frontmatter stands in a document. All indices are chars in {@code SourceText.text()}.
 *
 * @param format how it is written; NONE where there is none
 * @param openLine the line of the opening delimiter, always 1: frontmatter stands first or not at
 *     all
 * @param contentStart first char of the content: behind the opening line, or for JSON the brace
 * @param contentEnd behind the content's last char: the closing line's first, or behind the closing
 *     brace
 * @param bodyStart where the Markdown begins: behind the closing line; 0 where there is no
 *     frontmatter or it never ends, so that all of the document is read as Markdown
 * @param terminated whether the closing delimiter is there; false for NONE
 */
public record FrontmatterBlock(
    FrontmatterFormat format,
    int openLine,
    int contentStart,
    int contentEnd,
    int bodyStart,
    boolean terminated) {

  static final FrontmatterBlock NONE =
      new FrontmatterBlock(FrontmatterFormat.NONE, 1, 0, 0, 0, false);

  static FrontmatterBlock terminated(FrontmatterFormat format, int start, int end, int bodyStart) {
    return new FrontmatterBlock(format, 1, start, end, bodyStart, true);
  }

  static FrontmatterBlock unterminated(FrontmatterFormat format, int start, int end) {
    return new FrontmatterBlock(format, 1, start, end, 0, false);
  }
}

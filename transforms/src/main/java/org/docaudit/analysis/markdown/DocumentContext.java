package org.docaudit.analysis.markdown;

import java.util.Set;

/**
 * What the readers of one document share.
 *
 * @param text the whole document
 * @param base index of the first character that was given to the parser
 * @param footnotes normalized labels of the footnotes that are defined
 * @param bracketPairs where {@code ][} stands, without which there is no undefined reference
 */
record DocumentContext(
    String text,
    int base,
    FactCollector facts,
    Set<String> footnotes,
    Occurrences bracketPairs,
    Occurrences mdxComments,
    BareUrls.Candidates bareUrls) {

  static DocumentContext of(String text, int base, FactCollector facts, Set<String> footnotes) {
    return new DocumentContext(
        text,
        base,
        facts,
        footnotes,
        new Occurrences(text, "]["),
        new Occurrences(text, "{/*"),
        new BareUrls.Candidates(text));
  }
}

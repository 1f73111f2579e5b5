package org.docaudit.analysis.markdown;

import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.docaudit.analysis.Limits;
import org.docaudit.analysis.text.SourceText;
import org.docaudit.model.Finding;
import org.docaudit.model.Rule;

/**
 * Reads the Markdown of a document: CommonMark 0.31 with GFM's tables, footnotes and bare URLs.
 *
 * <p>Accepts any text, does not recurse over it, and takes time and memory about linear in it: what
 * would not is bounded by {@link Limits#maxNesting} and {@link ComplexityLimits}, and a document
 * beyond a bound gives a {@code document/too-complex} finding and no facts. Threads may share a
 * parser; the result depends on the arguments alone.
 */
public final class MarkdownParser {

  /** A parser, which is immutable and worth keeping, and the nesting that it was made for. */
  private record Configured(int maxNesting, Parser parser) {}

  private volatile @Nullable Configured configured;

  /**
   * Reads a document's body.
   *
   * @param bodyStart index into the text where frontmatter ends; positions count from the
   *     document's start all the same
   */
  public MarkdownFacts parse(SourceText source, int bodyStart, Limits limits) {
    String body = source.text().substring(bodyStart);
    ComplexityLimits complexity = ComplexityLimits.of(body.length());
    try {
      ComplexityGuard.check(body, limits.maxNesting(), complexity);
      Node root = parser(limits.maxNesting()).parse(body);
      FactCollector facts = new FactCollector(source, bodyStart, complexity);
      new DocumentReader(root, source.text(), bodyStart, limits.maxNesting(), facts).read();
      return facts.facts();
    } catch (TooComplexException e) {
      int line = source.lineOf(bodyStart + Math.max(e.index(), 0));
      return MarkdownFacts.unread(tooComplex(line, e.getMessage()));
    }
  }

  private Parser parser(int maxNesting) {
    Configured current = configured;
    if (current == null || current.maxNesting() != maxNesting) {
      current = new Configured(maxNesting, newParser(maxNesting));
      configured = current;
    }
    return current.parser();
  }

  private static Parser newParser(int maxNesting) {
    return Parser.builder()
        // ComplexityGuard counts cells over the whole document.
        .extensions(List.of(TablesExtension.builder().maxCells(Integer.MAX_VALUE).build()))
        .customBlockParserFactory(new Footnotes.Factory())
        .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
        // A list counts twice there; one level more than allowed must be seen.
        .maxOpenBlockParsers(2 * (maxNesting + 2))
        .maxInlineNesting(maxNesting)
        // Called anew for each document.
        .inlineParserFactory(
            context -> new InlineGuard(new InlineParserImpl(new LabelLimit(context))))
        .build();
  }

  private static Finding tooComplex(int line, String limit) {
    return new Finding(
        Rule.DOCUMENT_TOO_COMPLEX,
        line,
        1,
        "too many " + limit + "; links and headings of this document were not read.",
        null,
        null);
  }
}

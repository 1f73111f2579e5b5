package org.docaudit.analysis.markdown;

import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * Adds up what the brackets of each paragraph, heading or cell can cost the inline parser, before
 * it parses them.
 *
 * <p>With o times {@code [}, c times {@code ]}, i times {@code ![}, n characters and l lines: each
 * link visits every open bracket (o·c), each end of an image may look up all of the text as a label
 * (min(i,c)·n, a tenth of a step each), and nested images copy the lines they span (min(i,100)·l, a
 * hundred steps each). These bound the cost whatever code spans, HTML or escapes hide from the
 * parser.
 */
final class BracketGuard implements InlineParser {

  private static final int COPIES = 100;

  private final InlineParser parser;
  private long work;

  BracketGuard(InlineParser parser) {
    this.parser = parser;
  }

  @Override
  public void parse(SourceLines lines, Node node) {
    long opening = 0;
    long closing = 0;
    long images = 0;
    long characters = 0;
    for (SourceLine line : lines.getLines()) {
      CharSequence content = line.getContent();
      int length = content.length();
      char before = 0;
      for (int i = 0; i < length; i++) {
        char c = content.charAt(i);
        if (c == '[') {
          opening++;
          if (before == '!') {
            images++;
          }
        } else if (c == ']') {
          closing++;
        }
        before = c;
      }
      characters += length + 1;
    }
    if (opening > 0) {
      work +=
          opening * closing
              + Math.min(images, closing) * characters / 10
              + Math.min(images, COPIES) * lines.getLines().size() * 100;
      if (work > ComplexityLimits.MAX_BRACKET_WORK) {
        SourceSpan span = lines.getLines().get(0).getSourceSpan();
        throw new TooComplexException(
            "brackets in one block", span == null ? -1 : span.getInputIndex());
      }
    }
    parser.parse(lines, node);
  }
}

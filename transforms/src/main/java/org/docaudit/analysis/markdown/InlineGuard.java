package org.docaudit.analysis.markdown;

import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * Adds up what each paragraph, heading or cell can cost the inline parser, before it parses them.
 *
 * <p>With o times {@code [}, c times {@code ]}, i times {@code ![}, e times {@code *} or {@code _},
 * n characters and l lines: each link visits every open bracket (o·c), each end of an image may
 * look up all of the text as a label (min(i,c)·n, a tenth of a step each), and nested images and
 * emphasis copy the spans of the lines they hold (min(i+e/2,100)·l, a hundred steps each). These
 * bound the cost whatever code spans, HTML or escapes hide from the parser.
 */
final class InlineGuard implements InlineParser {

  /** Levels of images and of emphasis that the parser makes at most. */
  private static final int LEVELS = 100;

  /** Steps for each line that an image or emphasis holds. */
  private static final int LINE_COPY = 100;

  private final InlineParser parser;

  /** Steps that the document may cost; grows with it. */
  private long workLeft = ComplexityLimits.MAX_INLINE_WORK;

  InlineGuard(InlineParser parser) {
    this.parser = parser;
  }

  @Override
  public void parse(SourceLines lines, Node node) {
    long opening = 0;
    long closing = 0;
    long images = 0;
    long delimiters = 0;
    long characters = 0;
    boolean plain = lines.getLines().size() == 1;
    for (SourceLine line : lines.getLines()) {
      CharSequence content = line.getContent();
      int length = content.length();
      char before = 0;
      for (int i = 0; i < length; i++) {
        char c = content.charAt(i);
        switch (c) {
          case '[' -> {
            opening++;
            images += before == '!' ? 1 : 0;
          }
          case ']' -> closing++;
          case '*', '_' -> delimiters++;
          case '`', '\\', '<', '&' -> plain = false;
          default -> {}
        }
        before = c;
      }
      characters += length + 1;
    }
    long copies = Math.min(images + delimiters / 2, LEVELS) * lines.getLines().size();
    workLeft +=
        ComplexityLimits.INLINE_WORK_A_CHARACTER * characters
            - opening * closing
            - Math.min(images, closing) * characters / 10
            - copies * LINE_COPY;
    if (workLeft < 0) {
      SourceSpan span = lines.getLines().get(0).getSourceSpan();
      throw new TooComplexException(
          "brackets or emphasis in one block", span == null ? -1 : span.getInputIndex());
    }
    if (plain && opening + closing + delimiters == 0) {
      appendText(lines, node);
    } else {
      parser.parse(lines, node);
    }
  }

  /**
   * What the parser does with one line that has none of its characters, at a tenth of the cost: it
   * sets itself up anew for each block, and most headings and cells are such lines.
   */
  private static void appendText(SourceLines lines, Node node) {
    String content = lines.getContent();
    int end = content.length();
    while (end > 0 && (content.charAt(end - 1) == ' ' || content.charAt(end - 1) == '\t')) {
      end--;
    }
    if (end > 0) {
      Text text = new Text(content.substring(0, end));
      text.setSourceSpans(lines.getSourceSpans());
      node.appendChild(text);
    }
  }
}

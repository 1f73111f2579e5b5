package org.docaudit.analysis.markdown;

import java.util.List;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.SourceSpan;
import org.docaudit.analysis.markdown.HtmlTags.StartTag;

/** Reads an HTML block: links, anchors, comments, and the text between its tags. */
final class HtmlBlockReader implements HtmlTags.Visitor {

  private final FactCollector facts;
  private final HtmlElements elements;
  private final String html;
  private final int base;

  /** One for each line that is not empty; the prefixes of containers are left out. */
  private final List<SourceSpan> spans;

  // The line of the block that the last offset stood on; offsets only go forward.
  private int line;
  private int lineStart;
  private int span;

  HtmlBlockReader(DocumentContext document, HtmlBlock block) {
    facts = document.facts();
    base = document.base();
    html = block.getLiteral();
    spans = block.getSourceSpans();
    elements = new HtmlElements(facts);
  }

  void read() {
    facts.prose().boundary();
    HtmlTags.scan(html, this);
    facts.prose().boundary();
  }

  @Override
  public void text(int start, int end) {
    String text = Escapes.decodeReferences(html.substring(start, end));
    if (elements.inAnchor()) {
      elements.labels().append(text);
    }
    if (!elements.inCode()) {
      facts.prose().add(text);
    }
  }

  @Override
  public void startTag(StartTag tag) {
    elements.startTag(tag, sourceIndex(tag.start()));
  }

  @Override
  public void endTag(String name) {
    elements.endTag(name);
  }

  @Override
  public void comment(int start, int end, String content) {
    if (content.contains(DirectiveComments.PREFIX)) {
      facts.comment(content, sourceIndex(start), sourceIndex(end - 1));
    }
  }

  /** The index in the document of a character of the block that is not a line end. */
  private int sourceIndex(int offset) {
    int lineEnd = html.indexOf('\n', lineStart);
    while (lineEnd >= 0 && lineEnd < offset) {
      line++;
      lineStart = lineEnd + 1;
      lineEnd = html.indexOf('\n', lineStart);
    }
    int wanted = spans.get(0).getLineIndex() + line;
    while (span < spans.size() - 1 && spans.get(span).getLineIndex() < wanted) {
      span++;
    }
    SourceSpan found = spans.get(span);
    int behind = (lineEnd < 0 ? html.length() : lineEnd) - offset;
    // Counted from the line's end, as a tab at its start may stand for several spaces.
    return base + found.getInputIndex() + Math.max(0, found.getLength() - behind);
  }
}

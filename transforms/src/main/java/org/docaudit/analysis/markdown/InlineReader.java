package org.docaudit.analysis.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.docaudit.analysis.markdown.FactCollector.LinkDraft;
import org.docaudit.model.LinkSyntax;

/**
 * Reads the inline content of one paragraph, heading or table cell, without recursion.
 *
 * <p>Source text that is not in code, tags, links or images is gathered into runs of one line each,
 * emphasis markers included; bare URLs and MDX comments are looked for in these, undefined
 * references in all of a block's runs together.
 */
final class InlineReader {

  /** A link or image whose end is to come; the draft is null where it does not count. */
  private record Frame(@Nullable LinkDraft draft, int textStart) {}

  private final DocumentContext document;
  private final FactCollector facts;
  private final Node block;
  private final NodeSource nodes;
  private final HtmlElements elements;

  /** A heading's text: no alternative texts of images. Null for other blocks. */
  private final @Nullable StringBuilder heading;

  /** What ends the last text node of a heading and is no text, or null. */
  private final @Nullable HeadingAttributes attributes;

  /** Null where no undefined reference can be. */
  private final @Nullable ReferenceText references;

  private final Deque<Frame> frames = new ArrayDeque<>();
  private int images;
  private int runStart = -1;
  private int runEnd = -1;

  /** The {@code script} or {@code style} whose content this is, or null. */
  private @Nullable String rawText;

  /** Elements for which no end tag follows, so that looking for one stays linear. */
  private @Nullable Set<String> neverClosed;

  /**
   * @param base index in the document that the block's spans count from
   */
  InlineReader(
      DocumentContext document,
      Node block,
      int base,
      @Nullable StringBuilder heading,
      @Nullable HeadingAttributes attributes) {
    this.document = document;
    this.block = block;
    this.heading = heading;
    this.attributes = attributes;
    facts = document.facts();
    nodes = NodeSource.of(block, document.text(), base);
    elements = new HtmlElements(facts);
    boolean pairs = document.bracketPairs().within(nodes.start(block), nodes.end(block));
    references = pairs ? new ReferenceText() : null;
  }

  void read() {
    facts.prose().boundary();
    Node node = block.getFirstChild();
    while (node != null && node != block) {
      enter(node);
      Node next = node.getFirstChild();
      while (next == null && node != block) {
        leave(node);
        next = node.getNext();
        node = next == null ? node.getParent() : node;
      }
      node = next;
    }
    endRun();
    if (references != null) {
      references.report(document.text(), facts);
    }
    facts.prose().boundary();
  }

  private void enter(Node node) {
    if (node instanceof Text text) {
      text(text);
    } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
      lineBreak();
    } else if (node instanceof Emphasis || node instanceof StrongEmphasis) {
      extendRun(nodes.start(node));
    } else if (node instanceof HtmlInline html) {
      endRun();
      standIn(node);
      HtmlTags.scan(html.getLiteral(), new InlineTag(html));
    } else if (node instanceof Code code) {
      endRun();
      standIn(node);
      code(code.getLiteral());
    } else if (node instanceof Image image) {
      enterLink(node, image.getDestination(), LinkSyntax.IMAGE);
      images++;
      facts.prose().boundary();
    } else if (node instanceof Link link) {
      enterLink(node, link.getDestination(), syntax(link));
    }
  }

  private void leave(Node node) {
    if (node instanceof Emphasis || node instanceof StrongEmphasis) {
      extendRun(nodes.end(node));
    } else if (node instanceof Image) {
      images--;
      facts.prose().boundary();
      leaveLink();
    } else if (node instanceof Link) {
      leaveLink();
    }
  }

  private void text(Text node) {
    extendRun(nodes.start(node));
    extendRun(nodes.end(node));
    if (rawText != null) {
      return;
    }
    String literal = node.getLiteral();
    if (attributes != null && node == block.getLastChild()) {
      literal = literal.substring(0, attributes.start());
    }
    literal = Footnotes.withoutMarks(literal, document.footnotes());
    elements.labels().append(literal);
    if (images == 0) {
      if (heading != null) {
        heading.append(literal);
      }
      if (!elements.inCode()) {
        facts.prose().add(literal);
      }
    }
  }

  private void code(String literal) {
    facts.prose().boundary();
    if (rawText == null) {
      elements.labels().append(literal);
      if (heading != null && images == 0) {
        heading.append(literal);
      }
    }
  }

  private void lineBreak() {
    endRun();
    if (references != null) {
      references.append('\n', -1);
    }
    facts.prose().boundary();
    elements.labels().append(' ');
    if (heading != null) {
      heading.append('\n');
    }
  }

  private void enterLink(Node node, String destination, LinkSyntax syntax) {
    endRun();
    standIn(node);
    LinkDraft draft = isShown() ? facts.link(nodes.start(node), destination, syntax) : null;
    frames.push(new Frame(draft, elements.labels().length()));
  }

  private void leaveLink() {
    Frame frame = frames.pop();
    if (frame.draft() != null) {
      facts.linkText(frame.draft(), elements.labels().substring(frame.textStart()));
    }
  }

  /** Of an image's description only the text is shown, of a script nothing. */
  private boolean isShown() {
    return images == 0 && rawText == null;
  }

  /** Only an inline link ends with a parenthesis; only an autolink begins with an angle. */
  private LinkSyntax syntax(Link link) {
    if (document.text().charAt(nodes.start(link)) == '<') {
      return LinkSyntax.AUTOLINK;
    }
    boolean inline = document.text().charAt(nodes.end(link) - 1) == ')';
    return inline ? LinkSyntax.INLINE : LinkSyntax.REFERENCE;
  }

  /** Puts a placeholder where undefined references are looked for. */
  private void standIn(Node node) {
    if (references != null && frames.isEmpty()) {
      references.append(UndefinedReferences.OPAQUE, nodes.start(node));
    }
  }

  private void extendRun(int index) {
    if (frames.isEmpty() && index >= 0) {
      runStart = runStart < 0 ? index : runStart;
      runEnd = Math.max(runEnd, index);
    }
  }

  private void endRun() {
    if (runStart >= 0) {
      if (rawText == null) {
        run(runStart, runEnd);
      }
      runStart = -1;
      runEnd = -1;
    }
  }

  private void run(int start, int end) {
    if (references != null) {
      references.append(document.text(), start, end);
    }
    if (document.bareUrls().within(start, end) && !elements.inAnchor() && !elements.inCode()) {
      BareUrls.scan(
          document.text(),
          start,
          end,
          (from, to, target) -> {
            LinkDraft draft = facts.link(from, target, LinkSyntax.AUTOLINK);
            facts.linkText(draft, Escapes.unescape(document.text().substring(from, to)));
          });
    }
    if (document.mdxComments().within(start, end)) {
      mdxComments(start, end);
    }
  }

  private void mdxComments(int start, int end) {
    String run = document.text().substring(start, end);
    int open = run.indexOf("{/*");
    while (open >= 0) {
      int close = run.indexOf("*/}", open + 3);
      if (close < 0) {
        return;
      }
      facts.comment(run.substring(open + 3, close), start + open, start + close);
      open = run.indexOf("{/*", close);
    }
  }

  /** One tag or comment within the text; the parser gives each in a node of its own. */
  private final class InlineTag implements HtmlTags.Visitor {
    private final HtmlInline node;

    InlineTag(HtmlInline node) {
      this.node = node;
    }

    @Override
    public void text(int start, int end) {}

    @Override
    public void startTag(HtmlTags.StartTag tag) {
      if (!isShown()) {
        return;
      }
      elements.startTag(tag, nodes.start(node));
      if ((tag.name().equals("script") || tag.name().equals("style"))
          && !tag.selfClosing()
          && isClosed(tag.name())) {
        rawText = tag.name();
      }
    }

    @Override
    public void endTag(String name) {
      if (name.equals(rawText)) {
        rawText = null;
      }
      if (isShown()) {
        elements.endTag(name);
      }
    }

    @Override
    public void comment(int start, int end, String content) {
      if (isShown()) {
        facts.comment(content, nodes.start(node), nodes.end(node) - 1);
      }
    }

    /** Without an end tag beside it, a {@code <style>} in prose is a slip, not a style sheet. */
    private boolean isClosed(String name) {
      if (neverClosed != null && neverClosed.contains(name)) {
        return false;
      }
      for (Node later = node.getNext(); later != null; later = later.getNext()) {
        if (later instanceof HtmlInline html
            && html.getLiteral().startsWith("</")
            && Escapes.isNameAt(html.getLiteral(), 2, name)) {
          return true;
        }
      }
      neverClosed = neverClosed == null ? new HashSet<>() : neverClosed;
      neverClosed.add(name);
      return false;
    }
  }
}

package org.docaudit.analysis.markdown;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/** Walks the blocks of a parsed document in the order of the source, without recursion. */
final class DocumentReader {

  private final String text;
  private final int base;
  private final int maxNesting;
  private final FactCollector facts;
  private final Node root;

  DocumentReader(Node root, String text, int base, int maxNesting, FactCollector facts) {
    this.root = root;
    this.text = text;
    this.base = base;
    this.maxNesting = maxNesting;
    this.facts = facts;
  }

  void read() {
    DocumentContext document = DocumentContext.of(text, base, facts, footnotes());
    int rowBase = base;
    for (Node node = root; node != null; node = next(node)) {
      if (node instanceof Paragraph) {
        new InlineReader(document, node, base, null, null).read();
      } else if (node instanceof TableRow row) {
        rowBase = base - NodeSource.tabShift(row, text, base);
      } else if (node instanceof TableCell) {
        new InlineReader(document, node, rowBase, null, null).read();
      } else if (node instanceof Heading heading) {
        heading(document, heading);
      } else if (node instanceof HtmlBlock html) {
        new HtmlBlockReader(document, html).read();
      }
    }
  }

  /** Collects labels, which must be known before any text is read, and checks the nesting. */
  private Set<String> footnotes() {
    Set<String> labels = new HashSet<>();
    int depth = 0;
    Node node = root;
    while (node != null) {
      depth += isContainer(node) ? 1 : 0;
      if (depth > maxNesting) {
        List<SourceSpan> spans = node.getSourceSpans();
        throw new TooComplexException(
            "nested block quotes and lists", spans.isEmpty() ? -1 : spans.get(0).getInputIndex());
      }
      if (node instanceof Footnotes.Definition definition) {
        labels.add(Footnotes.normalize(definition.label()));
      }
      Node next = isLeaf(node) ? null : node.getFirstChild();
      while (next == null && node != null) {
        depth -= isContainer(node) ? 1 : 0;
        next = node == root ? null : node.getNext();
        node = next == null ? node.getParent() : node;
      }
      node = next;
    }
    return labels;
  }

  private @Nullable Node next(Node node) {
    if (!isLeaf(node) && node.getFirstChild() != null) {
      return node.getFirstChild();
    }
    Node current = node;
    while (current != null && current.getNext() == null) {
      current = current.getParent();
    }
    return current == null ? null : current.getNext();
  }

  private void heading(DocumentContext document, Heading heading) {
    HeadingAttributes attributes = attributes(heading);
    StringBuilder written = new StringBuilder();
    new InlineReader(document, heading, base, written, attributes).read();
    String id = attributes == null ? null : VisibleText.wellFormed(attributes.id());
    facts.heading(heading.getLevel(), written, id, start(heading));
  }

  private @Nullable HeadingAttributes attributes(Heading heading) {
    if (!(heading.getLastChild() instanceof Text last) || last.getSourceSpans().isEmpty()) {
      return null;
    }
    HeadingAttributes attributes = HeadingAttributes.atEndOf(last.getLiteral());
    if (attributes == null) {
      return null;
    }
    // Escapes or references within the block, or before its brace, make it plain text.
    NodeSource nodes = NodeSource.of(heading, text, base);
    String written = text.substring(nodes.start(last), nodes.end(last)).stripTrailing();
    String block = last.getLiteral().substring(attributes.start()).stripTrailing();
    int brace = written.length() - block.length();
    boolean plain = brace >= 0 && written.endsWith(block);
    return plain && (brace == 0 || written.charAt(brace - 1) != '\\') ? attributes : null;
  }

  /** Index of a heading's first character that is no white space. */
  private int start(Heading heading) {
    int index = base + heading.getSourceSpans().get(0).getInputIndex();
    while (index < text.length() && (text.charAt(index) == ' ' || text.charAt(index) == '\t')) {
      index++;
    }
    return index;
  }

  private static boolean isLeaf(Node node) {
    return node instanceof Paragraph || node instanceof Heading || node instanceof TableCell;
  }

  private static boolean isContainer(Node node) {
    return node instanceof BlockQuote
        || node instanceof ListItem
        || node instanceof Footnotes.Definition;
  }
}

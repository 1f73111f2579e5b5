package org.docaudit.analysis.markdown;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * Where the nodes of one block stand in the document's text.
 *
 * <p>The parser counts a table cell's characters after it has taken the backslash from each {@code
 * \|}, so behind one its spans lie too far left; this puts them right. Where a container has taken
 * a part of the tab that a row begins with, it counts the rest as spaces, and the spans of the row's
 * cells lie too far right; {@link #tabShift} says by how much.
 */
final class NodeSource {

  private final int base;

  /** Uncorrected indices of the escaped pipes, ascending. */
  private final int[] escapedPipes;

  private NodeSource(int base, int[] escapedPipes) {
    this.base = base;
    this.escapedPipes = escapedPipes;
  }

  /**
   * @param text the whole document
   * @param base index of the first character that was given to the parser
   */
  static NodeSource of(Node block, String text, int base) {
    List<SourceSpan> spans = block.getSourceSpans();
    if (!(block instanceof TableCell) || spans.isEmpty()) {
      return new NodeSource(base, new int[0]);
    }
    int start = base + spans.get(0).getInputIndex();
    int end = start + spans.get(0).getLength();
    IntStream.Builder pipes = IntStream.builder();
    int removed = 0;
    for (int i = start; i + 1 < end; i++) {
      if (text.charAt(i) == '\\' && text.charAt(i + 1) == '|') {
        pipes.add(i - removed);
        removed++;
        i++;
      }
    }
    return new NodeSource(base, pipes.build().toArray());
  }

  /**
   * How far right of its place the parser puts everything in a row; to be taken from the base.
   *
   * @param text the whole document
   * @param base index of the first character that was given to the parser
   */
  static int tabShift(TableRow row, String text, int base) {
    List<SourceSpan> spans = row.getSourceSpans();
    int index = spans.isEmpty() ? text.length() : base + spans.get(0).getInputIndex();
    if (index >= text.length() || text.charAt(index) != '\t') {
      return 0;
    }
    while (text.charAt(index) == '\t' || text.charAt(index) == ' ') {
      index++;
    }
    index += text.charAt(index) == '|' ? 1 : 0;
    Node cell = row.getFirstChild();
    // Empty cells have no spans.
    while (cell != null && cell.getSourceSpans().isEmpty()) {
      cell = cell.getNext();
      index = nextCell(text, index);
    }
    return cell == null ? 0 : base + cell.getSourceSpans().get(0).getInputIndex() - index;
  }

  /** Index behind the pipe that ends the cell that begins here. */
  private static int nextCell(String text, int start) {
    int index = start;
    while (index < text.length() && text.charAt(index) != '|') {
      index += text.startsWith("\\|", index) ? 2 : 1;
    }
    return index + 1;
  }

  /** Index of the node's first character, or -1 where the parser tells none. */
  int start(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? -1 : correct(base + spans.get(0).getInputIndex());
  }

  /** Index behind the node's last character, or -1. */
  int end(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (spans.isEmpty()) {
      return -1;
    }
    SourceSpan last = spans.get(spans.size() - 1);
    return correct(base + last.getInputIndex() + last.getLength());
  }

  private int correct(int index) {
    if (escapedPipes.length == 0) {
      return index;
    }
    int found = Arrays.binarySearch(escapedPipes, index);
    return index + (found >= 0 ? found : -found - 1);
  }
}

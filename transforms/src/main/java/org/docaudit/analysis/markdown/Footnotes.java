package org.docaudit.analysis.markdown;

import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.docaudit.analysis.text.UnicodeTables;

/**
 * GFM footnotes: definitions are containers, so that {@code [^1]: …} defines no link and links
 * within it are found; marks such as {@code [^1]} stay text for the parser and are taken out of
 * what a reader sees here.
 *
 * <p>Written for this project because commonmark-ext-footnotes 0.24 does not run on the parser's
 * 0.32 ({@code LinkInfo.text()} is gone) and turns a link around a mark into text, which GitHub
 * does not.
 */
final class Footnotes {

  /** A definition; its blocks are its children. */
  static final class Definition extends CustomBlock {
    private final String label;

    Definition(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /** Starts a definition: {@code [^label]:}, indented by three columns at most. */
  static final class Factory extends AbstractBlockParserFactory {
    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      CharSequence line = state.getLine().getContent();
      int open = state.getNextNonSpaceIndex();
      if (state.getIndent() >= 4 || line.charAt(open) != '[') {
        return BlockStart.none();
      }
      int close = labelEnd(line, open);
      if (close < 0 || close + 1 >= line.length() || line.charAt(close + 1) != ':') {
        return BlockStart.none();
      }
      String label = line.subSequence(open + 2, close).toString();
      return BlockStart.of(new DefinitionParser(new Definition(label))).atIndex(close + 2);
    }
  }

  private static final class DefinitionParser extends AbstractBlockParser {
    private final Definition block;

    DefinitionParser(Definition block) {
      this.block = block;
    }

    @Override
    public Block getBlock() {
      return block;
    }

    @Override
    public boolean isContainer() {
      return true;
    }

    @Override
    public boolean canContain(Block child) {
      return true;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      if (state.isBlank()) {
        return block.getFirstChild() == null
            ? BlockContinue.none()
            : BlockContinue.atIndex(state.getNextNonSpaceIndex());
      }
      return state.getIndent() >= 4
          ? BlockContinue.atColumn(state.getColumn() + 4)
          : BlockContinue.none();
    }
  }

  private Footnotes() {}

  /** Labels are compared without regard to case. */
  static String normalize(String label) {
    return label
        .codePoints()
        .map(UnicodeTables::foldCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /**
   * The text without the marks of footnotes that are defined.
   *
   * @param defined normalized labels
   */
  static String withoutMarks(String text, Set<String> defined) {
    if (defined.isEmpty() || !text.contains("[^")) {
      return text;
    }
    StringBuilder rest = new StringBuilder(text.length());
    int copied = 0;
    int open = text.indexOf("[^");
    while (open >= 0) {
      int close = labelEnd(text, open);
      if (close > 0 && defined.contains(normalize(text.substring(open + 2, close)))) {
        rest.append(text, copied, open);
        copied = close + 1;
      }
      open = text.indexOf("[^", Math.max(open + 2, close));
    }
    return rest.append(text, copied, text.length()).toString();
  }

  /** Index of the bracket that ends the label that begins with {@code [^} here, or -1. */
  private static int labelEnd(CharSequence text, int open) {
    if (open + 1 >= text.length() || text.charAt(open + 1) != '^') {
      return -1;
    }
    for (int i = open + 2; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case ']' -> {
          return i > open + 2 ? i : -1;
        }
        case ' ', '\t', '[', '\0' -> {
          return -1;
        }
        default -> {}
      }
    }
    return -1;
  }
}

package org.docaudit.analysis.frontmatter;

import org.docaudit.analysis.text.SourceText;
import org.docaudit.model.FrontmatterFormat;

/**
 * Finds the frontmatter of a document, without parsing it.
 *
 * <p>YAML stands between a first line {@code ---} and the next line {@code ---} or {@code ...},
 * TOML between lines {@code +++}; spaces and tabs may follow a delimiter, nothing may precede it.
 * JSON (as in Hugo) is an object that begins with the document's first character.
 *
 * <p>What only looks like frontmatter is Markdown:
 *
 * <ul>
 *   <li>a first line {@code ---} that a blank line follows is a thematic break (Pandoc's rule),
 *       unless what follows the blank lines looks like a field; so is one that a heading follows (a
 *       comment in YAML), unless a field comes next;
 *   <li>an opening line that no closing one follows opens frontmatter that is unterminated only
 *       where the lines up to the next blank one look like fields;
 *   <li>a first <code>{</code> opens JSON only where a quoted name and a colon follow, or where
 *       <code>{}</code> is all of the line, so templates, MDX expressions and attribute lists do
 *       not.
 * </ul>
 *
 * <p>Linear in the document; a document that begins with none of the delimiters costs nothing.
 */
public final class FrontmatterScanner {

  private FrontmatterScanner() {}

  /** The frontmatter of a document, with format NONE where there is none. Never throws. */
  public static FrontmatterBlock scan(SourceText source) {
    String text = source.text();
    if (text.isEmpty()) {
      return FrontmatterBlock.NONE;
    }
    return switch (text.charAt(0)) {
      case '-' -> scanLines(source, FrontmatterFormat.YAML);
      case '+' -> scanLines(source, FrontmatterFormat.TOML);
      case '{' -> JsonExtent.scan(source);
      default -> FrontmatterBlock.NONE;
    };
  }

  private static FrontmatterBlock scanLines(SourceText source, FrontmatterFormat format) {
    String text = source.text();
    int lastLine = source.lineOf(text.length());
    char mark = text.charAt(0);
    if (lastLine == 1 || !isDelimiter(text, 0, mark)) {
      return FrontmatterBlock.NONE;
    }
    int start = source.lineStart(2);
    for (int line = 2; line <= lastLine; line++) {
      int at = source.lineStart(line);
      if (isDelimiter(text, at, mark) || (mark == '-' && isDelimiter(text, at, '.'))) {
        if (mark == '-' && !FieldShape.opensYaml(text, start, at)) {
          return FrontmatterBlock.NONE;
        }
        int body = line < lastLine ? source.lineStart(line + 1) : text.length();
        return FrontmatterBlock.terminated(format, start, at, body);
      }
    }
    return FieldShape.looksUnterminated(text, start, format)
        ? FrontmatterBlock.unterminated(format, start, text.length())
        : FrontmatterBlock.NONE;
  }

  /** Whether a line consists of the character three times, then spaces or tabs only. */
  private static boolean isDelimiter(String text, int lineStart, char mark) {
    if (lineStart + 3 > text.length()) {
      return false;
    }
    for (int i = lineStart; i < lineStart + 3; i++) {
      if (text.charAt(i) != mark) {
        return false;
      }
    }
    int end = FieldShape.skipBlanks(text, lineStart + 3);
    return end == text.length() || FieldShape.isLineEnd(text.charAt(end));
  }
}

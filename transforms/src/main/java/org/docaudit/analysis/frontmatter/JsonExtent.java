package org.docaudit.analysis.frontmatter;

import org.docaudit.analysis.text.SourceText;
import org.docaudit.model.FrontmatterFormat;

/**
 * Where an object that begins with the document's first character ends: at its matching brace.
 * Braces in strings do not count; a string ends at a line end at the latest, so that a forgotten
 * quote does not swallow the document.
 */
final class JsonExtent {

  private JsonExtent() {}

  static FrontmatterBlock scan(SourceText source) {
    String text = source.text();
    boolean empty = isEmptyObject(text);
    if (!empty && !beginsWithField(text)) {
      return FrontmatterBlock.NONE;
    }
    int end = end(text);
    if (end < 0) {
      return FrontmatterBlock.unterminated(FrontmatterFormat.JSON, 0, text.length());
    }
    int body = FieldShape.skipBlanks(text, end);
    if (body == text.length() || FieldShape.isLineEnd(text.charAt(body))) {
      body = body == text.length() ? body : FieldShape.skipLineEnd(text, body);
      return FrontmatterBlock.terminated(FrontmatterFormat.JSON, 0, end, body);
    }
    // {} within a line of prose is prose; a real field is not, whatever follows the object.
    return empty
        ? FrontmatterBlock.NONE
        : FrontmatterBlock.terminated(FrontmatterFormat.JSON, 0, end, end);
  }

  private static boolean isEmptyObject(String text) {
    int at = skipSpace(text, 1);
    return at < text.length() && text.charAt(at) == '}';
  }

  private static boolean beginsWithField(String text) {
    int at = skipSpace(text, 1);
    if (at == text.length() || text.charAt(at) != '"') {
      return false;
    }
    at = skipSpace(text, skipString(text, at));
    return at < text.length() && text.charAt(at) == ':';
  }

  /** The index behind the matching brace, or -1. */
  private static int end(String text) {
    int depth = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        at = skipString(text, at);
        continue;
      }
      at++;
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return at;
      }
    }
    return -1;
  }

  private static int skipString(String text, int quote) {
    int at = quote + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        return at + 1;
      }
      if (FieldShape.isLineEnd(c)) {
        return at;
      }
      boolean escape = c == '\\' && at + 1 < text.length();
      at += escape && !FieldShape.isLineEnd(text.charAt(at + 1)) ? 2 : 1;
    }
    return at;
  }

  private static int skipSpace(String text, int index) {
    int at = index;
    while (at < text.length()
        && (FieldShape.isBlank(text.charAt(at)) || FieldShape.isLineEnd(text.charAt(at)))) {
      at++;
    }
    return at;
  }
}

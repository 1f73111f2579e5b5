package org.docaudit.analysis.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Scans raw HTML into tags, comments and text, as forgiving as a browser (HTML standard, section
 * 13.2.5) where CommonMark leaves HTML alone.
 *
 * <ul>
 *   <li>Names of elements and attributes are given in lower case, values with character references
 *       resolved.
 *   <li>A value in braces is a JSX expression: it ends at the matching brace and is no value.
 *   <li>What stands in {@code script}, {@code style} and {@code textarea} is neither tag nor text.
 *   <li>A tag, comment, declaration or instruction without its end swallows the rest.
 * </ul>
 *
 * Linear; for one scan by one thread.
 */
final class HtmlTags {

  /** Receives what a scan finds, in order. Offsets are into the scanned text. */
  interface Visitor {
    void text(int start, int end);

    void startTag(StartTag tag);

    void endTag(String name);

    void comment(int start, int end, String content);
  }

  /**
   * @param value resolved; null where there is none or where it is a JSX expression
   */
  record Attribute(String name, @Nullable String value) {}

  record StartTag(String name, List<Attribute> attributes, boolean selfClosing, int start) {

    /** The first value of this attribute, or null. */
    @Nullable String value(String attribute) {
      for (Attribute candidate : attributes) {
        if (candidate.name().equals(attribute)) {
          return candidate.value();
        }
      }
      return null;
    }
  }

  static final Set<String> RAW_TEXT_ELEMENTS = Set.of("script", "style", "textarea");

  private final String html;
  private final Visitor visitor;
  private int index;
  private int textStart;

  /** Set once no brace closes what is left, so that looking for one stays linear. */
  private boolean bracesUnbalanced;

  private HtmlTags(String html, Visitor visitor) {
    this.html = html;
    this.visitor = visitor;
  }

  static void scan(String html, Visitor visitor) {
    new HtmlTags(html, visitor).scan();
  }

  private void scan() {
    while (index < html.length()) {
      int open = html.indexOf('<', index);
      if (open < 0 || open + 1 >= html.length()) {
        break;
      }
      char next = html.charAt(open + 1);
      index = open + 1;
      if (Escapes.isAsciiLetter(next)) {
        flushText(open);
        startTag(open);
      } else if (next == '/') {
        flushText(open);
        endTag(open);
      } else if (html.startsWith("!--", index)) {
        flushText(open);
        comment(open);
      } else if (html.startsWith("![CDATA[", index)) {
        skipTo(open, "]]>");
      } else if (next == '?') {
        skipTo(open, "?>");
      } else if (next == '!') {
        skipTo(open, ">");
      }
    }
    flushText(html.length());
  }

  private void flushText(int end) {
    if (end > textStart) {
      visitor.text(textStart, end);
    }
    textStart = end;
  }

  /** Goes on behind this position; what was skipped is not text. */
  private void resume(int end) {
    index = end;
    textStart = end;
  }

  private void skipTo(int open, String terminator) {
    flushText(open);
    int end = html.indexOf(terminator, index);
    resume(end < 0 ? html.length() : end + terminator.length());
  }

  private void comment(int open) {
    int content = open + 4;
    if (html.startsWith(">", content) || html.startsWith("->", content)) {
      resume(html.indexOf('>', content) + 1);
      return;
    }
    int end = html.indexOf("-->", content);
    if (end < 0) {
      resume(html.length());
      return;
    }
    resume(end + 3);
    visitor.comment(open, end + 3, html.substring(content, end));
  }

  private void endTag(int open) {
    int nameEnd = nameEnd(open + 2);
    int end = html.indexOf('>', nameEnd);
    resume(end < 0 ? html.length() : end + 1);
    if (end >= 0 && nameEnd > open + 2) {
      visitor.endTag(lower(open + 2, nameEnd));
    }
  }

  private void startTag(int open) {
    int nameEnd = nameEnd(open + 1);
    String name = lower(open + 1, nameEnd);
    index = nameEnd;
    List<Attribute> attributes = new ArrayList<>();
    while (true) {
      skipWhile(true);
      if (index >= html.length()) {
        resume(index);
        return;
      }
      if (html.charAt(index) == '>') {
        break;
      }
      attributes.add(attribute());
    }
    boolean selfClosing = html.charAt(index - 1) == '/';
    resume(index + 1);
    visitor.startTag(new StartTag(name, attributes, selfClosing, open));
    if (RAW_TEXT_ELEMENTS.contains(name) && !selfClosing) {
      resume(rawTextEnd(name));
    }
  }

  private Attribute attribute() {
    int start = index;
    // As in the standard, a name may begin with =, so that each turn consumes something.
    index++;
    while (index < html.length() && !isSpace(html.charAt(index)) && !ends("/>=")) {
      index++;
    }
    String name = lower(start, index);
    skipWhile(false);
    if (index >= html.length() || html.charAt(index) != '=') {
      return new Attribute(name, null);
    }
    index++;
    skipWhile(false);
    if (index >= html.length()) {
      return new Attribute(name, null);
    }
    return new Attribute(name, value());
  }

  private @Nullable String value() {
    char quote = html.charAt(index);
    if (quote == '"' || quote == '\'') {
      int end = html.indexOf(quote, index + 1);
      String value = end < 0 ? null : html.substring(index + 1, end);
      index = end < 0 ? html.length() : end + 1;
      return value == null ? null : Escapes.decodeReferences(value);
    }
    if (quote == '{') {
      int end = matchingBrace(index);
      if (end >= 0) {
        index = end + 1;
        return null;
      }
    }
    int start = index;
    while (index < html.length() && !isSpace(html.charAt(index)) && html.charAt(index) != '>') {
      index++;
    }
    // In <a href=x/> the slash belongs to the value by the standard, but never to the link meant.
    int end = index;
    if (end - 1 > start && ends(">") && html.charAt(end - 1) == '/' && html.charAt(start) != '/') {
      end--;
    }
    return quote == '{' ? null : Escapes.decodeReferences(html.substring(start, end));
  }

  private int matchingBrace(int open) {
    if (bracesUnbalanced) {
      return -1;
    }
    int depth = 0;
    for (int i = open; i < html.length(); i++) {
      char c = html.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    bracesUnbalanced = true;
    return -1;
  }

  private int rawTextEnd(String name) {
    int from = index;
    while (true) {
      int close = html.indexOf("</", from);
      if (close < 0) {
        return html.length();
      }
      if (Escapes.isNameAt(html, close + 2, name)) {
        return close;
      }
      from = close + 2;
    }
  }

  private int nameEnd(int from) {
    int end = from;
    while (end < html.length()
        && !isSpace(html.charAt(end))
        && html.charAt(end) != '>'
        && html.charAt(end) != '/') {
      end++;
    }
    return end;
  }

  private void skipWhile(boolean slashes) {
    while (index < html.length()
        && (isSpace(html.charAt(index)) || (slashes && html.charAt(index) == '/'))) {
      index++;
    }
  }

  private boolean ends(String characters) {
    return index < html.length() && characters.indexOf(html.charAt(index)) >= 0;
  }

  private String lower(int start, int end) {
    return Escapes.lowerAscii(html.substring(start, end));
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }
}

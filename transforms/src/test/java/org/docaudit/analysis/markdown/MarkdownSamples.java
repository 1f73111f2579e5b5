package org.docaudit.analysis.markdown;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.docaudit.analysis.Limits;
import org.docaudit.analysis.text.SourceText;

/** Parses texts as a document of a corpus would be. */
final class MarkdownSamples {

  private MarkdownSamples() {}

  static MarkdownFacts parse(String text) {
    return parse(text, 0);
  }

  static MarkdownFacts parse(String text, int bodyStart) {
    SourceText source = SourceText.decode(text.getBytes(UTF_8));
    return new MarkdownParser().parse(source, bodyStart, Limits.DEFAULT);
  }

  /** Each link as {@code line:column SYNTAX text -> target}. */
  static List<String> links(String text) {
    return parse(text).links().stream().map(MarkdownSamples::show).toList();
  }

  static String show(ParsedLink link) {
    return link.position().line()
        + ":"
        + link.position().column()
        + " "
        + link.syntax()
        + " "
        + link.text()
        + " -> "
        + link.target();
  }

  static List<String> targets(String text) {
    return parse(text).links().stream().map(ParsedLink::target).toList();
  }

  /** Each heading as {@code line:column level text #id}. */
  static List<String> headings(String text) {
    return parse(text).headings().stream()
        .map(
            heading ->
                heading.position().line()
                    + ":"
                    + heading.position().column()
                    + " h"
                    + heading.level()
                    + " "
                    + heading.text()
                    + (heading.explicitId() == null ? "" : " #" + heading.explicitId()))
        .toList();
  }

  /** Each undefined reference as {@code line:column label}. */
  static List<String> undefined(String text) {
    return parse(text).undefinedReferences().stream()
        .map(
            found ->
                found.position().line() + ":" + found.position().column() + " " + found.label())
        .toList();
  }
}

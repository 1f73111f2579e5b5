package org.docaudit.analysis.frontmatter;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.Position;

/** SnakeYAML's problems in words that say what to do. */
final class YamlProblem {

  private YamlProblem() {}

  /**
   * A problem of the scanner or the parser.
   *
   * @param rest the line from the problem on
   */
  static FrontmatterException at(
      Position at, @Nullable String context, @Nullable String problem, String rest) {
    String message = describe(context == null ? "" : context, problem == null ? "" : problem, rest);
    return FrontmatterException.syntax(at.line(), at.column(), message);
  }

  /** A character that YAML does not admit, such as a control character. */
  static FrontmatterException character(Position at, int codePoint) {
    String name = String.format("U+%04X", codePoint);
    return FrontmatterException.syntax(
        at.line(), at.column(), "the character " + name + " is not allowed in YAML");
  }

  private static String describe(String context, String problem, String rest) {
    if (problem.startsWith("found character")) {
      return rest.startsWith("\t")
          ? "a tab cannot indent YAML; use spaces"
          : "a plain value cannot begin with `" + first(rest) + "`; quote the value";
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return "a second `: ` or a key is not allowed here; quote a value that holds a colon, or"
          + " check the indentation";
    }
    if (problem.startsWith("could not find expected ':'")) {
      return "the line before has no `:` after its key";
    }
    if (problem.startsWith("expected <block end>")) {
      return problem.contains("<scalar>")
          ? "text after the end of the value; quote the whole value, or check the indentation"
          : "the indentation fits no line above";
    }
    if (context.startsWith("while scanning a quoted scalar")
        || problem.startsWith("found unexpected end of stream")) {
      return "a quoted value has no closing quote";
    }
    if (problem.startsWith("found unknown escape character")) {
      return "unknown escape in a double-quoted value; write `\\\\` for a backslash, or use single"
          + " quotes";
    }
    if (context.startsWith("while scanning an alias")) {
      return "`*` begins an alias; quote the value if it is text";
    }
    if (context.startsWith("while scanning an anchor")) {
      return "`&` begins an anchor; quote the value if it is text";
    }
    if (context.startsWith("while scanning a tag")) {
      return "`!` begins a tag; quote the value if it is text";
    }
    if (problem.startsWith("sequence entries are not allowed")) {
      return "a list item (`- `) is not allowed here; begin it on a line of its own";
    }
    if (problem.contains("<document start>")) {
      return "text after the end of the document";
    }
    String line = Excerpt.of(problem.strip());
    return line.isEmpty() ? "not valid YAML" : line;
  }

  private static String first(String text) {
    return text.isEmpty() ? "" : Character.toString(text.codePointAt(0));
  }
}

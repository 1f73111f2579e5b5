package org.docaudit.analysis.frontmatter;

import org.docaudit.analysis.Position;

/**
 * SnakeYAML's problems in words that say what to do.
 *
 * @param context what was being parsed
 * @param at where the parser gave up
 * @param rest the line from there on
 */
record YamlProblem(String context, String problem, Position at, String rest) {

  /**
   * The problem where an author should look: most often where the parser gave up, but at the
   * beginning of what has no end.
   *
   * @param begin where that began which was being parsed
   */
  FrontmatterException toException(Position begin) {
    if (problem.startsWith("could not find expected ':'")) {
      return syntax(begin, "this line is neither a field nor belongs to the one above; no `:`");
    }
    if (context.startsWith("while scanning a quoted scalar")
        || problem.startsWith("found unexpected end of stream")) {
      return syntax(begin, "the quoted value that begins here has no closing quote");
    }
    if (context.startsWith("while parsing a flow")) {
      String bracket = context.contains("mapping") ? "}" : "]";
      return syntax(at, "expected `,` or `" + bracket + "` of what begins on line " + begin.line());
    }
    return syntax(at, describe());
  }

  /** A character that YAML does not admit, such as a control character. */
  static FrontmatterException character(Position at, int codePoint) {
    String name = String.format("U+%04X", codePoint);
    return syntax(at, "the character " + name + " is not allowed in YAML");
  }

  /** A directive, or a second document. */
  static FrontmatterException directive(int line, int column) {
    return FrontmatterException.syntax(
        line, column, "frontmatter is one YAML document, without directives or another `---`");
  }

  static FrontmatterException directive(Position at) {
    return directive(at.line(), at.column());
  }

  private static FrontmatterException syntax(Position at, String message) {
    return FrontmatterException.syntax(at.line(), at.column(), message);
  }

  private String describe() {
    if (problem.startsWith("found character")) {
      return rest.startsWith("\t")
          ? "a tab cannot indent YAML; use spaces"
          : "a plain value cannot begin with `" + first() + "`; quote the value";
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return "a second `: ` or a key is not allowed here; quote a value that holds a colon, or"
          + " check the indentation";
    }
    if (problem.startsWith("expected <block end>")) {
      return problem.contains("<scalar>")
          ? "text after the end of the value; quote the whole value, or check the indentation"
          : "the indentation fits no line above";
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
    if (context.startsWith("while scanning a tag") || problem.contains("undefined tag handle")) {
      return "`!` begins a tag; quote the value if it is text";
    }
    if (problem.startsWith("sequence entries are not allowed")) {
      return "a list item (`- `) is not allowed here; begin it on a line of its own";
    }
    if (problem.startsWith("expected a comment or a line break")) {
      return "text after `|` or `>` must begin on the next line; quote the value if it is text";
    }
    if (problem.contains("<document start>")) {
      return "indented less than the fields above, or text after the end of the document";
    }
    String line = Excerpt.ofMessage(problem.strip());
    return line.isEmpty() ? "not valid YAML" : line;
  }

  private String first() {
    return rest.isEmpty() ? "" : Character.toString(rest.codePointAt(0));
  }
}

package org.docaudit.analysis.frontmatter;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Jackson's problems in words that say what to do, at the character that is wrong. */
final class JsonProblem {
  private static final String TOKEN = "Unrecognized token '";
  private static final String CHARACTER = "Unexpected character (";

  private JsonProblem() {}

  /** Where the problem is in the content, as a char index. */
  static int index(JsonProcessingException e, String content) {
    long offset = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getCharOffset());
    int index = (int) Math.min(offset, content.length());
    String problem = String.valueOf(e.getOriginalMessage());
    if (problem.startsWith(TOKEN)) {
      // Jackson points behind the token.
      int end = problem.indexOf('\'', TOKEN.length());
      int start = index - Math.max(0, end - TOKEN.length());
      boolean found =
          end > 0
              && start >= 0
              && content.startsWith(problem.substring(TOKEN.length(), end), start);
      return found ? start : index;
    }
    return index;
  }

  static String describe(JsonProcessingException e) {
    String problem = String.valueOf(e.getOriginalMessage());
    if (problem.startsWith(TOKEN)) {
      return "not a value of JSON; text must stand in double quotes";
    }
    if (problem.contains("double-quote to start field name")) {
      return problem.startsWith(CHARACTER + "'}'")
          ? "no comma may stand before `}`"
          : "a field's name must stand in double quotes";
    }
    if (problem.contains("comma to separate")) {
      return "a comma is missing";
    }
    if (problem.contains("a colon to separate")) {
      return "a colon is missing behind the field's name";
    }
    if (problem.startsWith("Illegal unquoted character")) {
      return "a line end or control character in a string; a closing quote may be missing";
    }
    if (problem.startsWith("Unexpected end-of-input")) {
      return "the object is not complete";
    }
    if (problem.startsWith("Unrecognized character escape")) {
      return "unknown escape in a string; write `\\\\` for a backslash";
    }
    if (problem.startsWith(CHARACTER) && problem.contains("expected a val")) {
      return "a value is missing or not one of JSON; text must stand in double quotes";
    }
    if (problem.startsWith("Unexpected close marker")) {
      return "a bracket that closes nothing here";
    }
    int end = problem.indexOf('\n');
    return Excerpt.ofMessage(end < 0 ? problem : problem.substring(0, end));
  }
}

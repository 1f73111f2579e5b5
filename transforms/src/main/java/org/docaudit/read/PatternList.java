package org.docaudit.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Patterns in the order in which they are written; the last that matches decides. Immutable. */
final class PatternList {
  static final PatternList EMPTY = new PatternList(List.of());

  private final GlobPattern[] patterns;

  private PatternList(List<GlobPattern> patterns) {
    this.patterns = patterns.toArray(new GlobPattern[0]);
  }

  /** Patterns from the command line: no comments, nothing trimmed. */
  static PatternList ofOption(String option, List<String> texts, SkipReason reason) {
    List<GlobPattern> patterns = new ArrayList<>();
    for (String text : texts) {
      GlobPattern.parse(text, new Skip(reason, option + " " + text)).ifPresent(patterns::add);
    }
    return new PatternList(patterns);
  }

  /**
   * The patterns of an ignore file.
   *
   * @param source the file's path for people
   */
  static PatternList ofFile(String source, byte[] content, SkipReason reason) {
    String text = new String(content, StandardCharsets.UTF_8);
    List<GlobPattern> patterns = new ArrayList<>();
    int line = 0;
    for (int start = text.startsWith("\uFEFF") ? 1 : 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      String pattern = trim(text.substring(start, end));
      line++;
      if (!pattern.isEmpty() && !pattern.startsWith("#")) {
        Skip skip = new Skip(reason, source + ":" + line + ": " + pattern);
        GlobPattern.parse(pattern, skip).ifPresent(patterns::add);
      }
      start = end + 1;
    }
    return patterns.isEmpty() ? EMPTY : new PatternList(patterns);
  }

  /** Without a carriage return, then without spaces that no backslash escapes, at the end. */
  private static String trim(String line) {
    int length = line.endsWith("\r") ? line.length() - 1 : line.length();
    int end = 0;
    for (int i = 0; i < length; i++) {
      char c = line.charAt(i);
      if (c == '\\') {
        i++;
      }
      if (c != ' ') {
        end = Math.min(i + 1, length);
      }
    }
    return line.substring(0, end);
  }

  boolean isEmpty() {
    return patterns.length == 0;
  }

  /** The pattern that decides, or null where none matches; see {@link GlobPattern#matches}. */
  @Nullable GlobPattern lastMatch(String path, int base, int name, boolean folder) {
    for (int i = patterns.length - 1; i >= 0; i--) {
      if (patterns[i].matches(path, base, name, folder)) {
        return patterns[i];
      }
    }
    return null;
  }
}

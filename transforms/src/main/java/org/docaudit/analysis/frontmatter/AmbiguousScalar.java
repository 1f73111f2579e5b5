package org.docaudit.analysis.frontmatter;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Finding;
import org.docaudit.model.Rule;

/**
 * Plain scalars, as key or value, that YAML 1.1 and YAML 1.2 read as different values. Both
 * versions are in use: Psych (Jekyll), PyYAML and go-yaml (Hugo) follow 1.1 in this or that, the
 * readers of most JavaScript generators 1.2. Decided by reading the scalar both ways, so what both
 * read alike ({@code 00}, {@code 1.}, {@code true}) is never a finding; dates are none either, nor
 * are {@code y} and {@code n} as keys: only go-yaml 2 takes them for booleans, and as a key of text
 * not even that one does; coordinates are common.
 */
final class AmbiguousScalar {
  private AmbiguousScalar() {}

  /** The finding, or null where both versions agree. */
  static @Nullable Finding check(String text, boolean key, int line, int column) {
    if (key && text.length() == 1 && "yYnN".contains(text)) {
      return null;
    }
    if (text.equals("<<")) {
      String message =
          "YAML 1.1 merges the value of `<<` into this mapping, YAML 1.2 has a key of that name;"
              + " write the fields out";
      return finding(text, line, column, message, null);
    }
    if (text.equals("=")) {
      String message = "YAML 1.1 reads `=` as a default value, YAML 1.2 as text; quote it";
      return finding(text, line, column, message, "\"=\"");
    }
    ScalarValue old = Yaml11Schema.read(text);
    ScalarValue core = CoreSchema.read(text);
    if (old.equals(core)) {
      return null;
    }
    String message =
        "YAML 1.1 reads `"
            + Excerpt.of(text)
            + "` as "
            + old.description()
            + ", YAML 1.2 as "
            + core.description()
            + "; quote it if it is text";
    return finding(text, line, column, message, "\"" + text + "\"");
  }

  private static Finding finding(
      String text, int line, int column, String message, @Nullable String suggestion) {
    return new Finding(Rule.FRONTMATTER_AMBIGUOUS_SCALAR, line, column, message, text, suggestion);
  }
}

package org.docaudit.analysis.frontmatter;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Finding;
import org.docaudit.model.Rule;

/** Frontmatter that cannot be read any further; carries the finding that says so. */
final class FrontmatterException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Finding finding;

  private FrontmatterException(Finding finding) {
    super(finding.message(), null, false, false);
    this.finding = finding;
  }

  static FrontmatterException syntax(int line, int column, String message) {
    return syntax(line, column, message, null);
  }

  static FrontmatterException syntax(
      int line, int column, String message, @Nullable String target) {
    return new FrontmatterException(
        new Finding(Rule.FRONTMATTER_SYNTAX, line, column, message, target, null));
  }

  static FrontmatterException duplicateKey(int line, int column, String message, String key) {
    return new FrontmatterException(
        new Finding(Rule.FRONTMATTER_DUPLICATE_KEY, line, column, message, key, null));
  }

  static FrontmatterException tooComplex(int line, int column, String message) {
    return new FrontmatterException(
        new Finding(Rule.FRONTMATTER_TOO_COMPLEX, line, column, message, null, null));
  }

  Finding finding() {
    return finding;
  }
}

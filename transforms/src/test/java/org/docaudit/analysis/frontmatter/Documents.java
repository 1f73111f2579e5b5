package org.docaudit.analysis.frontmatter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.docaudit.analysis.Limits;
import org.docaudit.analysis.text.SourceText;
import org.docaudit.model.Finding;

/** Documents as tests write them, and results as tests expect them. */
final class Documents {

  private Documents() {}

  static SourceText source(String text) {
    return SourceText.decode(text.getBytes(StandardCharsets.UTF_8));
  }

  static ParsedFrontmatter read(String text) {
    return FrontmatterReader.read(source(text), Limits.DEFAULT);
  }

  /** YAML frontmatter: its first line is line 2 of the document. */
  static ParsedFrontmatter yaml(String content) {
    return read("---\n" + content + "\n---\nBody.\n");
  }

  static ParsedFrontmatter toml(String content) {
    return read("+++\n" + content + "\n+++\nBody.\n");
  }

  static String json(ParsedFrontmatter frontmatter) {
    return frontmatter.toJson().orElse("none");
  }

  /** {@code line:column rule}, and the suggestion where there is one. */
  static List<String> places(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                finding.line()
                    + ":"
                    + finding.column()
                    + " "
                    + finding.rule().id().substring("frontmatter/".length())
                    + (finding.suggestion() == null ? "" : " -> " + finding.suggestion()))
        .toList();
  }

  static List<String> places(ParsedFrontmatter frontmatter) {
    return places(frontmatter.findings());
  }

  static String message(ParsedFrontmatter frontmatter) {
    return frontmatter.findings().get(0).message();
  }
}

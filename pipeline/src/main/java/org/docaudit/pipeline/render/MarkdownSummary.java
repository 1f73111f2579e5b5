package org.docaudit.pipeline.render;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.docaudit.model.LinkStatus;
import org.docaudit.model.ShortText;
import org.docaudit.pipeline.console.Figures;

/**
 * {@code summary.md}: what fits into a comment on a pull request or an issue.
 *
 * <p>Text from documents stands in code spans, where no markup, mention or reference acts.
 */
final class MarkdownSummary {

  /** GitHub takes comments of 65,536 characters. */
  private static final int MAX_CHARACTERS = 60_000;

  static final int MAX_FINDINGS = 50;

  private static final int MAX_CELL = 160;

  private final ReportContents report;
  private final RunSummary summary;

  MarkdownSummary(ReportContents report) {
    this.report = report;
    this.summary = report.summary();
  }

  void write(Writer out) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("## docaudit: ")
        .append(code(summary.title()))
        .append(summary.failing() == 0 ? " passed\n\n" : " failed\n\n");
    totals(text);
    baseline(text);
    rules(text);
    String end = end();
    findings(text, MAX_CHARACTERS - end.length());
    out.append(text).append(end);
  }

  private void totals(StringBuilder text) {
    text.append("| Documents | Words | Links | Broken | Findings |\n|--:|--:|--:|--:|--:|\n");
    text.append(
        "| %s | %s | %s | %s | %s |\n"
            .formatted(
                Figures.count(
                    summary.total("documents_analyzed") + summary.total("documents_failed")),
                Figures.count(summary.total("words")),
                Figures.count(summary.links()),
                Figures.count(summary.links(LinkStatus.BROKEN.id())),
                Figures.count(summary.findings())));
  }

  private void baseline(StringBuilder text) {
    if (summary.compared()) {
      text.append("\n").append(BaselineText.of(summary)).append("\n");
    }
  }

  private void rules(StringBuilder text) {
    if (summary.rules().isEmpty()) {
      return;
    }
    text.append("\n| Findings | Severity | Rule |\n|--:|---|---|\n");
    for (RunSummary.RuleCount rule : summary.rules()) {
      text.append(
          "| %s | %s | `%s` |\n"
              .formatted(Figures.count(rule.count()), rule.severity().id(), rule.rule()));
    }
  }

  private void findings(StringBuilder text, int maxLength) {
    List<ShownFinding> findings = report.gravest(MAX_FINDINGS);
    if (findings.isEmpty()) {
      return;
    }
    text.append("\n<details><summary>Findings</summary>\n\n");
    text.append("| Severity | Place | Finding |\n|---|---|---|\n");
    int shown = 0;
    String close = "\n</details>\n";
    for (ShownFinding finding : findings) {
      String row =
          "| %s | %s | %s |\n".formatted(finding.kind(), place(finding), code(finding.advice()));
      if (text.length() + row.length() + close.length() + 100 > maxLength) {
        break;
      }
      text.append(row);
      shown++;
    }
    if (shown < summary.findings()) {
      text.append("\n%s more.\n".formatted(Figures.count(summary.findings() - shown)));
    }
    text.append(close);
  }

  /** A link where the report knows a URL that works from anywhere. */
  private String place(ShownFinding finding) {
    String url = report.locations().url(finding.path());
    String text = code(finding.place());
    return url == null || !url.contains("://")
        ? text
        : "[%s](<%s>)".formatted(text, SourceLocations.at(url, finding));
  }

  private String end() {
    return "\ndocaudit %s, %s%s\n"
        .formatted(
            summary.version("docaudit"),
            Figures.seconds(summary.totalSeconds()),
            summary.engines().isEmpty()
                ? ""
                : ", engine " + String.join(", ", summary.engines().keySet()));
  }

  /**
   * A code span by CommonMark (6.1) in a cell of a table: fenced by more backticks than the text
   * has in a row, with each bar escaped, which tables take away before the span is read.
   */
  static String code(String text) {
    String shown = ShortText.of(text, MAX_CELL);
    int longest = 0;
    int run = 0;
    for (int i = 0; i < shown.length(); i++) {
      run = shown.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    String space = shown.startsWith("`") || shown.endsWith("`") || shown.isBlank() ? " " : "";
    return fence + space + shown.replace("|", "\\|") + space + fence;
  }
}

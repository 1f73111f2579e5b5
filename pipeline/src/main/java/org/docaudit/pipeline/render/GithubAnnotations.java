package org.docaudit.pipeline.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.console.Figures;
import org.docaudit.pipeline.report.FindingState;
import org.docaudit.pipeline.report.ReportTables;

/**
 * Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull
 * request; only new ones where the run was compared with an earlier one. Escaped by the rules of
 * its toolkit (@actions/core, command.ts): a text cannot end its command or begin another.
 */
public final class GithubAnnotations {

  /** GitHub shows no more of a kind for one step. */
  private static final int MAX_OF_A_KIND = 10;

  private final RunSummary summary;
  private final SourceLocations locations;
  private final Map<Severity, List<ShownFinding>> findings = new EnumMap<>(Severity.class);

  private GithubAnnotations(Path report) throws IOException {
    summary = RunSummary.read(report);
    locations = new SourceLocations(report, summary, summary.sourceUrl());
    for (Severity severity : Severity.values()) {
      findings.put(severity, new ArrayList<>());
    }
    new ReportTables(report)
        .forEachFinding(
            summary.compared(),
            (finding, state) -> {
              List<ShownFinding> kind = findings.get(finding.severityInForce());
              if (state != FindingState.UNCHANGED && kind.size() < MAX_OF_A_KIND) {
                kind.add(ShownFinding.of(finding.row(), state));
              }
            });
  }

  /**
   * The commands for a report, each ended by LF, and a line that says how many findings have none.
   *
   * @param report folder of the report
   */
  public static String render(Path report) throws IOException {
    return new GithubAnnotations(report).text();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    long left = summary.compared() ? summary.findings(FindingState.NEW) : summary.findings();
    for (List<ShownFinding> kind : findings.values()) {
      for (ShownFinding finding : kind) {
        text.append(command(finding));
        left--;
      }
    }
    if (left > 0) {
      text.append(
          "docaudit: %s more without annotation, for GitHub shows %d of a kind\n"
              .formatted(Figures.counted(left, "finding"), MAX_OF_A_KIND));
    }
    return text.toString();
  }

  private String command(ShownFinding finding) {
    String place = property(ShownFinding.shown(locations.repositoryPath(finding.path())));
    if (finding.line() > 0) {
      place += ",line=%d,col=%d".formatted(finding.line(), finding.column());
    }
    return "::%s file=%s,title=%s::%s\n"
        .formatted(
            kind(finding.severity()), place, property(finding.rule()), data(finding.advice()));
  }

  private static String kind(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}

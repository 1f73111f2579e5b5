package org.docaudit.pipeline.render;

import java.util.ArrayList;
import java.util.List;
import org.docaudit.pipeline.console.Figures;
import org.docaudit.pipeline.report.DocumentState;
import org.docaudit.pipeline.report.FindingState;

/** What a report says of the run that it was compared with. */
final class BaselineText {

  private BaselineText() {}

  /** One or more sentences. */
  static String of(RunSummary summary) {
    if (summary.firstRun()) {
      return "No earlier run: every finding is new, and this run is the first baseline.";
    }
    String text =
        "Since the run%s: %s new, %s unchanged, %s resolved; documents: %s."
            .formatted(
                summary.baselineStarted().map(started -> " of " + started).orElse(""),
                Figures.counted(summary.findings(FindingState.NEW), "finding"),
                Figures.count(summary.findings(FindingState.UNCHANGED)),
                Figures.count(summary.findings(FindingState.RESOLVED)),
                documents(summary));
    return summary.baselineDifferences().isEmpty()
        ? text
        : "%s Not the same in both runs: %s."
            .formatted(text, String.join(", ", summary.baselineDifferences()));
  }

  private static String documents(RunSummary summary) {
    List<String> parts = new ArrayList<>();
    for (DocumentState state : DocumentState.values()) {
      parts.add(Figures.count(summary.documents(state)) + " " + state.id());
    }
    return String.join(", ", parts);
  }
}

package org.docaudit.pipeline.console;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.LinkStatus;
import org.docaudit.model.Rule;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.report.BaselineTotals;
import org.docaudit.pipeline.report.FindingState;

/**
 * The table at the end of an audit, at most 80 columns wide but for the folder of the reports. The
 * same summary gives the same text; paths are made harmless.
 */
public final class SummaryTable {
  private static final int LABEL = 12;
  private static final int FIGURE = 15;
  private static final int PATH = 64;
  private static final int MAX_TEXT = 67;

  private final Palette palette;
  private final StringBuilder text = new StringBuilder();

  private SummaryTable(Palette palette) {
    this.palette = palette;
  }

  /** The whole table, each line ended by LF. */
  public static String render(AuditSummary summary, Palette palette) {
    SummaryTable table = new SummaryTable(palette);
    table.documents(summary);
    table.links(summary);
    table.findings(summary);
    table.worst(summary.worst());
    table.run(summary);
    return table.text.toString();
  }

  private void documents(AuditSummary summary) {
    heading("Documents", summary.listed());
    figure("analyzed", summary.analyzed());
    figure("failed", summary.failed());
    if (summary.skipped() > 0) {
      figure("skipped", summary.skipped());
    }
    heading("Words", summary.words());
  }

  private void links(AuditSummary summary) {
    heading("Links", summary.links().values().stream().mapToLong(Long::longValue).sum());
    for (LinkStatus status : LinkStatus.values()) {
      figure(status.id(), summary.links().getOrDefault(status, 0L));
    }
  }

  private void findings(AuditSummary summary) {
    heading("Findings", summary.findings().values().stream().mapToLong(Long::longValue).sum());
    Comparator<Map.Entry<Rule, Long>> gravestFirst =
        Comparator.comparing(entry -> summary.severities().get(entry.getKey()));
    summary.findings().entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .sorted(
            gravestFirst
                .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> finding(entry.getKey(), summary.severities().get(entry.getKey()), entry));
  }

  private void finding(Rule rule, Severity severity, Map.Entry<Rule, Long> entry) {
    String count = right(Figures.count(entry.getValue()), LABEL + FIGURE);
    String name = left(severity.id(), 9);
    line(count + "  " + palette.severity(severity, name) + rule.id());
  }

  private void worst(List<AuditSummary.WorstDocument> worst) {
    if (worst.isEmpty()) {
      return;
    }
    line("");
    line(palette.bold(left("Worst documents", PATH + 2) + right("findings", 12)));
    for (AuditSummary.WorstDocument document : worst) {
      String path = TerminalText.tail(TerminalText.clean(harmless(document.path())), PATH);
      line("  " + left(path, PATH) + right(Figures.count(document.findings()), 12));
    }
  }

  /** GitHub Actions runs lines that begin so as commands, blanks before them or not. */
  private static String harmless(String path) {
    return path.startsWith("::") || path.startsWith("##") ? "./" + path : path;
  }

  private void run(AuditSummary summary) {
    line("");
    double seconds = Math.max(summary.seconds(), 1e-3);
    fact(
        "Time",
        "%s s, %s documents/s, %s/s (%s)"
            .formatted(
                Figures.rate(summary.seconds()),
                Figures.count(Math.round(summary.analyzed() / seconds)),
                Figures.size(Math.round(summary.bytes() / seconds)),
                Figures.size(summary.bytes())));
    String reason = summary.engineReason();
    fact("Engine", summary.engine() + (reason == null ? "" : " (" + reason + ")"));
    summary.engineNotes().forEach(note -> fact("", note));
    baseline(summary.baseline());
    String output = summary.output();
    fact("Reports", output == null ? "none written" : output);
    String incomplete = summary.incompleteReason();
    if (incomplete != null) {
      fact("Incomplete", incomplete);
    }
  }

  private void baseline(@Nullable BaselineTotals baseline) {
    if (baseline == null) {
      return;
    }
    if (baseline.run() == null) {
      fact("Baseline", "no earlier run; every finding is new, and this run is the first baseline");
      return;
    }
    fact(
        "Baseline",
        "%s new, %s unchanged, %s resolved since %s%s"
            .formatted(
                Figures.count(baseline.findings(FindingState.NEW)),
                Figures.count(baseline.findings(FindingState.UNCHANGED)),
                Figures.count(baseline.findings(FindingState.RESOLVED)),
                baseline.run(),
                baseline.started() == null ? "" : " of " + baseline.started()));
    if (!baseline.differences().isEmpty()) {
      fact("", "not the same in both runs: " + String.join(", ", baseline.differences()));
    }
  }

  private void heading(String label, long number) {
    line(palette.bold(left(label, LABEL) + right(Figures.count(number), FIGURE)));
  }

  private void figure(String label, long number) {
    line("  " + left(label, LABEL - 2) + right(Figures.count(number), FIGURE));
  }

  /** A long text goes on in the next lines, but a single long word, such as a path, stays whole. */
  private void fact(String label, String value) {
    StringBuilder current = new StringBuilder();
    String head = palette.bold(left(label, LABEL));
    for (String word : TerminalText.clean(value).split(" ", -1)) {
      if (!current.isEmpty() && TerminalText.width(current + " " + word) > MAX_TEXT) {
        line(head + current);
        head = " ".repeat(LABEL);
        current.setLength(0);
      }
      current.append(current.isEmpty() ? "" : " ").append(word);
    }
    line(head + current);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String left(String value, int width) {
    return value + " ".repeat(Math.max(0, width - TerminalText.width(value)));
  }

  private static String right(String value, int width) {
    return " ".repeat(Math.max(0, width - value.length())) + value;
  }
}

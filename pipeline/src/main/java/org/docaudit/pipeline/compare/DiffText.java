package org.docaudit.pipeline.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.console.Figures;
import org.docaudit.pipeline.console.TerminalText;
import org.docaudit.pipeline.render.VisibleText;
import org.docaudit.pipeline.report.ChangeRow;
import org.docaudit.pipeline.report.DocumentState;
import org.docaudit.pipeline.report.FindingRow;
import org.docaudit.pipeline.report.FindingState;

/**
 * What differs between two runs, for people. Of each kind no more than {@link #MAX_SHOWN} are
 * shown. Text from documents is made visible, so that none acts on a terminal.
 */
public final class DiffText {

  private static final int MAX_SHOWN = 100;
  private static final int MAX_TEXT = 300;
  private static final int LABEL = 13;

  private final RunDiff diff;
  private final StringBuilder text = new StringBuilder();

  private DiffText(RunDiff diff) {
    this.diff = diff;
  }

  /** Describes what differs. */
  public static String of(RunDiff diff) throws IOException {
    DiffText text = new DiffText(diff);
    text.runs();
    text.documents();
    text.findings();
    text.links();
    return text.text.toString();
  }

  private void runs() {
    run("Before", diff.before());
    run("After", diff.after());
    if (!diff.differences().isEmpty()) {
      line("Note", "not the same in both runs: " + String.join(", ", diff.differences()));
    }
  }

  private void run(String label, ComparedRun run) {
    line(
        label,
        TerminalText.clean(run.name())
            + run.summary().started().map(started -> ", " + started).orElse(""));
  }

  private void documents() {
    Map<DocumentState, Long> counts = diff.documents().counts();
    line(
        "Documents",
        Arrays.stream(DocumentState.values())
            .map(state -> Figures.count(counts.get(state)) + " " + state.id())
            .collect(Collectors.joining(", ")));
    for (DocumentState state : DocumentState.values()) {
      long shown = 0;
      for (ChangedDocument document : diff.documents().all()) {
        if (document.state() == state && shown < MAX_SHOWN) {
          shown++;
          line("  " + state.id(), described(document));
        }
      }
      more(counts.get(state) - shown);
    }
  }

  private static String described(ChangedDocument document) {
    String oldPath = document.oldPath();
    return oldPath == null
        ? shown(document.path())
        : "%s, now %s: %s".formatted(shown(oldPath), shown(document.path()), document.how());
  }

  private void findings() throws IOException {
    Map<FindingState, List<ChangeRow>> first = new EnumMap<>(FindingState.class);
    first.put(FindingState.NEW, new ArrayList<>());
    first.put(FindingState.RESOLVED, new ArrayList<>());
    Map<FindingState, Map<Severity, Long>> counts =
        diff.findings(
            change -> {
              List<ChangeRow> rows = first.get(change.state());
              if (rows.size() < MAX_SHOWN) {
                rows.add(change);
              }
            });
    line(
        "Findings",
        Arrays.stream(FindingState.values())
            .map(state -> Figures.count(sum(counts, state)) + " " + state.id())
            .collect(Collectors.joining(", ")));
    first.forEach(
        (state, rows) -> {
          rows.forEach(row -> line("  " + state.id(), described(row.finding())));
          more(sum(counts, state) - rows.size());
        });
  }

  private static long sum(Map<FindingState, Map<Severity, Long>> counts, FindingState state) {
    return counts.get(state).values().stream().mapToLong(Long::longValue).sum();
  }

  private static String described(FindingRow finding) {
    String place =
        finding.line() == 0
            ? shown(finding.path())
            : "%s:%d:%d".formatted(shown(finding.path()), finding.line(), finding.column());
    return "%s %s %s: %s"
        .formatted(finding.severity(), finding.rule(), place, shown(finding.message()));
  }

  private void links() throws IOException {
    List<LinkBreak> first = new ArrayList<>();
    long[] count = {0};
    diff.breaks()
        .forEach(
            broken -> {
              count[0]++;
              if (first.size() < MAX_SHOWN) {
                first.add(broken);
              }
            });
    line("Links", Figures.count(count[0]) + " broke");
    for (LinkBreak broken : first) {
      line(
          "  broke",
          "%s:%d:%d %s"
              .formatted(
                  shown(broken.link().sourceFile()),
                  broken.link().line(),
                  broken.link().column(),
                  shown(broken.link().target())));
      String fix = broken.fix();
      line(
          "",
          "  %s: %s%s"
              .formatted(
                  broken.cause().id(),
                  shown(broken.explanation()),
                  fix == null ? "" : "; write `" + shown(fix) + "`"));
    }
    more(count[0] - first.size());
  }

  private void more(long left) {
    if (left > 0) {
      line("", String.format(Locale.ROOT, "  %,d more; --format json has all", left));
    }
  }

  private static String shown(String text) {
    return VisibleText.of(text, MAX_TEXT);
  }

  private void line(String label, String value) {
    text.append(label)
        .append(" ".repeat(Math.max(1, LABEL - label.length())))
        .append(value)
        .append('\n');
  }
}

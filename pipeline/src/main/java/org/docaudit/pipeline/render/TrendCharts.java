package org.docaudit.pipeline.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.console.Figures;
import org.docaudit.pipeline.render.HtmlPage.Column;
import org.docaudit.pipeline.render.HtmlPage.Trend;
import org.docaudit.pipeline.render.HtmlPage.TrendChart;
import org.docaudit.pipeline.render.HtmlPage.TrendRun;
import org.docaudit.pipeline.render.RunSummary.EarlierRun;

/** How documents, broken links and findings went from run to run. */
final class TrendCharts {

  private static final double WIDTH = 300;
  private static final double HEIGHT = 60;

  /** Columns of few runs are no wider than this. */
  private static final double MAX_STEP = 30;

  private final List<EarlierRun> runs;

  private TrendCharts(List<EarlierRun> runs) {
    this.runs = runs;
  }

  /** A figure that a chart stacks in its columns, and its colour. */
  private record Part(String name, String colour, ToLongFunction<EarlierRun> figure) {}

  /**
   * Draws them.
   *
   * @param runs oldest first, this one last
   */
  static Trend of(List<EarlierRun> runs) {
    return runs.size() < 2 ? new Trend("", List.of(), List.of()) : new TrendCharts(runs).trend();
  }

  private Trend trend() {
    List<Part> severities = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      severities.add(new Part(severity.id(), severity.id(), run -> run.findings().get(severity)));
    }
    return new Trend(
        "The last %s.".formatted(Figures.counted(runs.size(), "run")),
        List.of(
            chart("Broken links", List.of(new Part("", "broken", EarlierRun::brokenLinks))),
            chart("Findings", severities),
            chart("Documents", List.of(new Part("", "plain", EarlierRun::documents)))),
        rows());
  }

  private TrendChart chart(String name, List<Part> parts) {
    List<Long> sums = new ArrayList<>();
    for (EarlierRun run : runs) {
      sums.add(parts.stream().mapToLong(part -> part.figure().applyAsLong(run)).sum());
    }
    long most = Math.max(1, sums.stream().mapToLong(Long::longValue).max().orElse(1));
    double step = Math.min(MAX_STEP, WIDTH / runs.size());
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      double top = HEIGHT;
      for (Part part : parts) {
        long figure = part.figure().applyAsLong(runs.get(i));
        double height = HEIGHT * figure / most;
        top -= height;
        if (figure > 0) {
          columns.add(
              new Column(
                  part.colour(),
                  rounded(i * step),
                  rounded(top),
                  rounded(step * 0.8),
                  rounded(Math.max(height, 0.6)),
                  "%s: %s%s"
                      .formatted(
                          time(runs.get(i)),
                          Figures.count(figure),
                          part.name().isEmpty() ? "" : " " + part.name())));
        }
      }
    }
    long now = sums.get(sums.size() - 1);
    return new TrendChart(
        name,
        Figures.count(now),
        change(now - sums.get(sums.size() - 2)),
        "%s in %s, from %s to %s; the most were %s"
            .formatted(
                name,
                Figures.counted(runs.size(), "run"),
                Figures.count(sums.get(0)),
                Figures.count(now),
                Figures.count(sums.stream().mapToLong(Long::longValue).max().orElse(0))),
        columns);
  }

  private static String change(long difference) {
    return difference == 0
        ? "as in the run before"
        : "%s%s since the run before"
            .formatted(difference > 0 ? "+" : "−", Figures.count(Math.abs(difference)));
  }

  private List<TrendRun> rows() {
    List<TrendRun> rows = new ArrayList<>();
    for (EarlierRun run : runs) {
      List<String> figures = new ArrayList<>();
      figures.add(Figures.count(run.documents()));
      figures.add(Figures.count(run.words()));
      figures.add(Figures.count(run.brokenLinks()));
      for (Severity severity : Severity.values()) {
        figures.add(Figures.count(run.findings().get(severity)));
      }
      rows.add(0, new TrendRun(time(run), figures));
    }
    return rows;
  }

  /** {@code 2026-11-21 02:00 UTC}. */
  private static String time(EarlierRun run) {
    String started = VisibleText.of(run.started(), 40);
    return started.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}.*")
        ? started.substring(0, 10) + " " + started.substring(11, 16) + " UTC"
        : started;
  }

  private static double rounded(double length) {
    return Math.round(length * 100) / 100.0;
  }
}

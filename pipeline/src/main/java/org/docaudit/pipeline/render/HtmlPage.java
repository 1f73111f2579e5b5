package org.docaudit.pipeline.render;

import gg.jte.Content;
import java.util.List;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.console.Figures;

/**
 * What the template shows, in words and numbers as they are printed. Text from documents is {@link
 * VisibleText}; the template escapes it.
 *
 * @param title names of the corpora
 * @param passed whether the audit passes
 * @param verdict one sentence that says so
 * @param detail one more on what was found
 * @param totals figures at the top
 * @param rules a bar a rule that has findings
 * @param verdicts a bar a verdict on links
 * @param reasons a bar a reason for other verdicts than ok
 * @param sizes a bar a bin of document sizes
 * @param words a bar a frequent word
 * @param targets a bar a target that many links lead to
 * @param trend how the last runs went; without charts where there is only one
 * @param wide the folders with findings on a wide screen
 * @param narrow the same on a narrow one
 * @param states by which findings can be chosen; empty where there was no comparison
 * @param resolved how many findings only the baseline has, and how many of them are shown
 * @param findings how many there are and how many are shown
 * @param documents the same of documents
 * @param facts what is known of the run
 */
record HtmlPage(
    String title,
    boolean passed,
    String verdict,
    String detail,
    List<Total> totals,
    List<Bar> rules,
    List<Bar> verdicts,
    List<Bar> reasons,
    List<Bar> sizes,
    List<Bar> words,
    List<Bar> targets,
    Trend trend,
    Folders wide,
    Folders narrow,
    List<State> states,
    Shown resolved,
    Shown findings,
    Shown documents,
    List<Fact> facts,
    String style,
    String script,
    String policy,
    Content data) {

  /** A figure with its name and a remark. */
  record Total(String name, String figure, String remark) {}

  /**
   * A row of a bar chart.
   *
   * @param colour CSS class of the bar
   * @param width of the bar, 0 to 100
   * @param start where the bar begins, 0 to 100
   * @param hint what a rule means, a whole path, or empty
   */
  record Bar(String name, String figure, String colour, double width, double start, String hint) {}

  /** Figures of the last runs, as charts and as a table. */
  record Trend(String note, List<TrendChart> charts, List<TrendRun> runs) {}

  /**
   * A column a run, drawn in a field of 300 by 60.
   *
   * @param figure of this run
   * @param change from the run before
   * @param description the whole chart in a sentence
   */
  record TrendChart(
      String name, String figure, String change, String description, List<Column> columns) {}

  /** A piece of a column. */
  record Column(String colour, double x, double y, double width, double height, String hint) {}

  /** A row of the table. */
  record TrendRun(String started, List<String> figures) {}

  /** A treemap. */
  record Folders(int width, int height, List<Tile> tiles) {}

  /**
   * A folder of a treemap.
   *
   * @param shade 1, few findings a document, to 5
   * @param label its path, or empty where there is no room
   * @param folder what the table of findings is to show on a click
   * @param alone whether without the folders below
   */
  record Tile(
      double x,
      double y,
      double width,
      double height,
      int shade,
      String label,
      String figure,
      String hint,
      String folder,
      boolean alone) {}

  /** Rows that are shown of all that there are. */
  record Shown(int shown, long all) {
    boolean more() {
      return all > shown;
    }

    String shownText() {
      return Figures.count(shown);
    }

    String allText() {
      return Figures.count(all);
    }
  }

  /**
   * What became of findings since an earlier run.
   *
   * @param checked whether the page shows them at first
   */
  record State(String name, String figure, boolean checked) {}

  record Fact(String name, String value) {}

  /** The severities, by which findings can be chosen. */
  List<String> severities() {
    return List.of(Severity.values()).stream().map(Severity::id).toList();
  }
}

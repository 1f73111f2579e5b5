package org.docaudit.pipeline.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.docaudit.model.LinkReason;
import org.docaudit.model.LinkStatus;
import org.docaudit.model.Severity;
import org.docaudit.model.Sha256;
import org.docaudit.pipeline.console.Figures;
import org.docaudit.pipeline.render.HtmlPage.Bar;
import org.docaudit.pipeline.render.HtmlPage.Fact;
import org.docaudit.pipeline.render.HtmlPage.Shown;
import org.docaudit.pipeline.render.HtmlPage.State;
import org.docaudit.pipeline.render.HtmlPage.Total;
import org.docaudit.pipeline.report.FindingState;
import org.docaudit.pipeline.report.RunHistory;

/**
 * {@code report.html}: one file that needs no network. The template engine escapes every text by
 * where it stands; the page's policy (CSP) lets no other script run than its own and nothing be
 * loaded, so that even a mistake here would not act.
 */
final class HtmlReport {

  /** Findings that the page holds; a browser sorts and filters these at once. */
  static final int MAX_FINDINGS = 10_000;

  private static final int MAX_RESOLVED = 2_000;
  private static final int MAX_DOCUMENTS = 2_000;
  private static final int MAX_WORDS = 15;
  private static final int MAX_TILES = 40;

  /** What of a path stands beside its bar; the whole is a hint. */
  private static final int MAX_TARGET = 28;

  private final ReportContents report;
  private final RunSummary summary;

  HtmlReport(ReportContents report) {
    this.report = report;
    this.summary = report.summary();
  }

  void write(Writer out) throws IOException {
    List<ShownFinding> findings = report.gravest(MAX_FINDINGS);
    ReportDocuments documents = ReportDocuments.read(report, findings, MAX_DOCUMENTS);
    JtereportGenerated.render(
        new OwaspHtmlTemplateOutput(new WriterOutput(out)), null, page(findings, documents));
  }

  private HtmlPage page(List<ShownFinding> findings, ReportDocuments documents) throws IOException {
    String style = resource("report.css");
    String script = resource("report.js");
    List<ShownFinding> resolved = report.resolved(MAX_RESOLVED);
    List<FolderTree.Part> folders = report.folders().parts(MAX_TILES);
    return new HtmlPage(
        summary.title(),
        summary.failing() == 0,
        verdict(),
        detail(documents),
        totals(),
        rules(),
        verdicts(),
        reasons(),
        sizes(),
        words(),
        targets(),
        TrendCharts.of(summary.history()),
        FolderMap.of(folders, 960, 360),
        FolderMap.of(folders, 360, 420),
        states(),
        new Shown(resolved.size(), summary.findings(FindingState.RESOLVED)),
        new Shown(findings.size(), summary.findings()),
        new Shown(
            documents.worst().size(),
            summary.total("documents_analyzed") + summary.total("documents_failed")),
        facts(),
        style,
        script,
        "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '%s'; script-src '%s'"
            .formatted(hash(style), hash(script)),
        new PageData(findings, resolved, documents, report.locations()));
  }

  private String verdict() {
    long failing = summary.failing();
    if (summary.failOn().onlyNew() && summary.firstRun()) {
      return "The first run, with which later ones are compared";
    }
    return switch (summary.failOn()) {
      case NEW_ERROR -> failing == 0 ? "No new errors" : Figures.counted(failing, "new error");
      case NEW_WARNING ->
          failing == 0
              ? "No new errors and no new warnings"
              : "%s and %s"
                  .formatted(
                      Figures.counted(summary.counted(Severity.ERROR), "new error"),
                      Figures.counted(summary.counted(Severity.WARNING), "new warning"));
      case NEVER -> "No finding fails this audit";
      case ERROR -> failing == 0 ? "No errors" : Figures.counted(failing, "error");
      case WARNING ->
          failing == 0
              ? "No errors and no warnings"
              : "%s and %s"
                  .formatted(
                      Figures.counted(summary.findings(Severity.ERROR), "error"),
                      Figures.counted(summary.findings(Severity.WARNING), "warning"));
    };
  }

  private String detail(ReportDocuments documents) {
    String found =
        summary.findings() == 0
            ? "Nothing was found in %s".formatted(Figures.counted(read(), "document"))
            : "%s in %s of %s"
                .formatted(
                    Figures.counted(summary.findings(), "finding"),
                    Figures.count(documents.withFindings()),
                    Figures.counted(read(), "document"));
    return found
        + RunHistory.remark(summary.unfinished()).map(remark -> "; " + remark).orElse("")
        + ".";
  }

  private long read() {
    return summary.total("documents_analyzed") + summary.total("documents_failed");
  }

  private List<State> states() {
    List<State> states = new ArrayList<>();
    if (summary.compared()) {
      for (FindingState state : FindingState.values()) {
        states.add(
            new State(
                state.id(),
                Figures.count(summary.findings(state)),
                state != FindingState.RESOLVED));
      }
    }
    return states;
  }

  private List<Total> totals() {
    List<Total> totals = new ArrayList<>(figures());
    if (summary.compared()) {
      totals.add(
          0,
          new Total(
              "Since the baseline",
              Figures.count(summary.findings(FindingState.NEW)) + " new",
              summary.firstRun()
                  ? "there was no earlier run"
                  : Figures.count(summary.findings(FindingState.RESOLVED)) + " resolved"));
    }
    return totals;
  }

  private List<Total> figures() {
    return List.of(
        new Total(
            "Documents",
            Figures.count(read()),
            "%s failed, %s skipped"
                .formatted(
                    Figures.count(summary.total("documents_failed")),
                    Figures.count(summary.total("documents_skipped")))),
        new Total(
            "Words", Figures.count(summary.total("words")), Figures.size(summary.total("bytes"))),
        new Total(
            "Links",
            Figures.count(summary.links()),
            "%s broken".formatted(Figures.count(summary.links(LinkStatus.BROKEN.id())))),
        new Total("Headings", Figures.count(summary.total("headings")), ""),
        new Total(
            "Exact copies",
            Figures.count(summary.total("duplicate_documents")),
            "in %s".formatted(Figures.counted(summary.total("duplicate_groups"), "group"))),
        new Total(
            "Suppressed", Figures.count(summary.total("suppressed")), "findings, by comments"));
  }

  private List<Bar> rules() {
    long most = summary.rules().stream().mapToLong(RunSummary.RuleCount::count).max().orElse(1);
    return summary.rules().stream()
        .map(
            rule ->
                new Bar(
                    rule.rule(),
                    Figures.count(rule.count()),
                    rule.severity().id(),
                    share(rule.count(), most),
                    0,
                    RuleHelp.of(rule.rule()).orElse("")))
        .toList();
  }

  private List<Bar> verdicts() {
    List<Bar> bars = new ArrayList<>();
    double start = 0;
    for (LinkStatus status : LinkStatus.values()) {
      long links = summary.links(status.id());
      double width = 100.0 * links / Math.max(1, summary.links());
      bars.add(
          new Bar(
              status.id(),
              Figures.count(links),
              status.id(),
              Math.max(links == 0 ? 0 : 0.6, width),
              Math.min(start, 99.4),
              ""));
      start += width;
    }
    return bars;
  }

  private List<Bar> reasons() {
    List<Bar> bars = new ArrayList<>();
    long most = 1;
    for (LinkReason reason : LinkReason.values()) {
      most = Math.max(most, summary.links(reason.id()));
    }
    for (LinkReason reason : LinkReason.values()) {
      long links = summary.links(reason.id());
      if (links > 0) {
        bars.add(
            new Bar(
                reason.id(),
                Figures.count(links),
                reason.status().id(),
                share(links, most),
                0,
                ""));
      }
    }
    return bars;
  }

  private List<Bar> sizes() {
    List<RunSummary.Bin> bins = summary.histogram("document_bytes");
    long most = bins.stream().mapToLong(RunSummary.Bin::count).max().orElse(1);
    return bins.stream()
        .map(
            bin ->
                new Bar(
                    bin.from() == 0 ? "empty" : "from " + Figures.bytes(bin.from()),
                    Figures.count(bin.count()),
                    "plain",
                    share(bin.count(), most),
                    0,
                    ""))
        .toList();
  }

  private List<Bar> words() {
    List<RunSummary.WordCount> words = summary.topWords().stream().limit(MAX_WORDS).toList();
    long most = words.stream().mapToLong(RunSummary.WordCount::count).max().orElse(1);
    return words.stream()
        .map(
            word ->
                new Bar(
                    VisibleText.of(word.word(), 40),
                    Figures.count(word.count()),
                    "plain",
                    share(word.count(), most),
                    0,
                    ""))
        .toList();
  }

  private List<Bar> targets() {
    List<RunSummary.LinkedTarget> targets = summary.hotTargets();
    long most = targets.stream().mapToLong(RunSummary.LinkedTarget::links).max().orElse(1);
    return targets.stream()
        .map(
            target ->
                new Bar(
                    PathEnd.of(ShownFinding.shown(target.path()), MAX_TARGET),
                    Figures.count(target.links()),
                    "plain",
                    share(target.links(), most),
                    0,
                    ShownFinding.shown(target.path())))
        .toList();
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    summary.started().ifPresent(started -> facts.add(new Fact("Started", started.toString())));
    facts.add(
        new Fact(
            "Duration",
            "%s (%s)"
                .formatted(
                    Figures.seconds(summary.totalSeconds()),
                    summary.seconds().entrySet().stream()
                        .map(stage -> stage.getKey() + " " + Figures.seconds(stage.getValue()))
                        .collect(Collectors.joining(", ")))));
    facts.add(
        new Fact(
            "Engine",
            summary.engines().entrySet().stream()
                    .map(engine -> engine.getKey() + " " + Figures.count(engine.getValue()))
                    .collect(Collectors.joining(", "))
                + summary
                    .engineReason()
                    .map(why -> " (" + VisibleText.of(why, 200) + ")")
                    .orElse("")));
    facts.add(new Fact("Runner", summary.runner()));
    facts.add(
        new Fact(
            "Versions",
            "docaudit %s, Apache Beam %s, Java %s"
                .formatted(
                    summary.version("docaudit"),
                    summary.version("beam"),
                    summary.version("java"))));
    if (summary.compared()) {
      facts.add(new Fact("Baseline", BaselineText.of(summary)));
    }
    facts.add(new Fact("Digest of the corpus", summary.digest()));
    return facts;
  }

  /** The width of a bar; the few among many can still be seen. */
  private static double share(long count, long most) {
    return Math.max(0.6, Math.round(1_000.0 * count / most) / 10.0);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static String hash(String source) {
    byte[] digest = Sha256.digest().digest(source.getBytes(UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}

package org.docaudit.pipeline.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.docaudit.model.FrontmatterFormat;
import org.docaudit.pipeline.compare.ComparedRun;
import org.docaudit.pipeline.console.Figures;
import org.docaudit.pipeline.report.DocumentDetails;
import org.docaudit.pipeline.report.FindingRow;
import org.docaudit.pipeline.report.LinkRow;
import org.docaudit.pipeline.report.RowCursor;

/**
 * Explains what an audit said of one document: every step from a link's target to its verdict, and
 * to a finding. The tables of the report are read once each.
 */
public final class DocumentExplanation {

  private final ComparedRun run;
  private final RunRules rules;
  private final DocumentDetails document;
  private final String root;
  private final FieldExplanation fields;
  private final List<LinkRow> links = new ArrayList<>();
  private final List<FindingRow> findings = new ArrayList<>();

  private DocumentExplanation(ComparedRun run, DocumentDetails document, Path folder)
      throws IOException {
    this.run = run;
    this.rules = RunRules.of(run);
    this.document = document;
    this.root = run.summary().prefixOf(document.path());
    String localPath = document.path().substring(root.length());
    this.fields = new FieldExplanation(document, rules, rules.schema(localPath, folder));
  }

  /**
   * Reads a document.
   *
   * @param paths corpus paths, of which the first counts that the run has
   * @param folder the current folder
   * @return empty where the run has none
   */
  public static Optional<DocumentExplanation> read(ComparedRun run, List<String> paths, Path folder)
      throws IOException {
    DocumentDetails best = null;
    try (RowCursor<DocumentDetails> rows = run.tables().documentDetails()) {
      for (DocumentDetails row = rows.next(); row != null; row = rows.next()) {
        int place = paths.indexOf(row.path());
        if (place >= 0 && (best == null || place < paths.indexOf(best.path()))) {
          best = row;
        }
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    DocumentExplanation explanation = new DocumentExplanation(run, best, folder);
    explanation.readRows();
    return Optional.of(explanation);
  }

  /** The document's corpus path. */
  public String path() {
    return document.path();
  }

  private void readRows() throws IOException {
    try (RowCursor<LinkRow> rows = run.tables().links()) {
      for (LinkRow row = rows.next(); row != null; row = rows.next()) {
        if (row.sourceFile().equals(document.path())) {
          links.add(row);
        }
      }
    }
    try (RowCursor<FindingRow> rows = run.tables().findings()) {
      for (FindingRow row = rows.next(); row != null; row = rows.next()) {
        if (row.path().equals(document.path())) {
          findings.add(row);
        }
      }
    }
  }

  /**
   * Explains the document: how it was read, its findings, the links that are broken, and the fields
   * that its schema names.
   *
   * @return the text, each line ended by LF
   */
  public String text() throws IOException {
    Steps steps = head();
    rows(steps, links.stream().filter(LinkRow::broken).toList(), findings);
    fields.withoutFinding(steps, findings);
    return steps.toString();
  }

  /**
   * Explains every link and finding on a line.
   *
   * @param line from 1
   * @param column from 1, or 0 for the whole line
   * @return empty where nothing stands there; otherwise the text, each line ended by LF
   */
  public Optional<String> text(int line, int column) throws IOException {
    List<LinkRow> linksThere =
        links.stream()
            .filter(link -> link.line() == line && (column == 0 || link.column() == column))
            .toList();
    List<FindingRow> findingsThere =
        findings.stream()
            .filter(finding -> finding.line() == line)
            .filter(finding -> column == 0 || finding.column() == column)
            .toList();
    if (linksThere.isEmpty() && findingsThere.isEmpty()) {
      return Optional.empty();
    }
    Steps steps = head();
    rows(steps, linksThere, findingsThere);
    return Optional.of(steps.toString());
  }

  /** Where links and findings stand, for a message where none stands at a place. */
  public List<Integer> lines() {
    Set<Integer> lines = new HashSet<>();
    links.forEach(link -> lines.add(link.line()));
    findings.forEach(finding -> lines.add(finding.line()));
    lines.remove(0);
    return lines.stream().sorted().toList();
  }

  /** Whether it has frontmatter, whose fields no table gives a line. */
  public boolean hasFrontmatter() {
    return !document.frontmatterFormat().equals(FrontmatterFormat.NONE.id());
  }

  /** The explanations of all links, in the order of the table. */
  List<LinkExplanation> links() throws IOException {
    KnownTargets known = known(links);
    return links.stream().map(link -> LinkExplanation.of(link, rules, root, known)).toList();
  }

  private Steps head() {
    Steps steps = new Steps();
    steps.heading(document.path());
    steps.step(
        "read",
        document.engine() == null
            ? document.status()
            : document.status() + ", by the engine " + document.engine());
    steps.step(
        "frontmatter",
        document.frontmatterFormat()
            + (document.frontmatterValid() == null
                ? ""
                : document.frontmatterValid() ? ", valid" : ", not valid"));
    fields.schema(steps);
    steps.step(
        "holds",
        "%s, %s, %s"
            .formatted(
                Figures.counted(document.headings(), "heading"),
                Figures.counted(document.links(), "link"),
                Figures.counted(document.findings(), "finding")));
    return steps;
  }

  private void rows(Steps steps, List<LinkRow> shownLinks, List<FindingRow> shownFindings)
      throws IOException {
    Set<FindingRow> ofLinks = new HashSet<>();
    KnownTargets known = known(shownLinks);
    for (LinkRow link : shownLinks) {
      Optional<FindingRow> finding = findings.stream().filter(each -> isOf(each, link)).findFirst();
      finding.ifPresent(ofLinks::add);
      LinkExplanation.of(link, rules, root, known).write(steps, rules, known, finding.orElse(null));
    }
    for (FindingRow finding : shownFindings) {
      if (!ofLinks.contains(finding)) {
        FindingExplanation.write(steps, finding, fields, rules);
      }
    }
  }

  private KnownTargets known(List<LinkRow> of) throws IOException {
    Set<String> paths = new HashSet<>();
    of.forEach(link -> paths.addAll(LinkExplanation.paths(link, rules, root)));
    return KnownTargets.read(run, rules.links(), paths);
  }

  private static boolean isOf(FindingRow finding, LinkRow link) {
    return finding.rule().equals("link/" + link.reason())
        && finding.line() == link.line()
        && finding.column() == link.column()
        && Objects.equals(finding.target(), link.target());
  }
}

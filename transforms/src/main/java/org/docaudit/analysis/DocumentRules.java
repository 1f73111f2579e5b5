package org.docaudit.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.frontmatter.ParsedFrontmatter;
import org.docaudit.analysis.markdown.MarkdownFacts;
import org.docaudit.analysis.markdown.ParsedHeading;
import org.docaudit.analysis.markdown.ParsedLink;
import org.docaudit.analysis.markdown.Suppressions;
import org.docaudit.analysis.markdown.UndefinedReference;
import org.docaudit.links.LinkPatterns;
import org.docaudit.links.LinkTarget;
import org.docaudit.links.Slugger;
import org.docaudit.model.DocumentFacts;
import org.docaudit.model.Finding;
import org.docaudit.model.FrontmatterFormat;
import org.docaudit.model.Heading;
import org.docaudit.model.Link;
import org.docaudit.model.Rule;
import org.docaudit.model.Severity;

/**
 * The rules that both engines share: makes facts of what an engine read. Thread-safe after
 * construction.
 */
public final class DocumentRules {

  private static final Comparator<Finding> ORDER =
      Comparator.comparingInt(Finding::line)
          .thenComparingInt(Finding::column)
          .thenComparing(Finding::rule);

  private final SchemaChoice schemas;
  private final LinkPatterns ignored;

  public DocumentRules(AnalysisConfig config) {
    this.schemas = new SchemaChoice(config.schemas());
    this.ignored = LinkPatterns.of(config.ignorePatterns());
  }

  /**
   * A document's facts with what only the analysis needs.
   *
   * @param targets taken apart, one for each link of the facts; empty where the configuration
   *     ignores the link
   * @param anchors everything that a fragment may name, without repetition; empty where the
   *     document was too complex to be read
   * @param frontmatter for rules that need the whole corpus
   */
  public record Result(
      DocumentFacts facts,
      List<Optional<LinkTarget>> targets,
      Optional<List<String>> anchors,
      ParsedFrontmatter frontmatter) {}

  /** Equal texts for documents whose frontmatter has to meet the same schema. */
  public String schemaOf(String localPath) {
    return schemas.identityOf(localPath);
  }

  /**
   * Applies the rules.
   *
   * @param path corpus path
   * @param localPath the path below the document's own corpus root, which globs match
   */
  public Result apply(
      String path, String localPath, long bytes, String engine, ParsedDocument parsed) {
    MarkdownFacts markdown = parsed.markdown();
    ParsedFrontmatter frontmatter = parsed.frontmatter();
    List<Finding> findings = new ArrayList<>();
    encodingFinding(parsed).ifPresent(findings::add);
    Finding limit = markdown.limitFinding();
    if (limit != null) {
      findings.add(limit);
    }
    List<Finding> fromFrontmatter = new ArrayList<>(frontmatter.findings());
    schemas
        .of(localPath)
        .ifPresent(validator -> fromFrontmatter.addAll(validator.validate(frontmatter)));
    findings.addAll(fromFrontmatter);
    for (UndefinedReference reference : markdown.undefinedReferences()) {
      findings.add(undefined(reference));
    }
    Suppressions.Result suppressions = Suppressions.of(markdown.directives(), parsed.lines());
    findings.addAll(suppressions.findings());
    findings.sort(ORDER);

    List<Heading> headings = headings(markdown.headings());
    List<Link> links = new ArrayList<>(markdown.links().size());
    List<Optional<LinkTarget>> targets = new ArrayList<>(markdown.links().size());
    for (ParsedLink link : markdown.links()) {
      LinkTarget target = LinkTarget.parse(link.target(), link.syntax());
      links.add(link(link, target));
      targets.add(ignored.ignores(link.target()) ? Optional.empty() : Optional.of(target));
    }
    DocumentFacts facts =
        new DocumentFacts(
            path,
            bytes,
            engine,
            parsed.sha256(),
            parsed.lines(),
            parsed.words(),
            markdown.proseWords(),
            title(frontmatter, headings),
            frontmatter.format(),
            frontmatter.toJson().orElse(null),
            valid(frontmatter, fromFrontmatter),
            headings,
            links,
            suppressions.suppressions(),
            findings);
    Optional<List<String>> anchors =
        limit != null ? Optional.empty() : Optional.of(anchors(headings, markdown.anchorIds()));
    return new Result(facts, targets, anchors, frontmatter);
  }

  private static Optional<Finding> encodingFinding(ParsedDocument parsed) {
    Position first = parsed.firstInvalid();
    if (first == null) {
      return Optional.empty();
    }
    int more = parsed.invalidSequences() - 1;
    String message =
        "not valid %s at byte offset %d%s; read as U+FFFD"
            .formatted(
                parsed.encodingName(),
                first.byteOffset(),
                more == 0
                    ? ""
                    : ", and %d more %s".formatted(more, more == 1 ? "place" : "places"));
    return Optional.of(
        new Finding(Rule.DOCUMENT_INVALID_UTF8, first.line(), first.column(), message, null, null));
  }

  private static Finding undefined(UndefinedReference reference) {
    return new Finding(
        Rule.LINK_UNDEFINED_REFERENCE,
        reference.position().line(),
        reference.position().column(),
        "no definition `[%s]: …` in this document".formatted(reference.label()),
        reference.label(),
        null);
  }

  private static List<Heading> headings(List<ParsedHeading> parsed) {
    Slugger slugger = new Slugger();
    List<Heading> headings = new ArrayList<>(parsed.size());
    for (ParsedHeading heading : parsed) {
      headings.add(
          new Heading(
              heading.level(),
              heading.text(),
              heading.position().line(),
              slugger.anchor(heading.anchorText(), heading.explicitId())));
    }
    return headings;
  }

  private static Link link(ParsedLink link, LinkTarget target) {
    return new Link(
        link.position().line(),
        link.position().column(),
        link.position().byteOffset(),
        link.text(),
        link.target(),
        target.fragment(),
        target.type(),
        link.syntax());
  }

  private static List<String> anchors(List<Heading> headings, List<String> ids) {
    Set<String> anchors = new LinkedHashSet<>();
    headings.forEach(heading -> anchors.add(heading.anchor()));
    anchors.addAll(ids);
    return List.copyOf(anchors);
  }

  private static @Nullable String title(ParsedFrontmatter frontmatter, List<Heading> headings) {
    Optional<String> title = frontmatter.title();
    if (title.isPresent()) {
      return title.get();
    }
    for (Heading heading : headings) {
      if (heading.level() == 1) {
        return heading.text();
      }
    }
    return null;
  }

  private static @Nullable Boolean valid(ParsedFrontmatter frontmatter, List<Finding> findings) {
    if (frontmatter.format() == FrontmatterFormat.NONE && findings.isEmpty()) {
      return null;
    }
    return findings.stream()
        .noneMatch(finding -> finding.rule().defaultSeverity() == Severity.ERROR);
  }
}

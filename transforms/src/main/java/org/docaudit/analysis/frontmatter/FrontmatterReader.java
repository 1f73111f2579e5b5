package org.docaudit.analysis.frontmatter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.Limits;
import org.docaudit.analysis.text.SourceText;
import org.docaudit.model.Finding;
import org.docaudit.model.FrontmatterFormat;
import org.docaudit.model.Rule;

/**
 * Reads frontmatter into a typed tree with positions, and findings.
 *
 * <p>Reading stops at the first syntax error or exceeded limit; the root is then null, findings
 * from before it stay. Duplicate keys, ambiguous scalars, tags that do not fit and keys that are no
 * scalars leave a root. Frontmatter without content (or of comments alone) is an empty mapping.
 *
 * <p>Thread-safe; linear in the frontmatter's size, which {@link Limits#maxFrontmatterBytes}
 * bounds; never throws on any document.
 */
public final class FrontmatterReader {
  static final Comparator<Finding> BY_POSITION =
      Comparator.comparingInt(Finding::line)
          .thenComparingInt(Finding::column)
          .thenComparing(Finding::rule);

  private FrontmatterReader() {}

  /** Finds and reads the frontmatter of a document. */
  public static ParsedFrontmatter read(SourceText source, Limits limits) {
    return read(source, FrontmatterScanner.scan(source), limits);
  }

  /** Reads the frontmatter that the scanner found in this document. */
  public static ParsedFrontmatter read(SourceText source, FrontmatterBlock block, Limits limits) {
    return read(source, block, limits, null);
  }

  /**
   * The same with another parser's YAML events.
   *
   * @param yaml events of the block's content, or null for SnakeYAML's
   */
  static ParsedFrontmatter read(
      SourceText source, FrontmatterBlock block, Limits limits, @Nullable YamlEvents yaml) {
    FrontmatterFormat format = block.format();
    if (format == FrontmatterFormat.NONE) {
      return ParsedFrontmatter.NONE;
    }
    if (!block.terminated()) {
      return new ParsedFrontmatter(format, null, List.of(unterminated(block)));
    }
    long bytes =
        source.position(block.contentEnd()).byteOffset()
            - source.position(block.contentStart()).byteOffset();
    if (bytes > limits.maxFrontmatterBytes()) {
      String message =
          "frontmatter of " + bytes + " bytes, more than " + limits.maxFrontmatterBytes();
      Finding finding = atOpening(Rule.FRONTMATTER_TOO_COMPLEX, block, message);
      return new ParsedFrontmatter(format, null, List.of(finding));
    }
    List<Finding> findings = new ArrayList<>();
    FrontmatterNode root = null;
    try {
      root = parse(source, block, limits, yaml, findings);
      if (root == null) {
        root = new FrontmatterNode.Mapping(block.openLine(), 1, List.of());
      } else if (!(root instanceof FrontmatterNode.Mapping)) {
        findings.add(notAMapping(root));
      }
    } catch (FrontmatterException e) {
      // What stands on the line of an error was not read as meant: its scalars are no findings.
      findings.removeIf(
          finding ->
              finding.rule() == Rule.FRONTMATTER_AMBIGUOUS_SCALAR
                  && finding.line() == e.finding().line());
      findings.add(e.finding());
    }
    findings.sort(BY_POSITION);
    return new ParsedFrontmatter(format, root, findings);
  }

  private static @Nullable FrontmatterNode parse(
      SourceText source,
      FrontmatterBlock block,
      Limits limits,
      @Nullable YamlEvents yaml,
      List<Finding> findings)
      throws FrontmatterException {
    int start = block.contentStart();
    int end = block.contentEnd();
    return switch (block.format()) {
      case YAML ->
          YamlReader.read(
              yaml == null ? new SnakeYamlEvents(source, start, end) : yaml, limits, findings);
      case TOML -> TomlReader.read(source, start, end, limits, findings);
      case JSON -> JsonReader.read(source, start, end, limits, findings);
      case NONE -> null;
    };
  }

  private static Finding unterminated(FrontmatterBlock block) {
    String closing =
        switch (block.format()) {
          case TOML -> "no closing `+++` line follows the opening one";
          case JSON -> "the opening brace has no matching closing one";
          default -> "no closing `---` line follows the opening one";
        };
    return atOpening(Rule.FRONTMATTER_UNTERMINATED, block, closing);
  }

  private static Finding notAMapping(FrontmatterNode root) {
    return new Finding(
        Rule.FRONTMATTER_NOT_A_MAPPING,
        root.line(),
        root.column(),
        "frontmatter must be fields (`name: value`), but is " + root.kind().description(),
        null,
        null);
  }

  private static Finding atOpening(Rule rule, FrontmatterBlock block, String message) {
    return new Finding(rule, block.openLine(), 1, message, null, null);
  }
}

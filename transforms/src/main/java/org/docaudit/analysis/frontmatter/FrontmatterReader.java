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

  /** Frontmatter opens here or not at all. */
  private static final int OPEN_LINE = 1;

  private FrontmatterReader() {}

  /** Finds and reads the frontmatter of a document. */
  public static ParsedFrontmatter read(SourceText source, Limits limits) {
    return read(source, FrontmatterScanner.scan(source), limits);
  }

  /** Reads the frontmatter that the scanner found in this document. */
  public static ParsedFrontmatter read(SourceText source, FrontmatterBlock block, Limits limits) {
    if (block.format() == FrontmatterFormat.NONE) {
      return ParsedFrontmatter.NONE;
    }
    long bytes =
        source.position(block.contentEnd()).byteOffset()
            - source.position(block.contentStart()).byteOffset();
    return read(
        block.format(),
        block.terminated(),
        bytes,
        limits,
        findings -> parse(source, block, limits, findings));
  }

  /** What parses a block's content: whatever parser it is, the rules around it are these. */
  interface Content {

    /** The root, or null where there is no content; adds to the findings. */
    @Nullable FrontmatterNode parse(List<Finding> findings) throws FrontmatterException;
  }

  /**
   * Reads a block.
   *
   * @param format not NONE
   * @param bytes of its content, in the document's own bytes
   */
  static ParsedFrontmatter read(
      FrontmatterFormat format, boolean terminated, long bytes, Limits limits, Content content) {
    if (!terminated) {
      return new ParsedFrontmatter(format, null, List.of(unterminated(format)));
    }
    if (bytes > limits.maxFrontmatterBytes()) {
      String message =
          "frontmatter of " + bytes + " bytes, more than " + limits.maxFrontmatterBytes();
      Finding finding = atOpening(Rule.FRONTMATTER_TOO_COMPLEX, message);
      return new ParsedFrontmatter(format, null, List.of(finding));
    }
    List<Finding> findings = new ArrayList<>();
    FrontmatterNode root = null;
    try {
      root = content.parse(findings);
      if (root == null) {
        root = new FrontmatterNode.Mapping(OPEN_LINE, 1, List.of());
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
      SourceText source, FrontmatterBlock block, Limits limits, List<Finding> findings)
      throws FrontmatterException {
    int start = block.contentStart();
    int end = block.contentEnd();
    return switch (block.format()) {
      case YAML -> YamlReader.read(new SnakeYamlEvents(source, start, end), limits, findings);
      case TOML -> TomlReader.read(source, start, end, limits, findings);
      case JSON -> JsonReader.read(source, start, end, limits, findings);
      case NONE -> null;
    };
  }

  private static Finding unterminated(FrontmatterFormat format) {
    String closing =
        switch (format) {
          case TOML -> "no closing `+++` line follows the opening one";
          case JSON -> "the opening brace has no matching closing one";
          default -> "no closing `---` line follows the opening one";
        };
    return atOpening(Rule.FRONTMATTER_UNTERMINATED, closing);
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

  private static Finding atOpening(Rule rule, String message) {
    return new Finding(rule, OPEN_LINE, 1, message, null, null);
  }
}

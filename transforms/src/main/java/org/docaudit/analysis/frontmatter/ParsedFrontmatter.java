package org.docaudit.analysis.frontmatter;

import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Finding;
import org.docaudit.model.FrontmatterFormat;

/**
 * What a document's frontmatter says.
 *
 * @param format how it is written; NONE where the document has none
 * @param root its value; null where there is none or it cannot be read. Frontmatter without content
 *     is an empty mapping. Not a mapping only together with {@code frontmatter/not-a-mapping}
 * @param findings in the order of their positions
 */
public record ParsedFrontmatter(
    FrontmatterFormat format, @Nullable FrontmatterNode root, List<Finding> findings) {

  /** That of a document without frontmatter. */
  public static final ParsedFrontmatter NONE =
      new ParsedFrontmatter(FrontmatterFormat.NONE, null, List.of());

  public ParsedFrontmatter {
    findings = List.copyOf(findings);
  }

  /** The value as {@link FrontmatterNode#toJson} writes it; empty where there is no root. */
  public Optional<String> toJson() {
    return root == null ? Optional.empty() : Optional.of(root.toJson());
  }

  /** The value of a field of the root mapping, by its exact name. */
  public Optional<FrontmatterNode> field(String name) {
    FrontmatterNode.Field field =
        root instanceof FrontmatterNode.Mapping mapping ? mapping.find(name) : null;
    return field == null ? Optional.empty() : Optional.of(field.value());
  }

  /** The field {@code title} where it is text that is not blank. */
  public Optional<String> title() {
    return field("title")
        .filter(FrontmatterNode.Scalar.class::isInstance)
        .map(FrontmatterNode.Scalar.class::cast)
        .filter(scalar -> scalar.kind() != FrontmatterKind.NULL && !scalar.text().isBlank())
        .map(FrontmatterNode.Scalar::text);
  }
}

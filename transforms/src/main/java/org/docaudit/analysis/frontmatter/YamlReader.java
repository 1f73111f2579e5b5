package org.docaudit.analysis.frontmatter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.Limits;
import org.docaudit.model.Finding;
import org.docaudit.model.Rule;

/**
 * Reads YAML's events into a tree: types by {@link CoreSchema} or an explicit tag, anchors, merge
 * keys. Tags other than those of the core schema and {@code !!timestamp} change nothing.
 */
final class YamlReader {
  private static final String TAG = "tag:yaml.org,2002:";
  private static final String MERGE = "<<";

  private final TreeBuilder builder;
  private final List<Finding> findings;
  private final Map<String, TreeBuilder.Anchor> anchors = new HashMap<>();

  private YamlReader(Limits limits, List<Finding> findings) {
    builder = new TreeBuilder(limits, findings);
    this.findings = findings;
  }

  /** The root, or null where there is no content; adds to the findings. */
  static @Nullable FrontmatterNode read(YamlEvents events, Limits limits, List<Finding> findings)
      throws FrontmatterException {
    YamlReader reader = new YamlReader(limits, findings);
    for (YamlEvent event = events.next(); event != null; event = events.next()) {
      reader.accept(event);
    }
    return reader.builder.root();
  }

  private void accept(YamlEvent event) throws FrontmatterException {
    switch (event.kind()) {
      case DOCUMENT_START -> {
        if (event.explicit() || builder.root() != null) {
          throw YamlProblem.directive(event.line(), event.column());
        }
      }
      case MAPPING_START -> builder.open(true, event.line(), event.column(), anchor(event));
      case SEQUENCE_START -> builder.open(false, event.line(), event.column(), anchor(event));
      case COLLECTION_END -> builder.close();
      case ALIAS -> alias(event);
      case SCALAR -> scalar(event);
    }
  }

  private TreeBuilder.@Nullable Anchor anchor(YamlEvent event) {
    if (event.anchor() == null) {
      return null;
    }
    TreeBuilder.Anchor anchor = new TreeBuilder.Anchor();
    anchors.put(event.anchor(), anchor);
    return anchor;
  }

  private void alias(YamlEvent event) throws FrontmatterException {
    String name = String.valueOf(event.value());
    TreeBuilder.Anchor anchor = anchors.get(name);
    if (anchor == null) {
      String written = "*" + name;
      throw FrontmatterException.syntax(
          event.line(),
          event.column(),
          "the alias `" + Excerpt.of(written) + "` has no anchor; quote it if it is text",
          written);
    }
    builder.alias(Excerpt.of(name), anchor, event.line(), event.column());
  }

  private void scalar(YamlEvent event) throws FrontmatterException {
    String text = String.valueOf(event.value());
    boolean untagged = event.tag() == null && event.plain();
    boolean key = builder.expectsKey();
    boolean merges = untagged && key && text.equals(MERGE);
    if (untagged) {
      Finding ambiguous = AmbiguousScalar.check(text, key, event.line(), event.column());
      if (ambiguous != null) {
        findings.add(ambiguous);
      }
    }
    ScalarValue value = untagged ? CoreSchema.read(text) : tagged(event, text);
    FrontmatterNode.Scalar node =
        new FrontmatterNode.Scalar(value.kind(), event.line(), event.column(), value.text());
    builder.scalar(node, text, merges, anchor(event));
  }

  private ScalarValue tagged(YamlEvent event, String text) {
    String tag = event.tag();
    if (tag == null || !tag.startsWith(TAG)) {
      // A quoted scalar, or one with a local tag, which leaves a plain one as it is; a lone !
      // makes text of it.
      boolean local = tag != null && !tag.equals("!");
      return local && event.plain() ? CoreSchema.read(text) : ScalarValue.string(text);
    }
    ScalarValue natural = CoreSchema.read(text);
    String type = tag.substring(TAG.length());
    FrontmatterKind kind =
        switch (type) {
          case "int" -> FrontmatterKind.INTEGER;
          case "float" -> FrontmatterKind.FLOAT;
          case "bool" -> FrontmatterKind.BOOLEAN;
          case "null" -> FrontmatterKind.NULL;
          case "timestamp" -> FrontmatterKind.DATE;
          default -> FrontmatterKind.STRING;
        };
    if (kind == FrontmatterKind.STRING) {
      return ScalarValue.string(text);
    }
    if (kind == FrontmatterKind.FLOAT && natural.kind() == FrontmatterKind.INTEGER) {
      return ScalarValue.floating(natural.text());
    }
    boolean fits =
        natural.kind() == kind
            || (kind == FrontmatterKind.DATE && natural.kind() == FrontmatterKind.DATETIME);
    if (fits) {
      return natural;
    }
    findings.add(
        new Finding(
            Rule.FRONTMATTER_SYNTAX,
            event.line(),
            event.column(),
            "`" + Excerpt.of(text) + "` is not what its tag `!!" + type + "` says",
            text,
            null));
    return ScalarValue.string(text);
  }
}

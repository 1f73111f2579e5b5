package org.docaudit.analysis.frontmatter;

import com.google.re2j.PatternSyntaxException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.docaudit.suggest.NearestName;

/**
 * Checks what the metaschema cannot: that keywords are not misspelt (an unknown one is silently
 * ignored by the standard), that references stay within the schema, that patterns can be run in
 * linear time.
 */
final class SchemaKeywords {
  private static final Set<String> ONE_SCHEMA =
      Set.of(
          "additionalProperties",
          "unevaluatedProperties",
          "unevaluatedItems",
          "propertyNames",
          "items",
          "contains",
          "not",
          "if",
          "then",
          "else",
          "contentSchema");
  private static final Set<String> SCHEMA_LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
  private static final Set<String> SCHEMAS_BY_NAME =
      Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");
  private static final Set<String> OTHERS =
      Set.of(
          "$schema",
          "$id",
          "$ref",
          "$anchor",
          "$dynamicRef",
          "$dynamicAnchor",
          "$vocabulary",
          "$comment",
          "type",
          "enum",
          "const",
          "multipleOf",
          "maximum",
          "exclusiveMaximum",
          "minimum",
          "exclusiveMinimum",
          "maxLength",
          "minLength",
          "pattern",
          "maxItems",
          "minItems",
          "uniqueItems",
          "maxContains",
          "minContains",
          "maxProperties",
          "minProperties",
          "required",
          "dependentRequired",
          "format",
          "title",
          "description",
          "default",
          "deprecated",
          "readOnly",
          "writeOnly",
          "examples",
          // OpenAPI's annotation, next to "examples".
          "example",
          "contentEncoding",
          "contentMediaType");

  private static final Set<String> KNOWN = known();

  private final String sourceName;
  private final Set<String> identifiers = new HashSet<>();
  private final List<FrontmatterNode.Scalar> references = new ArrayList<>();

  private SchemaKeywords(String sourceName) {
    this.sourceName = sourceName;
  }

  static void check(FrontmatterNode schema, String sourceName) throws SchemaException {
    SchemaKeywords keywords = new SchemaKeywords(sourceName);
    keywords.schema(schema);
    keywords.checkReferences(schema);
  }

  private static Set<String> known() {
    Set<String> known = new HashSet<>(OTHERS);
    known.addAll(ONE_SCHEMA);
    known.addAll(SCHEMA_LISTS);
    known.addAll(SCHEMAS_BY_NAME);
    return Set.copyOf(known);
  }

  /** Recurses within the depth that the schema was read with. */
  private void schema(FrontmatterNode node) throws SchemaException {
    if (!(node instanceof FrontmatterNode.Mapping schema)) {
      return;
    }
    for (FrontmatterNode.Field field : schema.fields()) {
      String keyword = field.name();
      FrontmatterNode value = field.value();
      if (ONE_SCHEMA.contains(keyword)) {
        schema(value);
      } else if (SCHEMA_LISTS.contains(keyword)
          && value instanceof FrontmatterNode.Sequence schemas) {
        for (FrontmatterNode item : schemas.items()) {
          schema(item);
        }
      } else if (SCHEMAS_BY_NAME.contains(keyword)
          && value instanceof FrontmatterNode.Mapping schemas) {
        for (FrontmatterNode.Field named : schemas.fields()) {
          if (keyword.equals("patternProperties")) {
            pattern(named.name(), named.line(), named.column());
          }
          schema(named.value());
        }
      } else if (value instanceof FrontmatterNode.Scalar scalar) {
        scalar(keyword, scalar);
      }
      spelling(field);
    }
  }

  private void scalar(String keyword, FrontmatterNode.Scalar value) throws SchemaException {
    switch (keyword) {
      case "$schema" -> dialect(value);
      case "$id" -> identifiers.add(withoutFragment(value.text()));
      case "$ref", "$dynamicRef" -> references.add(value);
      case "pattern" -> pattern(value.text(), value.line(), value.column());
      default -> {
        // Nothing to check.
      }
    }
  }

  private void dialect(FrontmatterNode.Scalar value) throws SchemaException {
    if (!withoutFragment(value.text()).equals("https://json-schema.org/draft/2020-12/schema")) {
      throw new SchemaException(
          sourceName,
          value.line(),
          value.column(),
          "`$schema` must be https://json-schema.org/draft/2020-12/schema, the only supported one");
    }
  }

  private void pattern(String regex, int line, int column) throws SchemaException {
    try {
      LinearPatterns.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new SchemaException(
          sourceName,
          line,
          column,
          "the pattern `"
              + Excerpt.of(regex)
              + "` cannot be used ("
              + e.getDescription()
              + "); patterns have RE2 syntax, without lookaround and backreferences");
    }
  }

  private void spelling(FrontmatterNode.Field field) throws SchemaException {
    if (KNOWN.contains(field.name())) {
      return;
    }
    Optional<String> meant = NearestName.of(field.name(), KNOWN);
    if (meant.isPresent()) {
      throw new SchemaException(
          sourceName,
          field.line(),
          field.column(),
          "unknown keyword `"
              + Excerpt.of(field.name())
              + "`; did you mean `"
              + meant.get()
              + "`?");
    }
  }

  private void checkReferences(FrontmatterNode root) throws SchemaException {
    String base = identifier(root);
    for (FrontmatterNode.Scalar reference : references) {
      checkPointer(root, reference);
      String target = withoutFragment(reference.text());
      if (!target.isEmpty()
          && !identifiers.contains(target)
          && !identifiers.contains(resolve(base, target))) {
        throw new SchemaException(
            sourceName,
            reference.line(),
            reference.column(),
            "`"
                + Excerpt.of(reference.text())
                + "` lies outside this schema; only references within it are followed");
      }
    }
  }

  /** A pointer such as {@code #/$defs/date}; others are left to the library. */
  private void checkPointer(FrontmatterNode root, FrontmatterNode.Scalar reference)
      throws SchemaException {
    String text = reference.text();
    // Within a schema that has its own $id a pointer begins there.
    if (!text.startsWith("#/") || identifiers.size() > 1 || text.indexOf('%') >= 0) {
      return;
    }
    if (SchemaPointer.find(root, text) == null) {
      throw new SchemaException(
          sourceName,
          reference.line(),
          reference.column(),
          "the schema has nothing at `" + Excerpt.of(text) + "`");
    }
  }

  private static String identifier(FrontmatterNode root) {
    if (root instanceof FrontmatterNode.Mapping mapping) {
      FrontmatterNode.Field id = mapping.find("$id");
      if (id != null && id.value() instanceof FrontmatterNode.Scalar scalar) {
        return scalar.text();
      }
    }
    return "";
  }

  private static String resolve(String base, String target) {
    try {
      return URI.create(base).resolve(target).toString();
    } catch (IllegalArgumentException e) {
      return target;
    }
  }

  private static String withoutFragment(String reference) {
    int fragment = reference.indexOf('#');
    return fragment < 0 ? reference : reference.substring(0, fragment);
  }
}

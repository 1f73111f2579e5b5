package org.docaudit.analysis.frontmatter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The fields that a schema names at the top of frontmatter, and what it says of each where. Follows
 * the keywords that apply to the frontmatter as a whole, and references by pointers.
 */
final class SchemaFields {

  private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf");
  private static final Set<String> PARTS = Set.of("if", "then", "else");

  private final FrontmatterNode root;
  private final List<SchemaDemand> demands = new ArrayList<>();

  /** Places that were looked at: references may lead to one from many, and to themselves. */
  private final Set<String> seen = new HashSet<>();

  private SchemaFields(FrontmatterNode root) {
    this.root = root;
  }

  /** In the order of the schema, what is said of a field in one place after the other. */
  static List<SchemaDemand> of(FrontmatterNode schema) {
    SchemaFields fields = new SchemaFields(schema);
    fields.whole(schema, "#");
    return List.copyOf(fields.demands);
  }

  /** A schema of the frontmatter. Recurses within the depth that the schema was read with. */
  private void whole(FrontmatterNode node, String pointer) {
    if (!(node instanceof FrontmatterNode.Mapping schema) || !seen.add(pointer)) {
      return;
    }
    for (FrontmatterNode.Field keyword : schema.fields()) {
      String place = SchemaPointer.below(pointer, keyword.name());
      FrontmatterNode value = keyword.value();
      if (keyword.name().equals("properties") && value instanceof FrontmatterNode.Mapping named) {
        for (FrontmatterNode.Field field : named.fields()) {
          field(field, SchemaPointer.below(place, field.name()));
        }
      } else if (keyword.name().equals("required")) {
        required(value, place, "required");
      } else if (keyword.name().equals("dependentRequired")
          && value instanceof FrontmatterNode.Mapping present) {
        for (FrontmatterNode.Field field : present.fields()) {
          required(
              field.value(),
              SchemaPointer.below(place, field.name()),
              "required where `%s` is there".formatted(Excerpt.of(field.name())));
        }
      } else if (keyword.name().equals("dependentSchemas")
          && value instanceof FrontmatterNode.Mapping present) {
        for (FrontmatterNode.Field field : present.fields()) {
          whole(field.value(), SchemaPointer.below(place, field.name()));
        }
      } else if (LISTS.contains(keyword.name())
          && value instanceof FrontmatterNode.Sequence schemas) {
        for (int i = 0; i < schemas.items().size(); i++) {
          whole(schemas.items().get(i), SchemaPointer.below(place, i));
        }
      } else if (PARTS.contains(keyword.name())) {
        whole(value, place);
      }
    }
    String reference = reference(schema);
    FrontmatterNode target = target(reference);
    if (target != null) {
      whole(target, reference);
    }
  }

  private void required(FrontmatterNode names, String pointer, String text) {
    if (names instanceof FrontmatterNode.Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        if (sequence.items().get(i) instanceof FrontmatterNode.Scalar name) {
          String place = SchemaPointer.below(pointer, i);
          demands.add(new SchemaDemand(name.text(), place, name.line(), name.column(), text));
        }
      }
    }
  }

  /** A field's schema, and those that it refers to. */
  private void field(FrontmatterNode.Field field, String pointer) {
    int line = field.line();
    int column = field.column();
    FrontmatterNode schema = field.value();
    String place = pointer;
    Set<String> followed = new HashSet<>();
    while (schema != null && followed.add(place)) {
      demands.add(new SchemaDemand(field.name(), place, line, column, schema.toJson()));
      place = reference(schema);
      schema = target(place);
      if (schema != null) {
        line = schema.line();
        column = schema.column();
      }
    }
  }

  private static String reference(FrontmatterNode schema) {
    FrontmatterNode.Field field =
        schema instanceof FrontmatterNode.Mapping mapping ? mapping.find("$ref") : null;
    return field != null && field.value() instanceof FrontmatterNode.Scalar scalar
        ? scalar.text()
        : "";
  }

  private @Nullable FrontmatterNode target(String reference) {
    return reference.startsWith("#/") ? SchemaPointer.find(root, reference) : null;
  }
}

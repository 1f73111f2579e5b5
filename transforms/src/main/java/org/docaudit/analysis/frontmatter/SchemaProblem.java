package org.docaudit.analysis.frontmatter;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.suggest.NearestName;

/** What a schema asks of a value, as the end of a sentence that begins with its name. */
final class SchemaProblem {
  private static final int MAX_LISTED = 12;

  /** Stands before what a schema of names asks, in the library's message. */
  private static final String NAME = "name is not valid: ";

  private SchemaProblem() {}

  /** The whole of it: what is asked and what the value is instead. */
  static String describe(ValidationMessage message, FrontmatterNode node) {
    return demand(message) + actual(message.getType(), node);
  }

  /** What is asked, without the value. */
  static String demand(ValidationMessage message) {
    JsonNode asked = message.getSchemaNode();
    String value = Excerpt.of(asked.asText());
    return switch (message.getType()) {
      case "type" -> types(types(message));
      case "enum" -> "must be one of " + listed(asked);
      case "const" -> "must be " + listed(List.of(asked));
      case "pattern" -> "must match `" + value + "`";
      case "format" -> "must be " + format(value);
      case "required" -> "must have the field `" + Excerpt.of(message.getProperty()) + "`";
      case "additionalProperties", "unevaluatedProperties" ->
          "must not have the field `" + Excerpt.of(message.getProperty()) + "`";
      case "minLength" ->
          asked.asInt() == 1 ? "must not be empty" : "must have at least " + value + " characters";
      case "maxLength" -> "must have at most " + value + " characters";
      case "minItems" -> "must have at least " + value + " items";
      case "maxItems" -> "must have at most " + value + " items";
      case "uniqueItems" -> "must not have an item twice";
      case "minimum" -> "must be at least " + value;
      case "maximum" -> "must be at most " + value;
      case "exclusiveMinimum" -> "must be more than " + value;
      case "exclusiveMaximum" -> "must be less than " + value;
      case "multipleOf" -> "must be a multiple of " + value;
      case "not" -> "must not fit the schema under `not`";
      case "oneOf" -> "must fit one alternative only, but fits several";
      case "false" -> "is not allowed";
      default -> {
        String error = message.getError();
        int name = error.indexOf(NAME);
        yield Excerpt.ofMessage(name < 0 ? error : error.substring(name + NAME.length()));
      }
    };
  }

  private static String actual(String type, FrontmatterNode node) {
    return switch (type) {
      case "type" -> ", but is " + actual(node);
      case "enum", "const", "pattern", "format", "minimum", "maximum" ->
          ", but is " + written(node);
      default -> "";
    };
  }

  /** What several alternatives ask of a value, in one sentence. */
  static String describe(Collection<String> demands, String type, FrontmatterNode node) {
    return String.join(", or ", demands) + actual(type, node);
  }

  /** The types that a message of {@code type} asks for; empty for other messages. */
  static List<String> types(ValidationMessage message) {
    List<String> types = new ArrayList<>();
    JsonNode asked = message.getSchemaNode();
    if (message.getType().equals("type")) {
      if (asked.isTextual()) {
        types.add(asked.textValue());
      }
      asked.forEach(type -> types.add(type.asText()));
    }
    return types;
  }

  /** That a value must be of one of some types. */
  static String types(Collection<String> types) {
    return "must be " + types.stream().map(SchemaProblem::typeName).collect(joining(" or "));
  }

  /** The value of an enumeration that a misspelt one most likely means, or null. */
  static @Nullable String suggest(ValidationMessage message, FrontmatterNode node) {
    if (!message.getType().equals("enum") || !(node instanceof FrontmatterNode.Scalar scalar)) {
      return null;
    }
    List<String> values = new ArrayList<>();
    message.getSchemaNode().forEach(value -> values.add(value.asText()));
    return NearestName.of(scalar.text(), values).orElse(null);
  }

  private static String typeName(String type) {
    return switch (type) {
      case "array" -> "a list";
      case "object" -> "a mapping";
      case "integer" -> "an integer";
      case "null" -> "null";
      default -> "a " + type;
    };
  }

  private static String format(String format) {
    return switch (format) {
      case "date" -> "an ISO date (2024-12-31)";
      case "date-time" -> "an ISO date with time and offset (2024-12-31T23:59:59Z)";
      case "time" -> "an ISO time with offset (23:59:59Z)";
      case "uri" -> "a URI";
      case "email" -> "an e-mail address";
      default -> "of the format `" + Excerpt.of(format) + "`";
    };
  }

  private static String actual(FrontmatterNode node) {
    if (node instanceof FrontmatterNode.Scalar scalar && scalar.kind() != FrontmatterKind.NULL) {
      if (scalar.kind() == FrontmatterKind.FLOAT && !FrontmatterJson.isFinite(scalar.text())) {
        return "not a finite number (`" + scalar.text() + "`)";
      }
      return scalar.kind().description() + " (`" + Excerpt.of(scalar.text()) + "`)";
    }
    return node.kind().description();
  }

  private static String written(FrontmatterNode node) {
    return node instanceof FrontmatterNode.Scalar scalar
        ? "`" + Excerpt.of(scalar.text()) + "`"
        : node.kind().description();
  }

  private static String listed(Iterable<JsonNode> values) {
    List<String> names = new ArrayList<>();
    for (JsonNode value : values) {
      if (names.size() == MAX_LISTED) {
        names.add("…");
        break;
      }
      names.add("`" + Excerpt.of(value.isTextual() ? value.textValue() : value.toString()) + "`");
    }
    return String.join(", ", names);
  }
}

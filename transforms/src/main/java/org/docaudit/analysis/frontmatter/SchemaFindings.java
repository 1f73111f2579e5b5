package org.docaudit.analysis.frontmatter;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Finding;
import org.docaudit.model.Rule;
import org.docaudit.suggest.NearestName;

/**
 * The schema library's messages as findings at the keys and values that they are about. The many
 * messages of an {@code anyOf} or {@code oneOf}, one or more for each alternative, become one.
 */
final class SchemaFindings {
  private static final Comparator<Finding> ORDER =
      FrontmatterReader.BY_POSITION
          .thenComparing(finding -> String.valueOf(finding.target()))
          .thenComparing(Finding::message);

  /** More names are not compared with a misspelt one: the work would grow with their product. */
  private static final int MAX_CANDIDATES = 1_000;

  private final NodeIndex nodes;
  private final JsonNode schema;

  SchemaFindings(FrontmatterNode.Mapping root, JsonNode schema) {
    nodes = new NodeIndex(root);
    this.schema = schema;
  }

  List<Finding> of(Collection<ValidationMessage> messages) {
    Set<Finding> findings = new LinkedHashSet<>();
    Map<String, List<ValidationMessage>> alternatives = new LinkedHashMap<>();
    for (ValidationMessage message : messages) {
      String group = alternativesOf(message);
      if (group == null) {
        findings.add(single(message));
      } else {
        alternatives.computeIfAbsent(group, key -> new ArrayList<>()).add(message);
      }
    }
    for (List<ValidationMessage> group : alternatives.values()) {
      findings.add(group.size() == 1 ? single(group.get(0)) : merged(group));
    }
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(ORDER);
    return sorted;
  }

  /** What the messages of one application of anyOf or oneOf to one value share; null for others. */
  private static @Nullable String alternativesOf(ValidationMessage message) {
    JsonNodePath path = message.getEvaluationPath();
    StringBuilder prefix = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      Object element = path.getElement(i);
      prefix.append('/').append(element);
      boolean last = i + 1 == path.getNameCount();
      if ((element.equals("anyOf") || element.equals("oneOf"))
          && (last || path.getElement(i + 1) instanceof Integer)) {
        // Below items the path is the same for each item: the instance's first names tell apart.
        return prefix + "\n" + instanceOf(message.getInstanceLocation(), path, i);
      }
    }
    return null;
  }

  /** The value that the keyword at an index of the evaluation path applies to. */
  private static String instanceOf(JsonNodePath instance, JsonNodePath path, int keyword) {
    int depth = 0;
    for (int i = 0; i < keyword; i++) {
      Object element = path.getElement(i);
      if (element.equals("properties") || element.equals("patternProperties")) {
        depth++;
        i++;
      } else if (element.equals("prefixItems")) {
        depth++;
        i++;
      } else if (element.equals("dependentSchemas")) {
        i++;
      } else if (element.equals("items")
          || element.equals("additionalProperties")
          || element.equals("unevaluatedProperties")
          || element.equals("unevaluatedItems")
          || element.equals("contains")) {
        depth++;
      }
    }
    StringBuilder prefix = new StringBuilder();
    for (int i = 0; i < Math.min(depth, instance.getNameCount()); i++) {
      prefix.append('/').append(instance.getElement(i));
    }
    return prefix.toString();
  }

  private Finding single(ValidationMessage message) {
    NodePath path = new NodePath(message.getInstanceLocation());
    FrontmatterNode node = nodes.resolve(path);
    String property = message.getProperty();
    return switch (message.getType()) {
      case "required" -> missing(message, path, node, property);
      case "additionalProperties", "unevaluatedProperties" -> unknown(message, path, property);
      case "type" -> {
        String text = "`" + path.display() + "` " + SchemaProblem.describe(message, node);
        yield at(Rule.FRONTMATTER_WRONG_TYPE, path, node, text, null);
      }
      case "propertyNames" -> {
        FrontmatterNode.Field field = nodes.field(node, property);
        String text = "the field's name " + SchemaProblem.describe(message, node);
        yield field == null
            ? at(Rule.FRONTMATTER_INVALID_VALUE, path, node, text, null)
            : new Finding(
                Rule.FRONTMATTER_INVALID_VALUE,
                field.line(),
                field.column(),
                text,
                path.display(property),
                null);
      }
      default -> {
        String subject = path.isRoot() ? "frontmatter " : "`" + path.display() + "` ";
        String text = subject + SchemaProblem.describe(message, node);
        String suggestion = SchemaProblem.suggest(message, node);
        yield at(Rule.FRONTMATTER_INVALID_VALUE, path, node, text, suggestion);
      }
    };
  }

  private Finding merged(List<ValidationMessage> group) {
    ValidationMessage first = group.get(0);
    for (ValidationMessage message : group) {
      boolean higher =
          message.getInstanceLocation().getNameCount() < first.getInstanceLocation().getNameCount();
      first = higher ? message : first;
    }
    NodePath path = new NodePath(first.getInstanceLocation());
    FrontmatterNode node = nodes.resolve(path);
    Set<String> types = new LinkedHashSet<>();
    Set<String> demands = new LinkedHashSet<>();
    boolean onlyTypes = true;
    boolean onlyHere = true;
    for (ValidationMessage message : group) {
      NodePath place = new NodePath(message.getInstanceLocation());
      boolean here = message.getInstanceLocation().equals(first.getInstanceLocation());
      onlyHere &= here;
      onlyTypes &= here && message.getType().equals("type");
      types.addAll(SchemaProblem.types(message));
      demands.add(
          here
              ? SchemaProblem.demand(message)
              : "`" + place.display() + "` " + SchemaProblem.demand(message));
    }
    String subject = path.isRoot() ? "frontmatter " : "`" + path.display() + "` ";
    if (onlyTypes) {
      List<String> demand = List.of(SchemaProblem.types(types));
      String text = subject + SchemaProblem.describe(demand, "type", node);
      return at(Rule.FRONTMATTER_WRONG_TYPE, path, node, text, null);
    }
    String type = onlyHere ? first.getType() : "";
    String text = subject + SchemaProblem.describe(demands, type, node);
    return at(Rule.FRONTMATTER_INVALID_VALUE, path, node, Excerpt.ofMessage(text), null);
  }

  private Finding missing(
      ValidationMessage message, NodePath path, FrontmatterNode node, String property) {
    Set<String> known = properties(message);
    List<String> unknown = new ArrayList<>();
    if (node instanceof FrontmatterNode.Mapping mapping) {
      for (FrontmatterNode.Field field : mapping.fields()) {
        if (!known.contains(field.name())) {
          unknown.add(field.name());
        }
      }
    }
    String near = nearest(property, unknown);
    String text =
        "the field `"
            + path.display(property)
            + "` is missing"
            + (near == null ? "" : "; `" + Excerpt.of(near) + "` may be meant for it");
    boolean top = path.isRoot();
    return new Finding(
        Rule.FRONTMATTER_MISSING_FIELD,
        top ? 1 : node.line(),
        top ? 1 : node.column(),
        text,
        path.display(property),
        near);
  }

  private Finding unknown(ValidationMessage message, NodePath path, String property) {
    FrontmatterNode node = nodes.resolve(path);
    FrontmatterNode.Field field = nodes.field(node, property);
    String near = nearest(property, properties(message));
    return new Finding(
        Rule.FRONTMATTER_UNKNOWN_FIELD,
        field == null ? node.line() : field.line(),
        field == null ? node.column() : field.column(),
        "the schema has no field `" + path.display(Excerpt.of(property)) + "`",
        path.display(property),
        near);
  }

  private static @Nullable String nearest(String name, Collection<String> candidates) {
    return candidates.size() > MAX_CANDIDATES
        ? null
        : NearestName.of(name, candidates).orElse(null);
  }

  /** The names under {@code properties} beside the keyword that a message comes from. */
  private Set<String> properties(ValidationMessage message) {
    JsonNodePath fragment = message.getSchemaLocation().getFragment();
    JsonNode parent = schema;
    for (int i = 0; i < fragment.getNameCount() - 1; i++) {
      Object element = fragment.getElement(i);
      parent =
          element instanceof Integer index ? parent.path(index) : parent.path(element.toString());
    }
    Set<String> names = new HashSet<>();
    parent.path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Finding at(
      Rule rule, NodePath path, FrontmatterNode node, String text, @Nullable String suggestion) {
    boolean top = path.isRoot();
    return new Finding(
        rule,
        top ? 1 : node.line(),
        top ? 1 : node.column(),
        text,
        top ? null : path.display(),
        suggestion);
  }
}

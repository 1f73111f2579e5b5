package org.docaudit.pipeline.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value of the configuration file with its place. Each reading method throws a {@link
 * ConfigException} of the form {@code FILE:LINE:COLUMN: KEY: what was expected} where the value is
 * of another kind. Scalars are read as written, so that {@code off} stays a word, as in YAML 1.2.
 *
 * @param file the file's name, for messages
 * @param key where the value stands, such as {@code links.ignore}; empty for the whole file
 */
record ConfigNode(String file, String key, Node node) {
  private static final Set<Tag> SCALARS =
      Set.of(Tag.STR, Tag.BOOL, Tag.INT, Tag.FLOAT, Tag.TIMESTAMP, Tag.MERGE);

  /** The values by key. Unknown keys (a {@code what} is a key or a rule) and repeated ones fail. */
  Map<String, ConfigNode> mapping(String what, Collection<String> known) throws ConfigException {
    if (!(node instanceof MappingNode mapping) || !node.getTag().equals(Tag.MAP)) {
      throw expected("a mapping");
    }
    Map<String, ConfigNode> values = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      ConfigNode keyNode = new ConfigNode(file, key, entry.getKeyNode());
      String name = keyNode.scalar("a " + what);
      if (!known.contains(name)) {
        throw keyNode.failure(
            "unknown %s '%s'; did you mean '%s'?"
                .formatted(what, name, KnownNames.nearest(name, known)));
      }
      String path = key.isEmpty() ? name : key + "." + name;
      if (values.put(name, new ConfigNode(file, path, entry.getValueNode())) != null) {
        throw keyNode.failure("the %s '%s' stands twice".formatted(what, name));
      }
    }
    return values;
  }

  List<ConfigNode> list() throws ConfigException {
    if (!(node instanceof SequenceNode sequence) || !node.getTag().equals(Tag.SEQ)) {
      throw expected("a list");
    }
    List<ConfigNode> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new ConfigNode(file, key, item));
    }
    return items;
  }

  /** A list of strings, none of them empty. */
  List<String> strings() throws ConfigException {
    List<String> strings = new ArrayList<>();
    for (ConfigNode item : list()) {
      strings.add(item.string());
    }
    return strings;
  }

  /** A string that is not empty. */
  String string() throws ConfigException {
    String text = scalar("a string");
    if (text.isBlank()) {
      throw failure("must not be empty");
    }
    return text;
  }

  boolean bool() throws ConfigException {
    return parse(
        "true or false", text -> Keyword.parse(text, List.of("true", "false")).equals("true"));
  }

  /** Reads a scalar by a function whose IllegalArgumentException becomes the failure. */
  <T> T parse(String what, Function<String, T> parser) throws ConfigException {
    try {
      return parser.apply(scalar(what));
    } catch (IllegalArgumentException e) {
      throw failure(e.getMessage());
    }
  }

  /** From 1. */
  int line() {
    return node.getStartMark().getLine() + 1;
  }

  /** From 1. */
  int column() {
    return node.getStartMark().getColumn() + 1;
  }

  ConfigException failure(String message) {
    String place = "%s:%d:%d: ".formatted(file, line(), column());
    return new ConfigException(place + (key.isEmpty() ? "" : key + ": ") + message);
  }

  private String scalar(String what) throws ConfigException {
    if (!(node instanceof ScalarNode scalar) || !SCALARS.contains(node.getTag())) {
      throw expected(what);
    }
    return scalar.getValue();
  }

  private ConfigException expected(String what) {
    return failure("expected " + what + ", found " + kind());
  }

  private String kind() {
    if (node.getTag().equals(Tag.NULL)) {
      return "nothing";
    }
    if (node instanceof ScalarNode scalar) {
      boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
      return SCALARS.contains(node.getTag())
          ? (plain ? "'%s'" : "the string '%s'").formatted(scalar.getValue())
          : "a value with the tag " + node.getTag().getValue();
    }
    return node instanceof SequenceNode ? "a list" : "a mapping";
  }
}

package org.docaudit.pipeline.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where the keys of a configuration file stand, for messages about what they do. */
public final class ConfigPlaces {

  private final String name;
  private final @Nullable Node root;

  private ConfigPlaces(String name, @Nullable Node root) {
    this.name = name;
    this.root = root;
  }

  /** Places of no file. */
  public static ConfigPlaces none() {
    return new ConfigPlaces("", null);
  }

  /**
   * Reads a file.
   *
   * @param name the file as the user knows it
   * @throws ConfigException where it is not there, or no YAML
   */
  public static ConfigPlaces read(Path file, String name) throws ConfigException {
    return new ConfigPlaces(
        name, ConfigFileReader.compose(TextFile.read(file, "configuration file " + name), name));
  }

  /**
   * The place of a key, {@code FILE:LINE:COLUMN}; empty where the file does not have it.
   *
   * @param keys from the outermost; of an item of a list its number, from 0
   */
  public Optional<String> of(String... keys) {
    Node node = root;
    Node place = root;
    for (String key : keys) {
      if (node instanceof MappingNode mapping) {
        NodeTuple entry = entry(mapping, key);
        place = entry == null ? null : entry.getKeyNode();
        node = entry == null ? null : entry.getValueNode();
      } else if (node instanceof SequenceNode sequence) {
        List<Node> items = sequence.getValue();
        int index = Integer.parseInt(key);
        node = index < items.size() ? items.get(index) : null;
        place = node;
      } else {
        place = null;
      }
      if (place == null) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(place)
        .map(Node::getStartMark)
        .map(mark -> "%s:%d:%d".formatted(name, mark.getLine() + 1, mark.getColumn() + 1));
  }

  private static @Nullable NodeTuple entry(MappingNode mapping, String key) {
    for (NodeTuple entry : mapping.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key)) {
        return entry;
      }
    }
    return null;
  }
}

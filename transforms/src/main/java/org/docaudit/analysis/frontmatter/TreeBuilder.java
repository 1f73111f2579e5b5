package org.docaudit.analysis.frontmatter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.Limits;
import org.docaudit.model.Finding;
import org.docaudit.model.Rule;

/**
 * Builds the tree from events of any format, with an explicit stack. In a mapping the children
 * alternate: key, value, key, value.
 *
 * <p>Keeps the limits on depth and nodes, both after aliases are expanded, and on the text of all
 * scalars after expansion, which must stay within {@link Limits#maxFrontmatterBytes} too: few
 * aliases of one long text are a bomb as well.
 *
 * <p>A key that stands twice is a finding; the last value wins, in the place of the first, as in
 * PyYAML, Psych and Jackson. Fields that {@code <<} merges never replace those of the mapping
 * itself, and of several merged mappings the first wins (YAML 1.1, type {@code merge}).
 */
final class TreeBuilder {
  private final Limits limits;
  private final List<Finding> findings;
  private final Deque<Frame> open = new ArrayDeque<>();
  private @Nullable Built root;
  private long nodes;
  private long characters;

  TreeBuilder(Limits limits, List<Finding> findings) {
    this.limits = limits;
    this.findings = findings;
  }

  /**
   * A finished node.
   *
   * @param name what it is called as a key; null for a collection
   * @param size nodes after expansion, itself included
   * @param height nested collections, itself included
   * @param characters text of its scalars
   */
  record Built(
      FrontmatterNode node, @Nullable String name, long size, int height, long characters) {}

  /** An anchor: what it names is there once the node is finished. */
  static final class Anchor {
    private @Nullable Built built;
  }

  /** The root once all is closed; null where nothing was added. */
  @Nullable FrontmatterNode root() {
    return root == null ? null : root.node;
  }

  /** Whether the next child is a mapping's key. */
  boolean expectsKey() {
    Frame frame = open.peek();
    return frame != null && frame.mapping && frame.key == null;
  }

  void open(boolean mapping, int line, int column, @Nullable Anchor anchor)
      throws FrontmatterException {
    if (open.size() >= limits.maxFrontmatterDepth()) {
      throw tooDeep(line, column);
    }
    count(1, 0, line, column);
    open.push(new Frame(mapping, line, column, anchor));
  }

  void close() throws FrontmatterException {
    Frame frame = open.pop();
    Built built = frame.build();
    if (frame.anchor != null) {
      frame.anchor.built = built;
    }
    add(built, false);
  }

  /**
   * Adds a scalar.
   *
   * @param name what it is called as a key
   * @param mergeKey whether it is a key that merges its value into the mapping
   */
  void scalar(FrontmatterNode.Scalar scalar, String name, boolean mergeKey, @Nullable Anchor anchor)
      throws FrontmatterException {
    int length = Math.max(scalar.text().length(), name.length());
    count(1, length, scalar.line(), scalar.column());
    Built built = new Built(scalar, name, 1, 0, length);
    if (anchor != null) {
      anchor.built = built;
    }
    add(built, mergeKey);
  }

  void alias(String name, Anchor anchor, int line, int column) throws FrontmatterException {
    Built built = anchor.built;
    if (built == null) {
      throw FrontmatterException.tooComplex(
          line, column, "the alias `*" + name + "` stands inside the value it names, without end");
    }
    if (open.size() + built.height > limits.maxFrontmatterDepth()) {
      throw tooDeep(line, column);
    }
    count(built.size, built.characters, line, column);
    FrontmatterNode copy = built.node.at(line, column);
    add(new Built(copy, built.name, built.size, built.height, built.characters), false);
  }

  private void count(long moreNodes, long moreCharacters, int line, int column)
      throws FrontmatterException {
    nodes += moreNodes;
    characters += moreCharacters;
    if (nodes > limits.maxFrontmatterNodes()) {
      throw FrontmatterException.tooComplex(
          line,
          column,
          "more than " + limits.maxFrontmatterNodes() + " values once aliases are expanded");
    }
    if (characters > limits.maxFrontmatterBytes()) {
      throw FrontmatterException.tooComplex(
          line,
          column,
          "more than "
              + limits.maxFrontmatterBytes()
              + " characters of text once aliases are expanded");
    }
  }

  private FrontmatterException tooDeep(int line, int column) {
    return FrontmatterException.tooComplex(
        line, column, "nested deeper than " + limits.maxFrontmatterDepth() + " collections");
  }

  private void add(Built child, boolean mergeKey) {
    Frame frame = open.peek();
    if (frame == null) {
      root = child;
    } else if (!frame.mapping) {
      frame.count(child);
      frame.items.add(child.node);
    } else if (frame.key == null) {
      frame.count(child);
      frame.key = child;
      frame.mergeKey = mergeKey;
    } else {
      frame.count(child);
      Built key = frame.key;
      frame.key = null;
      if (!(frame.mergeKey && frame.merge(child.node))) {
        put(frame, key, child.node);
      }
    }
  }

  private void put(Frame frame, Built key, FrontmatterNode value) {
    int line = key.node.line();
    int column = key.node.column();
    String name = key.name;
    if (name == null) {
      name = key.node.toJson();
      findings.add(
          new Finding(
              Rule.FRONTMATTER_SYNTAX,
              line,
              column,
              key.node.kind().description()
                  + " as a key, which JSON and most readers lack; quote it if it is text",
              null,
              null));
    }
    FrontmatterNode.Field field = new FrontmatterNode.Field(name, line, column, value);
    Integer first = frame.places.putIfAbsent(field.name(), frame.fields.size());
    if (first == null) {
      frame.fields.add(field);
      return;
    }
    FrontmatterNode.Field earlier = frame.fields.get(first);
    frame.fields.set(first, field);
    findings.add(
        new Finding(
            Rule.FRONTMATTER_DUPLICATE_KEY,
            line,
            column,
            "the key `"
                + Excerpt.of(name)
                + "` stands twice in this mapping; the other is on line "
                + earlier.line(),
            name,
            null));
  }

  /** A collection whose end is still to come. */
  private static final class Frame {
    final boolean mapping;
    final int line;
    final int column;
    final @Nullable Anchor anchor;
    final List<FrontmatterNode> items = new ArrayList<>();
    final List<FrontmatterNode.Field> fields = new ArrayList<>();
    final Map<String, Integer> places = new HashMap<>();
    final List<FrontmatterNode.Field> merged = new ArrayList<>();
    int mergePlace;
    @Nullable Built key;
    boolean mergeKey;
    long size = 1;
    int height;
    long characters;

    Frame(boolean mapping, int line, int column, @Nullable Anchor anchor) {
      this.mapping = mapping;
      this.line = line;
      this.column = column;
      this.anchor = anchor;
    }

    void count(Built child) {
      size += child.size;
      height = Math.max(height, child.height);
      characters += child.characters;
    }

    /** Takes the fields of a mapping, or of a list of mappings; false for anything else. */
    boolean merge(FrontmatterNode value) {
      List<FrontmatterNode> sources =
          value instanceof FrontmatterNode.Sequence sequence ? sequence.items() : List.of(value);
      for (FrontmatterNode source : sources) {
        if (!(source instanceof FrontmatterNode.Mapping)) {
          return false;
        }
      }
      if (merged.isEmpty()) {
        mergePlace = fields.size();
      }
      for (FrontmatterNode source : sources) {
        merged.addAll(((FrontmatterNode.Mapping) source).fields());
      }
      return true;
    }

    Built build() {
      if (!merged.isEmpty()) {
        List<FrontmatterNode.Field> added = new ArrayList<>();
        for (FrontmatterNode.Field field : merged) {
          if (places.putIfAbsent(field.name(), -1) == null) {
            added.add(field);
          }
        }
        fields.addAll(mergePlace, added);
      }
      FrontmatterNode node =
          mapping
              ? new FrontmatterNode.Mapping(line, column, fields)
              : new FrontmatterNode.Sequence(line, column, items);
      return new Built(node, null, size, height + 1, characters);
    }
  }
}

package org.docaudit.analysis.frontmatter;

import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * One value of frontmatter with its place in the document. Immutable.
 *
 * <p>YAML aliases are expanded: an alias is a copy that stands where the alias does and shares what
 * is below. Depth and the number of nodes after expansion are bounded by {@link
 * org.docaudit.analysis.Limits}, so a walk may recurse.
 */
public sealed interface FrontmatterNode {

  FrontmatterKind kind();

  /** The value's line in the document, from 1. */
  int line();

  /** The value's column, from 1, in Unicode code points. */
  int column();

  /** The same value at another place. */
  FrontmatterNode at(int line, int column);

  /**
   * Compact JSON, the same on every machine: fields in document order, numbers with all their
   * digits, dates as strings as written, numbers that JSON lacks as the strings {@code "NaN"},
   * {@code "Infinity"} and {@code "-Infinity"}.
   */
  default String toJson() {
    StringBuilder json = new StringBuilder();
    FrontmatterJson.write(this, json);
    return json.toString();
  }

  /**
   * Fields in document order; each name once.
   *
   * @param fields never null
   */
  record Mapping(int line, int column, List<Field> fields) implements FrontmatterNode {

    public Mapping {
      fields = List.copyOf(fields);
    }

    @Override
    public FrontmatterKind kind() {
      return FrontmatterKind.MAPPING;
    }

    @Override
    public Mapping at(int line, int column) {
      return new Mapping(line, column, fields);
    }

    /** The field of this name, or null. Walks the fields. */
    @Nullable Field find(String name) {
      for (Field field : fields) {
        if (field.name().equals(name)) {
          return field;
        }
      }
      return null;
    }
  }

  /** A list. */
  record Sequence(int line, int column, List<FrontmatterNode> items) implements FrontmatterNode {

    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public FrontmatterKind kind() {
      return FrontmatterKind.SEQUENCE;
    }

    @Override
    public Sequence at(int line, int column) {
      return new Sequence(line, column, items);
    }
  }

  /**
   * Anything but a mapping or a list.
   *
   * @param text a string's value; a number as JSON writes it (decimal, all digits), or {@code NaN},
   *     {@code Infinity}, {@code -Infinity}; {@code true}, {@code false}, {@code null}; a date as
   *     written. Never has a lone surrogate
   */
  record Scalar(FrontmatterKind kind, int line, int column, String text)
      implements FrontmatterNode {

    public Scalar {
      text = FrontmatterJson.wellFormed(text);
    }

    @Override
    public Scalar at(int line, int column) {
      return new Scalar(kind, line, column, text);
    }
  }

  /**
   * A name and a value.
   *
   * @param name the key as written (unquoted); a YAML key that is no scalar as its JSON
   * @param line the key's line
   * @param column the key's column, in code points
   */
  record Field(String name, int line, int column, FrontmatterNode value) {

    public Field {
      name = FrontmatterJson.wellFormed(name);
    }
  }
}

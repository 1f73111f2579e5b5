package org.docaudit.analysis.frontmatter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.Limits;
import org.docaudit.analysis.Position;
import org.docaudit.analysis.text.SourceText;
import org.docaudit.model.Finding;

/**
 * Reads TOML 1.0: Jackson's parser says whether it is valid and what it means, {@link TomlOutline}
 * where it stands and how numbers and dates are written. A local time ({@code 07:32:00}) is text,
 * as JSON and YAML have none. That a date exists is not checked here, alike in YAML.
 */
final class TomlReader {
  private static final TomlMapper MAPPER =
      new TomlMapper(
          TomlFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
              .build());

  private final SourceText source;
  private final int start;
  private final String content;
  private final TreeBuilder builder;

  private TomlReader(SourceText source, int start, String content, TreeBuilder builder) {
    this.source = source;
    this.start = start;
    this.content = content;
    this.builder = builder;
  }

  /** The table of {@code text().substring(start, end)}; adds to the findings. */
  static @Nullable FrontmatterNode read(
      SourceText source, int start, int end, Limits limits, List<Finding> findings)
      throws FrontmatterException {
    TreeBuilder builder = new TreeBuilder(limits, findings);
    String content = withLineFeeds(source.text().substring(start, end));
    TomlReader reader = new TomlReader(source, start, content, builder);
    TomlOutline outline = reader.outline(limits);
    JsonNode tree = reader.parse(outline);
    reader.add(tree, outline.root(), 0);
    return builder.root();
  }

  /** A CR alone ends a line in a document, but not in TOML. */
  private static String withLineFeeds(String text) {
    if (text.indexOf('\r') < 0) {
      return text;
    }
    StringBuilder lines = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      boolean pair = i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (text.charAt(i) == '\r' && !pair) {
        lines.setCharAt(i, '\n');
      }
    }
    return lines.toString();
  }

  private TomlOutline outline(Limits limits) throws FrontmatterException {
    try {
      return TomlOutline.of(content, limits.maxFrontmatterDepth());
    } catch (TomlOutline.TooDeepException e) {
      Position at = position(e.index());
      throw FrontmatterException.tooComplex(
          at.line(),
          at.column(),
          "nested deeper than " + limits.maxFrontmatterDepth() + " collections");
    }
  }

  private JsonNode parse(TomlOutline outline) throws FrontmatterException {
    try {
      return MAPPER.readTree(content);
    } catch (JsonProcessingException e) {
      String problem = firstLine(String.valueOf(e.getOriginalMessage()));
      TomlOutline.Conflict conflict = outline.conflict();
      boolean duplicate =
          problem.startsWith("Duplicate key")
              || problem.startsWith("Table redefined")
              || problem.startsWith("Path into existing non-object");
      if (duplicate && conflict != null) {
        throw duplicate(conflict);
      }
      long offset = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getCharOffset());
      Position at = position((int) Math.min(offset, content.length()));
      throw FrontmatterException.syntax(at.line(), at.column(), describe(problem));
    } catch (RuntimeException e) {
      Position at = position(0);
      throw FrontmatterException.syntax(at.line(), at.column(), "not valid TOML");
    }
  }

  private FrontmatterException duplicate(TomlOutline.Conflict conflict) {
    Position at = position(conflict.key());
    return FrontmatterException.duplicateKey(
        at.line(),
        at.column(),
        "the key `"
            + Excerpt.of(conflict.name())
            + "` is defined twice; the other is on line "
            + position(conflict.earlier()).line(),
        conflict.name());
  }

  private static String describe(String problem) {
    if (problem.startsWith("Premature end of file")) {
      return "a value or key is not complete";
    }
    if (problem.startsWith("Newline not permitted")) {
      return "a line end is not allowed here; a quote, a bracket or a value may be missing";
    }
    if (problem.startsWith("Unknown token")) {
      return "not a value of TOML; text must be quoted";
    }
    if (problem.startsWith("More data after value")) {
      return "text after the end of the value";
    }
    return Excerpt.ofMessage(problem);
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  /**
   * Adds a value. Recurses no deeper than the builder allows.
   *
   * @param entry where it stands, or null where the outline does not know
   * @param fallback the index to take then
   */
  private void add(JsonNode node, TomlOutline.@Nullable Entry entry, int fallback)
      throws FrontmatterException {
    int index = entry == null ? fallback : entry.value;
    Position at = position(index);
    if (node.isObject()) {
      builder.open(true, at.line(), at.column(), null);
      for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
        Map.Entry<String, JsonNode> field = fields.next();
        TomlOutline.Entry child = entry == null ? null : entry.field(field.getKey());
        text(field.getKey(), position(child == null ? index : child.key));
        add(field.getValue(), child, index);
      }
      builder.close();
    } else if (node.isArray()) {
      builder.open(false, at.line(), at.column(), null);
      for (int i = 0; i < node.size(); i++) {
        add(node.get(i), entry == null ? null : entry.item(i), index);
      }
      builder.close();
    } else {
      String written =
          entry == null || entry.end <= entry.value
              ? node.asText()
              : content.substring(entry.value, entry.end);
      scalar(value(node, written), at);
    }
  }

  private static ScalarValue value(JsonNode node, String written) {
    if (node.isBoolean()) {
      return ScalarValue.bool(node.booleanValue());
    }
    if (node.isTextual()) {
      boolean quoted = written.startsWith("\"") || written.startsWith("'");
      ScalarValue date = quoted ? null : CoreSchema.read(written);
      boolean dated =
          date != null
              && (date.kind() == FrontmatterKind.DATE || date.kind() == FrontmatterKind.DATETIME);
      return dated ? date : ScalarValue.string(node.textValue());
    }
    return number(written.replace("_", ""));
  }

  private static ScalarValue number(String numeral) {
    if (numeral.endsWith("inf")) {
      return ScalarValue.infinity(numeral.startsWith("-"));
    }
    if (numeral.endsWith("nan")) {
      return ScalarValue.notANumber();
    }
    int radix =
        numeral.startsWith("0x")
            ? 16
            : numeral.startsWith("0o") ? 8 : numeral.startsWith("0b") ? 2 : 10;
    if (radix != 10) {
      return ScalarValue.integer(new BigInteger(numeral.substring(2), radix).toString());
    }
    boolean whole =
        numeral.indexOf('.') < 0 && numeral.indexOf('e') < 0 && numeral.indexOf('E') < 0;
    return whole ? ScalarValue.integer(numeral) : ScalarValue.floating(numeral);
  }

  private void text(String text, Position at) throws FrontmatterException {
    scalar(ScalarValue.string(text), at);
  }

  private void scalar(ScalarValue value, Position at) throws FrontmatterException {
    builder.scalar(
        new FrontmatterNode.Scalar(value.kind(), at.line(), at.column(), value.text()),
        value.text(),
        false,
        null);
  }

  private Position position(int index) {
    return source.position(start + index);
  }
}

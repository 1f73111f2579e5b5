package org.docaudit.analysis.frontmatter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Frontmatter as JSON: as text for reports, as Jackson's tree for the schema. */
final class FrontmatterJson {
  /**
   * A larger exponent becomes the nearest double in the tree for the schema: arithmetic on {@code
   * 1e999999999} with all its digits would take gigabytes. Doubles end at 308.
   */
  private static final int MAX_EXPONENT = 400;

  private static final String HEX = "0123456789abcdef";

  private FrontmatterJson() {}

  /** Recurses no deeper than the limit that the tree was built with. */
  static void write(FrontmatterNode node, StringBuilder json) {
    if (node instanceof FrontmatterNode.Mapping mapping) {
      json.append('{');
      String separator = "";
      for (FrontmatterNode.Field field : mapping.fields()) {
        json.append(separator);
        quote(field.name(), json);
        json.append(':');
        write(field.value(), json);
        separator = ",";
      }
      json.append('}');
    } else if (node instanceof FrontmatterNode.Sequence sequence) {
      json.append('[');
      String separator = "";
      for (FrontmatterNode item : sequence.items()) {
        json.append(separator);
        write(item, json);
        separator = ",";
      }
      json.append(']');
    } else if (node instanceof FrontmatterNode.Scalar scalar) {
      writeScalar(scalar, json);
    }
  }

  private static void writeScalar(FrontmatterNode.Scalar scalar, StringBuilder json) {
    switch (scalar.kind()) {
      case INTEGER, BOOLEAN, NULL -> json.append(scalar.text());
      case FLOAT -> {
        if (isFinite(scalar.text())) {
          json.append(scalar.text());
        } else {
          quote(scalar.text(), json);
        }
      }
      default -> quote(scalar.text(), json);
    }
  }

  /** Whether a FLOAT is one that JSON can write. */
  static boolean isFinite(String number) {
    char last = number.charAt(number.length() - 1);
    return last >= '0' && last <= '9';
  }

  static void quote(String text, StringBuilder json) {
    json.append('"');
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x20 && c != '"' && c != '\\') {
        continue;
      }
      json.append(text, plain, i);
      plain = i + 1;
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> json.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    json.append(text, plain, text.length());
    json.append('"');
  }

  /** Lone surrogates, which only escapes can make, replaced by U+FFFD: text must have a UTF-8. */
  static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return replaceLoneSurrogates(text, i);
      }
    }
    return text;
  }

  private static String replaceLoneSurrogates(String text, int from) {
    StringBuilder replaced = new StringBuilder(text.length()).append(text, 0, from);
    for (int i = from; i < text.length(); ) {
      int point = text.codePointAt(i);
      boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      replaced.appendCodePoint(lone ? 0xFFFD : point);
      i += Character.charCount(point);
    }
    return replaced.toString();
  }

  /** The tree that a schema sees: dates, and numbers that JSON lacks, are strings. */
  static JsonNode toTree(FrontmatterNode node) {
    if (node instanceof FrontmatterNode.Mapping mapping) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (FrontmatterNode.Field field : mapping.fields()) {
        object.set(field.name(), toTree(field.value()));
      }
      return object;
    }
    if (node instanceof FrontmatterNode.Sequence sequence) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode(sequence.items().size());
      for (FrontmatterNode item : sequence.items()) {
        array.add(toTree(item));
      }
      return array;
    }
    FrontmatterNode.Scalar scalar = (FrontmatterNode.Scalar) node;
    return switch (scalar.kind()) {
      case INTEGER -> integer(scalar.text());
      case FLOAT ->
          isFinite(scalar.text()) ? decimal(scalar.text()) : TextNode.valueOf(scalar.text());
      case BOOLEAN -> BooleanNode.valueOf(scalar.text().equals("true"));
      case NULL -> NullNode.getInstance();
      default -> TextNode.valueOf(scalar.text());
    };
  }

  private static JsonNode integer(String digits) {
    return digits.length() <= 18
        ? LongNode.valueOf(Long.parseLong(digits))
        : BigIntegerNode.valueOf(new BigInteger(digits));
  }

  private static JsonNode decimal(String numeral) {
    try {
      BigDecimal exact = new BigDecimal(numeral);
      long magnitude = (long) exact.precision() - exact.scale();
      if (Math.abs(magnitude) <= MAX_EXPONENT) {
        return DecimalNode.valueOf(exact);
      }
    } catch (NumberFormatException | ArithmeticException exponentBeyondInt) {
      // Falls through to the nearest double.
    }
    double nearest = Double.parseDouble(numeral);
    return DoubleNode.valueOf(
        Double.isInfinite(nearest) ? Math.copySign(Double.MAX_VALUE, nearest) : nearest);
  }
}

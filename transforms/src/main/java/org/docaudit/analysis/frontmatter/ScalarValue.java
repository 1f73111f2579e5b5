package org.docaudit.analysis.frontmatter;

/**
 * How a schema of YAML reads a plain scalar.
 *
 * @param text in one form for each value, as in {@link FrontmatterNode.Scalar#text}, so that two
 *     schemas agree where the records are equal
 */
record ScalarValue(FrontmatterKind kind, String text) {

  /** Longer numerals are text: no reader keeps them, and arithmetic on them is quadratic. */
  static final int MAX_NUMERAL = 1_000;

  static ScalarValue string(String text) {
    return new ScalarValue(FrontmatterKind.STRING, text);
  }

  static ScalarValue bool(boolean value) {
    return new ScalarValue(FrontmatterKind.BOOLEAN, value ? "true" : "false");
  }

  /** An integer of decimal digits with or without sign and leading zeros. */
  static ScalarValue integer(String numeral) {
    boolean negative = numeral.startsWith("-");
    int start = negative || numeral.startsWith("+") ? 1 : 0;
    while (start < numeral.length() - 1 && numeral.charAt(start) == '0') {
      start++;
    }
    String digits = numeral.substring(start);
    return new ScalarValue(
        FrontmatterKind.INTEGER, negative && !digits.equals("0") ? "-" + digits : digits);
  }

  /** A number of YAML's decimal form, such as {@code +.5e3} or {@code 1.}, as JSON writes it. */
  static ScalarValue floating(String numeral) {
    int exponent = Math.max(numeral.indexOf('e'), numeral.indexOf('E'));
    String mantissa = exponent < 0 ? numeral : numeral.substring(0, exponent);
    int point = mantissa.indexOf('.');
    String whole = point < 0 ? mantissa : mantissa.substring(0, point);
    String fraction = point < 0 ? "" : mantissa.substring(point + 1);
    boolean negative = whole.startsWith("-");
    int start = negative || whole.startsWith("+") ? 1 : 0;
    while (start < whole.length() && whole.charAt(start) == '0') {
      start++;
    }
    StringBuilder json = new StringBuilder(negative ? "-" : "");
    json.append(start == whole.length() ? "0" : whole.substring(start));
    if (point >= 0) {
      json.append('.').append(fraction.isEmpty() ? "0" : fraction);
    }
    if (exponent >= 0) {
      json.append('e').append(numeral, exponent + 1, numeral.length());
    } else if (point < 0) {
      json.append(".0");
    }
    return new ScalarValue(FrontmatterKind.FLOAT, json.toString());
  }

  static ScalarValue infinity(boolean negative) {
    return new ScalarValue(FrontmatterKind.FLOAT, negative ? "-Infinity" : "Infinity");
  }

  static ScalarValue notANumber() {
    return new ScalarValue(FrontmatterKind.FLOAT, "NaN");
  }

  /** The value in a sentence. */
  String description() {
    return switch (kind) {
      case STRING -> "text";
      case NULL -> "null";
      case BOOLEAN -> "the boolean " + text;
      case INTEGER -> "the integer " + Excerpt.of(text);
      case FLOAT -> "the number " + Excerpt.of(text);
      default -> kind.description();
    };
  }
}

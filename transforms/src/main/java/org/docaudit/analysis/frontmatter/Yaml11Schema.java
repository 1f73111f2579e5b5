package org.docaudit.analysis.frontmatter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Plain scalars as YAML 1.1's type repository (yaml.org/type) reads them: {@code bool} with yes,
 * no, on, off, y and n; {@code int} with binary, octal by a leading zero, base 60 and underscores;
 * {@code float} that needs a dot, and a sign in its exponent.
 *
 * <p>{@code y} and {@code n} are booleans as the repository says and go-yaml 2 (Hugo) does, though
 * libyaml's readers leave them text. The repository's float admits {@code 1.2.3} and a lone dot by
 * an oversight that no reader follows; neither does this. Dates are read as {@link CoreSchema}
 * does, so that they never differ.
 */
final class Yaml11Schema {
  private static final Pattern BINARY = Pattern.compile("[-+]?0b[0-1_]+");
  private static final Pattern OCTAL = Pattern.compile("[-+]?0[0-7_]+");
  private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:0|[1-9][0-9_]*)");
  private static final Pattern HEXADECIMAL = Pattern.compile("[-+]?0x[0-9a-fA-F_]+");
  private static final Pattern BASE_60 = Pattern.compile("[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(?:[0-9][0-9_]*\\.[0-9_]*|\\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?");
  private static final Pattern FLOAT_BASE_60 =
      Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*");

  private Yaml11Schema() {}

  static ScalarValue read(String text) {
    if (text.isEmpty() || text.length() > ScalarValue.MAX_NUMERAL) {
      return CoreSchema.read(text);
    }
    char first = text.charAt(0);
    if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
      return number(text);
    }
    return switch (text) {
      case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON" -> ScalarValue.bool(true);
      case "n", "N", "no", "No", "NO", "off", "Off", "OFF" -> ScalarValue.bool(false);
      default -> CoreSchema.read(text);
    };
  }

  private static ScalarValue number(String text) {
    String digits = text.replace("_", "");
    if (BINARY.matcher(text).matches() && !digits.endsWith("b")) {
      return radix(digits, "0b", 2);
    }
    if (HEXADECIMAL.matcher(text).matches() && !digits.endsWith("x")) {
      return radix(digits, "0x", 16);
    }
    if (DECIMAL.matcher(text).matches()) {
      return ScalarValue.integer(digits);
    }
    if (OCTAL.matcher(text).matches()) {
      return radix(digits, "0", 8);
    }
    if (FLOAT.matcher(text).matches()) {
      return ScalarValue.floating(digits);
    }
    if (BASE_60.matcher(text).matches()) {
      return ScalarValue.integer(base60(digits).toBigInteger().toString());
    }
    if (FLOAT_BASE_60.matcher(text).matches()) {
      return ScalarValue.floating(base60(digits).toPlainString());
    }
    ScalarValue core = CoreSchema.read(text);
    boolean number =
        core.kind() == FrontmatterKind.INTEGER
            || (core.kind() == FrontmatterKind.FLOAT && FrontmatterJson.isFinite(core.text()));
    return number ? ScalarValue.string(text) : core;
  }

  private static ScalarValue radix(String numeral, String prefix, int radix) {
    boolean negative = numeral.startsWith("-");
    int sign = negative || numeral.startsWith("+") ? 1 : 0;
    String digits = numeral.substring(sign + prefix.length());
    BigInteger value = new BigInteger(digits.isEmpty() ? "0" : digits, radix);
    return ScalarValue.integer((negative ? value.negate() : value).toString());
  }

  private static BigDecimal base60(String numeral) {
    boolean negative = numeral.startsWith("-");
    int sign = negative || numeral.startsWith("+") ? 1 : 0;
    BigDecimal value = BigDecimal.ZERO;
    for (String part : numeral.substring(sign).split(":", -1)) {
      value = value.multiply(BigDecimal.valueOf(60)).add(new BigDecimal(part));
    }
    return negative ? value.negate() : value;
  }
}

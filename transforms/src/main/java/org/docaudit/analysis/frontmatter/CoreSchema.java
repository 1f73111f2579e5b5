package org.docaudit.analysis.frontmatter;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Plain scalars as YAML 1.2.2's core schema (chapter 10.3.2) reads them, and dates, which are text
 * to that schema: those of YAML 1.1's timestamp type, ISO 8601 and some looser forms. Whether a
 * date exists is not asked here.
 *
 * <p>A numeral of more than 1,000 characters is text.
 */
final class CoreSchema {
  private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern DATETIME =
      Pattern.compile(
          "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}"
              + "(?:\\.[0-9]*)?(?:[ \\t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?");

  private CoreSchema() {}

  static ScalarValue read(String text) {
    if (text.isEmpty()) {
      return new ScalarValue(FrontmatterKind.NULL, "null");
    }
    char first = text.charAt(0);
    if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
      return text.length() > ScalarValue.MAX_NUMERAL ? ScalarValue.string(text) : number(text);
    }
    return switch (text) {
      case "~", "null", "Null", "NULL" -> new ScalarValue(FrontmatterKind.NULL, "null");
      case "true", "True", "TRUE" -> ScalarValue.bool(true);
      case "false", "False", "FALSE" -> ScalarValue.bool(false);
      default -> ScalarValue.string(text);
    };
  }

  private static ScalarValue number(String text) {
    return switch (text) {
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> ScalarValue.infinity(false);
      case "-.inf", "-.Inf", "-.INF" -> ScalarValue.infinity(true);
      case ".nan", ".NaN", ".NAN" -> ScalarValue.notANumber();
      default -> digits(text);
    };
  }

  private static ScalarValue digits(String text) {
    if (DECIMAL.matcher(text).matches()) {
      return ScalarValue.integer(text);
    }
    if (FLOAT.matcher(text).matches()) {
      return ScalarValue.floating(text);
    }
    if (OCTAL.matcher(text).matches()) {
      return ScalarValue.integer(new BigInteger(text.substring(2), 8).toString());
    }
    if (HEXADECIMAL.matcher(text).matches()) {
      return ScalarValue.integer(new BigInteger(text.substring(2), 16).toString());
    }
    if (DATE.matcher(text).matches()) {
      return new ScalarValue(FrontmatterKind.DATE, text);
    }
    if (DATETIME.matcher(text).matches()) {
      return new ScalarValue(FrontmatterKind.DATETIME, text);
    }
    return ScalarValue.string(text);
  }
}

package org.docaudit.analysis.frontmatter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;

/**
 * The regular expressions of schemas, run by RE2/J: linear in the document, whatever the
 * expression. That engine has no lookaround and no backreferences.
 */
final class LinearPatterns implements RegularExpressionFactory {

  @Override
  public RegularExpression getRegularExpression(String regex) {
    Pattern pattern = compile(regex);
    return value -> pattern.matcher(value).find();
  }

  /** Compiles an expression in ECMA-262's syntax as far as RE2 has it. */
  static Pattern compile(String regex) throws PatternSyntaxException {
    return Pattern.compile(toRe2(regex));
  }

  /** ECMA-262 writes a character as {@code \\uXXXX}, RE2 as {@code \\x{XXXX}}. */
  private static String toRe2(String regex) {
    if (!regex.contains("\\u")) {
      return regex;
    }
    StringBuilder re2 = new StringBuilder(regex.length() + 8);
    for (int at = 0; at < regex.length(); ) {
      char c = regex.charAt(at);
      if (c != '\\' || at + 1 == regex.length()) {
        re2.append(c);
        at++;
      } else if (regex.charAt(at + 1) == 'u' && at + 6 <= regex.length()) {
        re2.append("\\x{").append(regex, at + 2, at + 6).append('}');
        at += 6;
      } else {
        re2.append(c).append(regex.charAt(at + 1));
        at += 2;
      }
    }
    return re2.toString();
  }
}

package org.docaudit.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Documents made to hurt a parser: nesting, openers without closers, quadratic look-ahead,
 * amplification by references and aliases, keys with one hash, and bytes that terminals obey.
 */
final class HostileDocuments {

  private HostileDocuments() {}

  /** Documents of about so many characters, by their names. */
  static Map<String, String> ofSize(int n) {
    Map<String, IntFunction<String>> kinds = new LinkedHashMap<>();
    kinds.put("quotes-deep", size -> repeat(">", size) + "a\n");
    kinds.put("lists-deep", size -> repeat("- ", size) + "a\n");
    kinds.put("lists-and-quotes", size -> repeat("> - ", size) + "a\n");
    kinds.put("lists-blank", size -> repeat("- ", size / 2) + "a\n" + repeat("\n", size / 2));
    kinds.put("quotes-lazy", size -> repeat(">", size / 2) + "a\n" + repeat("b\n", size / 2));
    kinds.put("lists-indented", HostileDocuments::growingLists);
    kinds.put("open-brackets", size -> repeat("[", size));
    kinds.put("open-images", size -> repeat("![[", size));
    kinds.put("nested-links", size -> repeat("[", size / 5) + "a" + repeat("](b)", 4 * size / 5));
    kinds.put("link-openers", size -> repeat("[a](", size));
    kinds.put("link-angles", size -> repeat("[a](<b", size));
    kinds.put("link-titles", size -> repeat("[a](b \"", size));
    kinds.put("link-parentheses", size -> "[a](" + repeat("(", size));
    kinds.put("undefined-references", size -> repeat("[ab][cd] ", size));
    kinds.put("one-definition", size -> repeat("[a]: u\n", size));
    kinds.put("many-definitions", HostileDocuments::definitions);
    kinds.put(
        "long-target-often",
        size -> "[a]: " + repeat("u", size / 2) + "\n\n" + repeat("[a]\n", size / 8));
    kinds.put("long-label", size -> "[" + repeat("a", size) + "]\n");
    kinds.put("footnotes", HostileDocuments::footnotes);
    kinds.put("emphasis-mixed", size -> repeat("*a **a ", size));
    kinds.put("emphasis-crossed", size -> "a**b" + repeat("c* ", size));
    kinds.put("strikes", size -> repeat("~~a ~", size));
    kinds.put("backticks", HostileDocuments::backticks);
    kinds.put("angles", size -> repeat("<", size));
    kinds.put("comments-open", size -> repeat("a <!-- ", size));
    kinds.put("cdata-open", size -> repeat("a <![CDATA[ ", size));
    kinds.put("attribute-open", size -> repeat("<a b=\"", size));
    kinds.put("attributes", size -> "x <a" + repeat(" a", size));
    kinds.put("elements", size -> repeat("<div>\n", size));
    kinds.put("bare-urls", size -> repeat("http://", size));
    kinds.put("bare-mails", size -> repeat("a@b.", size));
    kinds.put("entities", size -> repeat("&#x", size));
    kinds.put("table-wide", HostileDocuments::wideTable);
    kinds.put("table-pipes", size -> repeat("|", size));
    kinds.put("headings-alike", size -> repeat("# a\n", size));
    kinds.put("headings-with-ids", size -> repeat("# a {#b .c}\n", size));
    kinds.put("rules", size -> repeat("- - ", size));
    kinds.put("one-word", size -> repeat("a", size));
    kinds.put("combining", size -> "e" + repeat("\u0301", size));
    kinds.put("directions", size -> repeat("\u202e\u2066", size));
    kinds.put("controls", size -> repeat("\u001b[2J\u0000\u0007\b", size));
    kinds.put("tabs", size -> repeat("-\t", size));
    kinds.put("carriage-returns", size -> repeat("a\r\r\n", size));
    kinds.put("suppressions", size -> repeat("<!-- docaudit-ignore-start -->\n", size));
    kinds.put(
        "suppressions-on-a-line",
        size -> repeat("<!-- docaudit-ignore-line -->", size) + repeat("[](x)", size));
    kinds.put("yaml-deep", size -> yaml(repeat("- ", size) + "a"));
    kinds.put("yaml-flow-deep", size -> yaml("a: " + repeat("[", size)));
    kinds.put("yaml-maps-deep", size -> yaml(repeat("{a: ", size)));
    kinds.put("yaml-aliases", size -> yaml(aliases(size)));
    kinds.put("yaml-alias-often", HostileDocuments::aliasOften);
    kinds.put("yaml-merges", size -> yaml(merges(size)));
    kinds.put("yaml-one-key", size -> yaml(repeat("k: v\n", size)));
    kinds.put("yaml-one-hash", size -> yaml(oneHash(size)));
    kinds.put("yaml-number", size -> yaml("a: " + repeat("1", size)));
    kinds.put("yaml-exponent", size -> yaml("a: 1e" + repeat("9", size)));
    kinds.put("yaml-tags", size -> yaml("a: !!java.net.URL [x]\nb: " + repeat("!a ", size)));
    kinds.put("yaml-directives", size -> yaml(repeat("%TAG !e! tag:x:\n", size)));
    kinds.put("yaml-text-open", size -> yaml("a: \"" + repeat("b\n", size)));
    kinds.put("yaml-unterminated", size -> "---\n" + repeat("a: b\n", size));
    kinds.put("toml-deep", size -> "+++\na = " + repeat("[", size) + "\n+++\n");
    kinds.put("toml-dotted", size -> "+++\n" + repeat("a.", size) + "a = 1\n+++\n");
    kinds.put("json-deep", size -> "{\"a\":" + repeat("[", size));
    kinds.put("json-number", size -> "{\"a\":1" + repeat("0", size) + "}\n");

    Map<String, String> documents = new LinkedHashMap<>();
    kinds.forEach((name, kind) -> documents.put(name, kind.apply(n)));
    return documents;
  }

  private static String repeat(String unit, int size) {
    return unit.repeat(Math.max(1, size / unit.length()));
  }

  private static String yaml(String frontmatter) {
    return "---\n" + frontmatter + "\n---\n\n# Body\n";
  }

  private static String growingLists(int size) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < size; i++) {
      text.append("  ".repeat(i)).append("- a\n");
    }
    return text.toString();
  }

  private static String definitions(int size) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < size; i++) {
      text.append("[f%d]: u%d.md\n\n[f%d]\n\n".formatted(i, i, i));
    }
    return text.toString();
  }

  private static String footnotes(int size) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < size; i++) {
      text.append("[^%d]: x[^%d]\n\n".formatted(i, i + 1));
    }
    return text.toString();
  }

  private static String backticks(int size) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; text.length() < size; i++) {
      text.append('e').append("`".repeat(i));
    }
    return text.toString();
  }

  private static String wideTable(int size) {
    int columns = size / 8;
    return "|a".repeat(columns)
        + "|\n"
        + "|-".repeat(columns)
        + "|\n"
        + repeat("|b\n", size - 4 * columns);
  }

  private static String aliases(int size) {
    StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; text.length() < size; i++) {
      text.append("a%d: &a%d [*a%d,*a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    return text.toString();
  }

  private static String aliasOften(int size) {
    return yaml("a: &a [" + repeat("x,", size / 2) + "]\nb: [" + repeat("*a,", size / 2) + "]");
  }

  private static String merges(int size) {
    StringBuilder text = new StringBuilder("m0: &m0 {k: v}\n");
    for (int i = 1; text.length() < size; i++) {
      text.append("m%d: &m%d {<<: [*m%d, *m%d], k%d: v}\n".formatted(i, i, i - 1, i - 1, i));
    }
    return text.toString();
  }

  /** Keys of one {@link String#hashCode}: {@code Aa} and {@code BB} have the same. */
  private static String oneHash(int size) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < size; i++) {
      for (int bit = 0; bit < 14; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      text.append(": v\n");
    }
    return text.toString();
  }
}

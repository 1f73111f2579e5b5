package org.docaudit.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Documents made to hurt parsers, by kind and size: depth, openers without closers, quadratic
 * look-ahead, amplification. The same for the same size.
 */
final class HostileInputs {

  private final Map<String, IntFunction<String>> kinds = new LinkedHashMap<>();

  private HostileInputs() {}

  /** Markdown, and frontmatter with a body, of about so many bytes, by their kind. */
  static Map<String, byte[]> ofSize(int size) {
    HostileInputs inputs = new HostileInputs();
    inputs.containers();
    inputs.brackets();
    inputs.references();
    inputs.emphasis();
    inputs.spans();
    inputs.blocks();
    Map<String, byte[]> documents = new LinkedHashMap<>();
    inputs.kinds.forEach((name, kind) -> documents.put(name, kind.apply(size).getBytes(UTF_8)));
    inputs.kinds.clear();
    inputs.collections();
    inputs.aliases();
    inputs.keys();
    inputs.scalars();
    inputs.tokens();
    inputs.kinds.forEach(
        (name, kind) -> {
          String block = kind.apply(size);
          documents.put("YAML " + name, ("---\n" + block + "\n---\nbody\n").getBytes(UTF_8));
        });
    return documents;
  }

  private void containers() {
    rep("quotes deep", "", ">", "a\n");
    rep("quotes deep, spaced", "", "> ", "a\n");
    rep("bullets deep", "", "- ", "a\n");
    rep("numbers deep", "", "1. ", "a\n");
    rep("quotes and bullets deep", "", "> - ", "a\n");
    grow("bullets indented", i -> "  ".repeat(i) + "- a\n");
    grow("quotes growing", i -> ">".repeat(i + 1) + "a\n");
    rep("quotes shrinking", "", ">".repeat(200) + "a\n\n", "");
    put("bullets deep, blank lines", n -> "- ".repeat(n / 4) + "a\n" + "\n".repeat(n / 2));
    put("quotes deep, lazy lines", n -> ">".repeat(n / 2) + "a\n" + "b\n".repeat(n / 4));
    put("bullets deep, lazy lines", n -> "- ".repeat(n / 4) + "a\n" + "b\n".repeat(n / 4));
    put(
        "quotes deep, again and again",
        n -> {
          int depth = (int) Math.sqrt(n);
          return (">".repeat(depth) + "a\n").repeat(n / (depth + 2));
        });
  }

  private void brackets() {
    units("[", "]", "![", "![[", "[a", "a]", "[a](", "[a](<b", "[ (](", "![[]()", "[]", "[^");
    units("[^1]", "[[", "**x [a*b**c*](d)", "[a][b", "[a](b \"", "[a](b (", "[a][b] ");
    rep("parentheses", "[a](", "(", "");
    rep("brackets escaped", "[", "\\[", "");
    nest("brackets nested", "[", "a", "]");
    nest("images nested", "![", "a", "](b)");
    nest("links nested", "[", "a", "](b)");
  }

  private void references() {
    units("[a]: u\n", "[a]: b \"\n");
    rep("title open", "", "[a]: b \"", "");
    grow("definitions", i -> "[f" + i + "]: u\n");
    grow("definitions in use", i -> i % 2 == 0 ? "[f" + i + "]: u\n" : "\n[f" + (i - 1) + "]\n\n");
    put("a long target often", n -> "[a]: " + "u".repeat(n / 2) + "\n\n" + "[a]\n".repeat(n / 8));
    put("a long label", n -> "[" + "a".repeat(n - 3) + "]\n");
    grow("footnotes", i -> "[^" + i + "]: x[^" + i + "]\n\n");
  }

  private void emphasis() {
    units("*a_ ", "_a ", "a_ ", "*a ", "a* ", "*a **a ", "*", "_", "*_", "~~a ~", "~", "a_b");
    units("****a ", "[*a_ ]");
    put("emphasis nested", n -> "*a **a ".repeat(n / 14) + "b" + " a** a*".repeat(n / 14));
    rep("closers by threes", "a**b", "c* ", "");
    nest("stars nested", "*", "a", "*");
    nest("emphasis nested by turns", "*a _b ", "c", " b_ a*");
    grow("stars growing", i -> "*".repeat(i + 1) + "a ");
  }

  private void spans() {
    grow("backticks growing", i -> "e" + "`".repeat(i + 1));
    grow("backticks shrinking", i -> "`".repeat(400 - i % 400) + " ");
    units("`", "`a``b ", "\\`a", "<", "a <!-- ", "<!--\n\n", "a <? ", "a <!A ");
    units("a <![CDATA[ ", "</", "<a ", "<a b=\"", "a <b c=d ", "<div>\n", "<>", "a <!---> ");
    units("<a:", "<a@b", "www.", "http://", "a@b.", "&", "&#x", "$", "$a ", "${", "$$a $ ");
    rep("attributes", "x <a", " a", "");
    rep("address of dots", "", "a.b", "@");
    rep("entity", "&", "a", ";");
  }

  private void blocks() {
    put(
        "table of short rows",
        n -> {
          int columns = n / 8;
          return "|a".repeat(columns)
              + "|\n"
              + "|-".repeat(columns)
              + "|\n"
              + "|b\n".repeat((n - 4 * columns) / 3);
        });
    units("|", "a|b\n-|-\n", "|a\n", "a\n=\n", "a\n", "#", "# ", "- - ", "* ", "\n", "\r\n");
    units(" ", "\t", "-\t", "\0", "\\", "a", "a ", "a  \n", "```\n", "> ```\n", "> a\n");
    units("- a\n", "- a\n\n", "- a\n* a\n", "    a\n\n", "e\u0301", "\uD83D\uDC69\u200D");
    units("\u202E", "\uFEFF", "*\u00A0", "a\n: b\n", "---\n", "a\n---\n", "# a {#b .c}\n");
    units("# a {", "- [ ] ", "> [!NOTE]\n", "\"'", "...", "^a~", ":::a\n");
    rep("table rows", "|a|b|\n|-|-|\n", "|a|b|\n", "");
    rep("table delimiters", "|a\n", "|-", "");
    rep("table escapes", "a|b\n-|-\n", "\\|", "");
    rep("setext late", "", "a\n", "===\n");
    rep("rule that is none", "", "_ ", "a");
    rep("spaces before", "", " ", "a");
    rep("spaces behind", "a", " ", "\nb");
    rep("fence open", "```\n", "a\n", "");
    rep("heading", "# ", "a ", "");
  }

  private void collections() {
    units("[", "{", "{a: ", "{? ", "?\n");
    nest("sequences", "[", "a", "]");
    nest("mappings", "{a: ", "b", "}");
    nest("mappings in sequences", "[{a: ", "b", "}]");
    nest("sequences as keys", "[", "a", "]: x, ");
    rep("items in items", "", "- ", "a\n");
    rep("question marks", "", "? ", "a\n");
    rep("items of mappings", "", "- a: ", "b");
    rep("keys that are items", "", "? - ", "a\n");
    grow("mappings indented", i -> " ".repeat(i) + "a:\n");
    grow("sequences indented", i -> " ".repeat(i) + "-\n");
    rep("pairs", "[", "a: b, ", "]");
    rep("items", "[", "a, ", "]");
    rep("lines", "[", "a\n", "]");
    rep("commas", "[", ",", "");
    units(":", ": ", "a: ");
  }

  private void aliases() {
    put(
        "laughs",
        n -> {
          StringBuilder text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
          for (int i = 1; i < 30; i++) {
            String items = ("*a" + (i - 1) + ",").repeat(9);
            text.append("a%d: &a%d [%s]\n".formatted(i, i, items));
          }
          return text.toString();
        });
    chain("laughs by twos", "a0: &a0 [x]\n", "a%1$d: &a%1$d [*a%2$d,*a%2$d]\n");
    chain("merges", "m0: &m0 {k: v}\n", "m%1$d: &m%1$d {<<: [*m%2$d, *m%2$d], k%1$d: v}\n");
    put(
        "a long list often",
        n -> "a: &a [" + "x,".repeat(n / 4) + "]\nb: [" + "*a,".repeat(n / 6) + "]");
    put("anchor in itself", n -> "&a [*a]");
    put("key in itself", n -> "&a {*a : 1}");
    grow("anchors", i -> "- &a" + i + " x\n");
    rep("one anchor", "", "- &a x\n- *a\n", "");
  }

  private void keys() {
    grow("keys", i -> "k" + i + ": v\n");
    rep("one key", "", "k: v\n", "");
    put(
        "keys of one hash code",
        n ->
            IntStream.range(0, Math.min(1 << 14, n / 31))
                .mapToObj(
                    i ->
                        IntStream.range(0, 14)
                            .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                            .collect(Collectors.joining("", "", ": v\n")))
                .collect(Collectors.joining()));
    rep("keys that are empty", "", ": a\n", "");
    rep("keys and tabs", "", "k:\tv\n", "");
  }

  private void scalars() {
    units("a\n", "a", "a ", "'", "\"", "#", "# a\n", " #\n", " ", "\t", "\n");
    rep("double quote open", "\"", "a\n", "");
    rep("double quote open on a line", "\"", "a", "");
    rep("single quote open", "'", "a\n", "");
    rep("escapes", "\"", "\\x41", "\"");
    rep("empty lines quoted", "\"", "\n", "\"");
    rep("line ends escaped", "\"", "\\\n", "\"");
    rep("empty texts", "[", "\"\",", "]");
    rep("literal, blank", "|\n", " \n", "");
    rep("literal", "|\n", " a\n", "");
    rep("literal, spaces", "|\n", " ", "");
    rep("folded", ">\n", " a\n", "");
    rep("folded, empty lines", ">\n", "\n", " a\n");
    rep("digits", "a: ", "1", "");
    rep("digits and underscores", "a: 1", "1_", "1");
    rep("hexadecimal", "a: 0x", "f", "");
    rep("binary", "a: 0b", "1", "");
    rep("fraction", "a: 1.", "1", "");
    rep("exponent", "a: 1e", "9", "");
    rep("dots", "a: 1", ".", "");
    rep("timestamp", "a: 2001-01-01T00:00:00.", "0", "");
    rep("base 60", "a: 1", ":59", "");
    rep("number that is none", "a: ", "1", "x");
    rep("base 64", "a: !!binary ", "QUJD", "");
    rep("ordered mapping", "!!omap\n", "- a: b\n", "");
  }

  private void tokens() {
    units("!", "!a ", "---\n", "--- a\n", "...\n", "&", "*", "&a ", "%a\n", "@", "\0", "\uFEFF");
    units("\u2028", "\uD83D\uDC69", "-", "-\n");
    rep("tag", "!<", "a", "> x");
    rep("tag of escapes", "!<", "%41", "> x");
    grow("tag directives", i -> "%TAG !e" + i + "! tag:x:\n");
  }

  private void put(String name, IntFunction<String> kind) {
    kinds.put(name, kind);
  }

  private void units(String... units) {
    Arrays.stream(units).forEach(unit -> rep(unit, "", unit, ""));
  }

  private void rep(String name, String head, String unit, String tail) {
    int length = unit.getBytes(UTF_8).length;
    int rest = head.length() + tail.length();
    put(name, n -> head + unit.repeat(Math.max(1, (n - rest) / length)) + tail);
  }

  private void nest(String name, String open, String middle, String close) {
    int length = open.length() + close.length();
    put(name, n -> open.repeat(n / length) + middle + close.repeat(n / length));
  }

  private void grow(String name, IntFunction<String> part) {
    put(
        name,
        n -> {
          StringBuilder text = new StringBuilder();
          for (int i = 0; text.length() < n; i++) {
            text.append(part.apply(i));
          }
          return text.toString();
        });
  }

  private void chain(String name, String first, String link) {
    put(
        name,
        n -> {
          StringBuilder text = new StringBuilder(first);
          for (int i = 1; text.length() < n; i++) {
            text.append(link.formatted(i, i - 1));
          }
          return text.toString();
        });
  }
}

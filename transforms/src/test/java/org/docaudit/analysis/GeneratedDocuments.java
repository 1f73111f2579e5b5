package org.docaudit.analysis;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * A grammar of documents as people write them: frontmatter, blocks in blocks, spans in spans, with
 * a slip here and there, in every encoding and with every line end.
 */
final class GeneratedDocuments {

  private static final int DEPTH = 3;

  private GeneratedDocuments() {}

  /** The bytes of documents. */
  static Arbitrary<byte[]> bytes() {
    Arbitrary<String> bodies = blocks(DEPTH).map(lines -> String.join("\n", lines) + "\n");
    Arbitrary<String> texts =
        Combinators.combine(frontmatter(), bodies, Arbitraries.of("\n", "\n", "\r\n", "\r"))
            .as((frontmatter, body, end) -> (frontmatter + body).replace("\n", end));
    Arbitrary<byte[]> encoded =
        Arbitraries.frequencyOf(
            Tuple.of(8, texts.map(text -> text.getBytes(UTF_8))),
            Tuple.of(1, texts.map(text -> ("\uFEFF" + text).getBytes(UTF_8))),
            Tuple.of(1, texts.map(text -> ("\uFEFF" + text).getBytes(UTF_16LE))),
            Tuple.of(1, texts.map(text -> ("\uFEFF" + text).getBytes(UTF_16BE))));
    return Arbitraries.frequencyOf(Tuple.of(6, encoded), Tuple.of(1, damaged(encoded)));
  }

  /** With a byte that was changed, and perhaps the end cut off. */
  private static Arbitrary<byte[]> damaged(Arbitrary<byte[]> documents) {
    Arbitrary<Integer> places = Arbitraries.integers().between(0, Integer.MAX_VALUE);
    Arbitrary<Integer> lengths = Arbitraries.integers().between(0, 3);
    return Combinators.combine(documents, places, Arbitraries.bytes(), lengths)
        .as(
            (document, place, value, cut) -> {
              byte[] bytes = Arrays.copyOf(document, Math.max(0, document.length - cut));
              if (bytes.length > 0) {
                bytes[place % bytes.length] = value;
              }
              return bytes;
            });
  }

  private static Arbitrary<String> frontmatter() {
    Arbitrary<String> values =
        Arbitraries.frequencyOf(
            Tuple.of(6, words()),
            Tuple.of(
                4,
                Arbitraries.of(
                    "true",
                    "no",
                    "1",
                    "1.50",
                    "2024-01-02",
                    "~",
                    "",
                    "[a, b]",
                    "{a: b, c: [d]}",
                    "\"q\\tu\\u00e9\"",
                    "'it''s'",
                    "|\n  text\n  more",
                    ">-\n  folded\n  on",
                    "\n  - a\n  - b: c\n    d: e",
                    "&a x",
                    "*a",
                    "!!str 1",
                    "x # comment",
                    "a: b",
                    "@a",
                    "[a",
                    "\"open",
                    "\tx",
                    "http://a.example/b?c=d#e")));
    Arbitrary<String> keys =
        Arbitraries.of("title", "date", "tags", "a", "\"b c\"", "é", "<<", "draft", "? x");
    Arbitrary<String> fields =
        Combinators.combine(keys, values).as((key, value) -> key + ": " + value + "\n");
    Arbitrary<String> yaml = fields.list().ofMaxSize(6).map(lines -> String.join("", lines));
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.just("")),
        Tuple.of(4, yaml.map(block -> "---\n" + block + "---\n")),
        Tuple.of(1, yaml.map(block -> "---\n\n# c\n" + block + "...\n\n")),
        Tuple.of(1, yaml.map(block -> "---\n" + block)),
        Tuple.of(1, Arbitraries.of("+++\na = 1\n+++\n", "{\"a\": [1]}\n", "---\n# x\n\ny\n---\n")));
  }

  /** The lines of blocks. */
  private static Arbitrary<List<String>> blocks(int depth) {
    return block(depth)
        .list()
        .ofMinSize(1)
        .ofMaxSize(depth == DEPTH ? 8 : 3)
        .map(blocks -> blocks.stream().flatMap(List::stream).toList());
  }

  private static Arbitrary<List<String>> block(int depth) {
    Arbitrary<String> spans = spans(2);
    Arbitrary<List<String>> paragraphs = spans.map(text -> List.of(text, ""));
    Arbitrary<List<String>> headings =
        Combinators.combine(
                Arbitraries.of("# ", "## ", "###### ", "#", "  # ", "####### "),
                spans,
                Arbitraries.of("", " #", " {#id}", " {#id .class}", "\n===", "\n---"))
            .as((mark, text, end) -> List.of(mark + text + end));
    Arbitrary<List<String>> tables =
        Combinators.combine(
                spans.list().ofSize(2),
                Arbitraries.of("|-|-|", "|:--|--:|", "-|-", "|-|", "---|---|---"),
                spans.list().ofMaxSize(4))
            .as(
                (head, delimiters, cells) ->
                    List.of(
                        "| " + String.join(" | ", head) + " |",
                        delimiters,
                        "| " + String.join(" | ", cells) + " |",
                        "| \\| `|` |",
                        ""));
    Arbitrary<List<String>> code =
        Combinators.combine(Arbitraries.of("```", "~~~ md", "``````", "    "), spans)
            .as((fence, text) -> List.of(fence + text, text, fence.strip(), ""));
    Arbitrary<List<String>> html =
        Combinators.combine(
                Arbitraries.of(
                    "<div id=a>",
                    "<a name=\"b\" href='c.md'>",
                    "<!-- x -->",
                    "<pre>",
                    "<script>",
                    "<!-- docaudit-ignore-next-line link/missing-file -->",
                    "<?php",
                    "<details>",
                    "<!-- docaudit-ignore-start -->",
                    "<!-- docaudit-ignore-end -->",
                    "{/* y */}",
                    "<img src=d.png alt=\"e\">",
                    "<![CDATA[",
                    "</div>",
                    "<style>",
                    "<x-y z={1}>"),
                spans,
                Arbitraries.of("", "</div>", "</a>", "</script>", "-->", "</pre>"))
            .as((open, text, close) -> List.of(open, text + close, ""));
    Arbitrary<List<String>> definitions =
        Combinators.combine(
                labels(),
                Arbitraries.of("/url", "<a b>", "c.md 'title'", "", "d \"open", "#e\n  (t)"))
            .as((label, target) -> List.of("[" + label + "]: " + target, ""));
    Arbitrary<List<String>> footnotes =
        Combinators.combine(labels(), spans)
            .as((label, text) -> List.of("[^" + label + "]: " + text, "", "    " + text, ""));
    Arbitrary<List<String>> rules = Arbitraries.of("---", "***", "- - -", "").map(List::of);
    Arbitrary<List<String>> leaves =
        Arbitraries.frequencyOf(
            Tuple.of(6, paragraphs),
            Tuple.of(3, headings),
            Tuple.of(2, tables),
            Tuple.of(1, code),
            Tuple.of(2, html),
            Tuple.of(2, definitions),
            Tuple.of(1, footnotes),
            Tuple.of(1, rules));
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<List<String>> containers =
        Combinators.combine(
                Arbitraries.of(
                    "> |> ",
                    "- |  ",
                    "* |  ",
                    "1. |   ",
                    "10) |    ",
                    "- [ ] |  ",
                    "- |",
                    ">|",
                    "-\t|\t",
                    "-    |     ",
                    "+ | ",
                    "> |"),
                Arbitraries.lazy(() -> blocks(depth - 1)))
            .as(GeneratedDocuments::contained);
    return Arbitraries.frequencyOf(Tuple.of(3, leaves), Tuple.of(1, containers));
  }

  /** Lines behind the mark of a container, which has what begins the first and the other lines. */
  private static List<String> contained(String mark, List<String> lines) {
    int bar = mark.indexOf('|');
    String text = String.join("\n", lines).replace("\n", "\n" + mark.substring(bar + 1));
    return List.of(mark.substring(0, bar) + text);
  }

  /** A line or a few of spans. */
  private static Arbitrary<String> spans(int depth) {
    return span(depth).list().ofMinSize(1).ofMaxSize(5).map(parts -> String.join("", parts));
  }

  private static Arbitrary<String> span(int depth) {
    Arbitrary<String> leaves =
        Arbitraries.frequencyOf(
            Tuple.of(8, words().map(word -> word + " ")),
            Tuple.of(
                4,
                Arbitraries.of(
                    "`code`",
                    "`` a`b ``",
                    "<https://a.example/b>",
                    "<m@a.example>",
                    "&amp;",
                    "&copy;",
                    "&#x41;",
                    "&nope;",
                    "\\*",
                    "\\[",
                    "  \n",
                    "\\\n",
                    "\n",
                    "<br>",
                    "<a href=\"e.md\">",
                    "</a>",
                    "<b id=f>",
                    "https://a.example/g?h=i&j.",
                    "www.a.example/(k)",
                    "m.n@a.example",
                    "[^1]",
                    "![",
                    "[",
                    "]",
                    "](",
                    "*",
                    "_",
                    "`",
                    "<",
                    "!",
                    "|",
                    "<!-- z -->",
                    "{{ x }}",
                    "$y$",
                    "~~s~~",
                    "\t")),
            Tuple.of(
                2,
                Combinators.combine(
                        labels(), labels(), Arbitraries.of("[%s]", "[%s][]", "[%s][%s]"))
                    .as((one, other, form) -> form.formatted(one, other))));
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<String> inner = Arbitraries.lazy(() -> spans(depth - 1));
    Arbitrary<String> nested =
        Combinators.combine(
                Arbitraries.of(
                    "*%s*",
                    "**%s**",
                    "_%s_",
                    "***%s**",
                    "[%s](a.md)",
                    "[%s](<b c> \"t\")",
                    "![%s](d.png 'u')",
                    "[%s](#e)",
                    "[%s](f(g)h)",
                    "[%s][a]",
                    "![%s][]",
                    "[%s](",
                    "<span>%s</span>",
                    "**%s*",
                    "[![%s](i.png)](j.md)"),
                inner)
            .as((form, text) -> form.replace("%s", text));
    return Arbitraries.frequencyOf(Tuple.of(3, leaves), Tuple.of(2, nested));
  }

  private static Arbitrary<String> labels() {
    return Arbitraries.of("a", "A", "b c", "`a`", "ẞ", "ß", "*d*", "1", "e\\]f", " g ", "x y\nz");
  }

  private static Arbitrary<String> words() {
    return Arbitraries.of(
        "word",
        "two words",
        "é",
        "e\u0301",
        "漢字",
        "\uD83D\uDE00",
        "\u00A0",
        "\u2003",
        "it's",
        "don’t",
        "a_b_c",
        "1.5",
        "\u200B",
        "İ",
        "ǆ",
        "\u0085",
        "\u2028",
        "“q”",
        "x-y",
        "…");
  }
}

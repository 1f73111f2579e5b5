package org.docaudit.analysis.markdown;

import static org.docaudit.analysis.markdown.MarkdownSamples.links;
import static org.docaudit.analysis.markdown.MarkdownSamples.undefined;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UndefinedReferencesTest {

  @Test
  void fullAndCollapsed() {
    assertEquals(
        List.of("1:3 label", "1:17 the text", "2:1 pic", "3:1 1"),
        undefined("é [text][label] [the\ttext][]\n![alt][pic]\n[see *this* `x`][1]"));
  }

  @Test
  void labelsOfCode() {
    assertEquals(
        List.of("1:1 `b`", "1:13 `` c ` d ``", "2:3 `Vec`"),
        undefined("[`a`][`b`], [text][`` c ` d ``]\n> [é][`Vec`]\n\n[`x`][`y`]\n\n[`y`]: z\n"));
    assertEquals(
        List.of("1:1 `a`", "1:11 `` b ` c ``", "2:3 `1`"),
        undefined("[`a`][] **[`` b ` c ``][]**\n> [`1`][] [`y`][]\n\n[`y`]: z\n"));
  }

  @Test
  void aroundAndBesideLinks() {
    assertEquals(List.of("1:1 b"), undefined("[![x](y)][b]"));
    assertEquals(List.of("1:9 b1", "1:22 c d"), undefined("[x](y) ([a1][b1]). **[a][c\nd]**"));
    assertEquals(
        List.of("2:3 b1", "4:3 d1"), undefined("\n> [a1][b1]\n\n- [c1][d1]\n\n[b x]: y\n"));
  }

  @Test
  void inTablesAndHeadings() {
    assertEquals(
        List.of("1:3 b1", "3:10 d1"), undefined("# [a1][b1]\n\n| x\\|y | [c1][d1] |\n|-|-|\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[text]",
        "a[i][j]",
        "a[b][c][d]",
        "[a][b][c]",
        "f()[x1][y1]",
        "*array*[one][two]",
        "`array`[one][two]",
        "[0][1]",
        "[i][j]",
        "[ ][x]",
        "[x][ ]",
        "[]  []",
        "[a-z][0-9]",
        "[A-Z_][a-zA-Z0-9]",
        "[note][^1]",
        "[^1][]",
        "\\[text][label]",
        "[text]\\[label]",
        "`[text][label]`",
        "    [text][label]",
        "<div>[text][label]</div>",
        "[file][,file]",
        "[[nodiscard]][[maybe]]",
        "[label]: /url",
        "[text][label](target)",
        "[text][`a` b]",
        "[text][`a\nb`]",
        "[text][`a]`]",
        "[text][<a>]",
        "[`a` b][]",
        "[`a\nb`][]",
        "[`[a]`][]",
        "[<a>][]",
        "`a`[`b`][`c`]",
      })
  void notMeantAsReference(String text) {
    assertEquals(List.of(), undefined(text));
  }

  @Test
  void definedOnesAreLinks() {
    String text = "[text][Label] [label][] [foo][bar][label]\n\n[LABEL]: /url\n";
    assertEquals(List.of(), undefined(text));
    assertEquals(
        List.of(
            "1:1 REFERENCE text -> /url",
            "1:15 REFERENCE label -> /url",
            "1:30 REFERENCE bar -> /url"),
        links(text));
  }
}

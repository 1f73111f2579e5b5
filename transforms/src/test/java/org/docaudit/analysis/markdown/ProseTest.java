package org.docaudit.analysis.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '@',
      value = {
        "one two                             ~ 2",
        "one*two*three **four**              ~ 2",
        "# one two\\n\\nthree                ~ 3",
        "# one {#id .class}                  ~ 1",
        "one\\ntwo  \\nthree                 ~ 3",
        "- one\\n- two\\n\\n> three          ~ 3",
        "|a|b c|\\n|-|-|\\n|d||\\n           ~ 4",
        "|a|b|\\n|-|-|\\n|c|d|\\n            ~ 4",
        "one `code` two`code`three           ~ 3",
        "```\\ncode\\n```\\n                 ~ 0",
        "\\tcode\\n                           ~ 0",
        "[one two](target) ![alt](i)         ~ 2",
        "one![alt](i)two                     ~ 2",
        "[three][x]\\n\\n[x]: y              ~ 1",
        "see <https://a.b> https://c.d       ~ 3",
        "one <b>two</b>three<br>four         ~ 3",
        "<!-- no -->one<!-- no -->           ~ 1",
        "one <!-- no --> two                 ~ 2",
        "<p>one <b>t</b>wo</p><p>three</p>   ~ 3",
        "<ul><li>one<li>two</ul>             ~ 2",
        "<script>no</script>\\n\\none        ~ 1",
        "<pre>no</pre>\\n\\n<div><code>no</code> one</div> ~ 1",
        "one <code>no</code> two             ~ 2",
        "<p>a&nbsp;b &amp; c</p>             ~ 4",
        "note[^1] end\\n\\n[^1]: foot        ~ 3",
        "漢字 and ひらがな                    ~ 7",
      })
  void words(String text, long words) {
    assertEquals(
        words, MarkdownSamples.parse(text.replace("\\n", "\n").replace("\\t", "\t")).proseWords());
  }
}

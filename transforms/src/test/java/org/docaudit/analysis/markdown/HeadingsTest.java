package org.docaudit.analysis.markdown;

import static org.docaudit.analysis.markdown.MarkdownSamples.headings;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.docaudit.links.Slugger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeadingsTest {

  @Test
  void atxAndSetext() {
    assertEquals(
        List.of("1:1 h1 One", "2:3 h6 Six", "4:1 h2 two lines", "8:3 h1 quoted"),
        headings("# One\n  ###### Six ##\n\ntwo\n  lines\n---\n\n> quoted\n> ==\n"));
  }

  @Test
  void textAsAReaderSeesIt() {
    assertEquals(
        List.of("1:1 h2 The a & b of *x* link and code"),
        headings("##  The *a* &amp;  **b** <br> of \\*x\\* [link](y) ![alt](z) and `code`"));
    assertEquals(List.of("1:1 h1"), headings("#").stream().map(String::strip).toList());
    assertEquals(List.of("1:1 h1 note"), headings("# note[^1]\n\n[^1]: x\n"));
  }

  /** The first two are serde's and serde_json's README, whose anchors on GitHub are known. */
  @ParameterizedTest
  @CsvSource({
    "'# Serde &emsp; [![a]][x] [![b]][x] [![c]][x] [![d]][x]', serde-----",
    "'# Serde JSON &emsp; [![a]][x] [![b]][x] [![c]][x]', serde-json----",
    "'## Two  spaces', two--spaces",
    "'## <a id=\"x\"></a> Lead', -lead",
    "'## Trail <a name=\"x\"></a> ##', trail-",
    "'## ![alt](x) Image', -image",
    "'##   Plain   ##', plain",
    "'Two\nlines\n===', twolines",
  })
  void anchorsKeepTheSpaceBesideImagesAndTags(String heading, String anchor) {
    String definitions = "\n\n[a]: a\n[b]: b\n[c]: c\n[d]: d\n[x]: x\n";
    ParsedHeading parsed = MarkdownSamples.parse(heading + definitions).headings().get(0);
    assertEquals(anchor, Slugger.slug(parsed.anchorText()));
  }

  @Test
  void explicitIds() {
    assertEquals(
        List.of(
            "1:1 h1 A #my-id",
            "2:1 h2 B #b",
            "3:1 h2 C #c_d_e",
            "4:1 h2 D #d",
            "5:1 h2 #only",
            "7:1 h1 E #e"),
        headings(
                "# A {#my-id}\n## B {.x #b k=v} ##\n## C{#c_d_e}\n## D {: #d}\n## {#only}\n\nE {#e}\n===\n")
            .stream()
            .map(heading -> heading.replace("h2  #", "h2 #"))
            .toList());
  }

  @Test
  void whatOnlyLooksLikeAnId() {
    assertEquals(
        List.of(
            "1:1 h1 A {}",
            "2:1 h1 B {x}",
            "3:1 h1 C {#}",
            "4:1 h1 D {.x}",
            "5:1 h1 E {#a} b",
            "6:1 h1 F {#a}",
            "7:1 h1 G {#a}"),
        headings("# A {}\n# B {x}\n# C {#}\n# D {.x}\n# E {#a} b\n# F \\{#a}\n# G `{#a}`\n"));
  }

  @Test
  void neverFromCodeOrHtml() {
    assertEquals(List.of(), headings("```\n# a\n```\n\n    # b\n\n<div>\n# c\n</div>\n\n#d\n"));
  }
}

package org.docaudit.analysis.markdown;

import static org.docaudit.analysis.markdown.MarkdownSamples.links;
import static org.docaudit.analysis.markdown.MarkdownSamples.parse;
import static org.docaudit.analysis.markdown.MarkdownSamples.targets;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HtmlTest {

  @Test
  void inlineElements() {
    assertEquals(
        List.of("1:3 HTML b c -> x&y", "1:34 HTML pic -> p.png"),
        links("a <A HREF='x&amp;y'>b *c*</A>, é <img alt=pic src=p.png/>"));
  }

  @Test
  void blockElements() {
    String html =
        """
        <p align="center">
          <a
            class=x
            href="one"
          >The <b>first</b>
          one</a>
          <img
         src='two' alt="a &lt; b">
        </p>
        """;
    assertEquals(List.of("2:3 HTML The first one -> one", "7:3 HTML a < b -> two"), links(html));
  }

  @Test
  void anyElementWithHrefOrSrc() {
    assertEquals(
        List.of("s", "v", "t", "l", "i"),
        targets(
            "<div>\n<script src=s></script><video src=v><track src=t></video><link href=l>"
                + "<input type=image src=i poster=no data-src=no></div>\n"));
  }

  @Test
  void withinContainers() {
    assertEquals(
        List.of("2:5 HTML y -> x", "5:4 HTML  -> z"),
        links("> - <div>\n>   <a href=x>y</a>\n\n1. <p>\n   <img src=z>\n   </p>\n"));
    assertEquals(
        List.of("1:3 HTML  -> a", "2:4 HTML  -> b"), links(">\t<img src=a>\n> \t<img src=b>\n"));
  }

  @Test
  void onlyWhatIsHtml() {
    assertEquals(List.of(), links("<!-- <a href=x> -->\n\na <!-- <a href=x> [b](c) --> d"));
    assertEquals(List.of(), links("<script>\n'<a href=x>'\n\n[a](b)\n</script>\n"));
    assertEquals(List.of(), links("a <script>[b](c) <img src=d></script> e"));
    assertEquals(List.of(), links("<div>\n<style>a{b:url('<img src=x>')}</style>\n</div>\n"));
    assertEquals(List.of(), links("<?php <a href=x> ?>\n\n<![CDATA[ <a href=x> ]]>\n"));
    assertEquals(List.of(), links("<a href>b</a> <b id=x>"));
  }

  @Test
  void aStyleThatNeverEndsHidesNothing() {
    assertEquals(List.of("c"), targets("the <style> element [b](c)"));
  }

  @Test
  void preFormattedHtmlIsHtml() {
    assertEquals(
        List.of("x", "y"), targets("<pre>\n<a href=x>a</a>\n\n<code><a href=y></code>\n</pre>\n"));
  }

  @Test
  void jsxExpressionsAreNoTargets() {
    assertEquals(
        List.of("b", "d"),
        targets(
            "<Card href={a} /> <Card href=\"b\" />\n\n<div>\n<C on={() => { x > 1 }} src={c} href='d'>\n</div>\n"));
  }

  @Test
  void unclosedAndNestedAnchors() {
    assertEquals(
        List.of("1:1 HTML a -> x", "1:13 HTML b -> y", "1:31 HTML  -> z"),
        links("<a href=x>a <a href=y>b</a> c <a href=z>d"));
  }

  @Test
  void anchorIds() {
    MarkdownFacts facts =
        parse(
            "# A <a name=\"n&amp;1\"></a>\n<div id=d>\n<input id=i name=no><meta name=no>"
                + "<a name=n2 id=d></a></div>\n\n<!-- <a name=no> --> <b id={no}>\n");
    assertEquals(List.of("n&1", "d", "i", "n2"), facts.anchorIds());
  }
}

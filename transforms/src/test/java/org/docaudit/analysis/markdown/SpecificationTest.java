package org.docaudit.analysis.markdown;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.docaudit.model.LinkSyntax;
import org.junit.jupiter.api.Test;

/**
 * Holds every example of the CommonMark and GFM specifications against the HTML that they expect:
 * links and images with their destinations, headings with level and text.
 */
final class SpecificationTest {

  private static final Pattern NOT_SHOWN =
      Pattern.compile(
          "<!--.*?-->|<\\?.*?\\?>|<!\\[CDATA\\[.*?\\]\\]>"
              + "|<(script|style|textarea)\\b[^>]*>.*?(?:</\\1>|$)",
          Pattern.DOTALL);
  private static final Pattern LINK =
      Pattern.compile(
          "<[a-zA-Z][^>]*?\\s(?:href|src)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))");
  private static final Pattern HEADING =
      Pattern.compile("^<h([1-6])>(.*?)</h\\1>$", Pattern.DOTALL | Pattern.MULTILINE);

  @Test
  void commonMarkExamples() {
    Comparison comparison = compare(TestResources.getSpec());
    assertTrue(comparison.examples >= 650, "examples: " + comparison.examples);
    assertTrue(comparison.links >= 150, "links: " + comparison.links);
    assertTrue(comparison.headings >= 60, "headings: " + comparison.headings);
  }

  @Test
  void githubExamples() {
    Comparison comparison = compare(TestResources.getGfmSpec());
    assertTrue(comparison.examples >= 650, "examples: " + comparison.examples);
    assertTrue(comparison.links >= 150, "links: " + comparison.links);
    assertTrue(comparison.bareUrls >= 18, "bare URLs: " + comparison.bareUrls);
  }

  private static final class Comparison {
    int examples;
    int links;
    int headings;
    int bareUrls;
  }

  private static Comparison compare(URL specification) {
    Comparison comparison = new Comparison();
    List<String> failures = new ArrayList<>();
    for (Example example : ExampleReader.readExamples(specification)) {
      boolean bareUrls = Set.of("autolink").contains(String.valueOf(example.getInfo()));
      MarkdownFacts facts = MarkdownSamples.parse(example.getSource());
      List<String> links = new ArrayList<>();
      for (ParsedLink link : facts.links()) {
        boolean bare = isBare(link, example.getSource());
        comparison.bareUrls += bareUrls && bare ? 1 : 0;
        if (bareUrls || !bare) {
          links.add(decode(link.target()));
        }
      }
      List<String> headings =
          facts.headings().stream().map(heading -> heading.level() + heading.text()).toList();
      check(failures, example, "links", expectedLinks(example.getHtml()), links);
      check(failures, example, "headings", expectedHeadings(example.getHtml()), headings);
      comparison.examples++;
      comparison.links += links.size();
      comparison.headings += headings.size();
    }
    assertEquals("", String.join("\n", failures));
    return comparison;
  }

  private static void check(
      List<String> failures, Example example, String what, List<String> wanted, List<String> got) {
    if (!wanted.equals(got)) {
      failures.add(example + "\n" + what + "\n  wanted " + wanted + "\n  got    " + got);
    }
  }

  private static boolean isBare(ParsedLink link, String source) {
    return link.syntax() == LinkSyntax.AUTOLINK
        && source.getBytes(UTF_8)[(int) link.position().byteOffset()] != '<';
  }

  private static List<String> expectedLinks(String html) {
    List<String> links = new ArrayList<>();
    Matcher link = LINK.matcher(NOT_SHOWN.matcher(html).replaceAll(""));
    while (link.find()) {
      String value = link.group(1) != null ? link.group(1) : link.group(2);
      links.add(decode(Escapes.decodeReferences(value != null ? value : link.group(3)).strip()));
    }
    return links;
  }

  private static List<String> expectedHeadings(String html) {
    List<String> headings = new ArrayList<>();
    Matcher heading = HEADING.matcher(html);
    while (heading.find()) {
      String text = heading.group(2).replaceAll("<[^>]*>", "");
      headings.add(heading.group(1) + VisibleText.fold(Escapes.decodeReferences(text)));
    }
    return headings;
  }

  /** Percent-decoded, as the specification's HTML encodes what stands plain in the source. */
  private static String decode(String target) {
    String plain = target.replaceAll("%(?![0-9a-fA-F]{2})", "%25").replace("+", "%2B");
    return URLDecoder.decode(plain, UTF_8);
  }
}

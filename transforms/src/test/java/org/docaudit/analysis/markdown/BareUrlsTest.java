package org.docaudit.analysis.markdown;

import static org.docaudit.analysis.markdown.MarkdownSamples.links;
import static org.docaudit.analysis.markdown.MarkdownSamples.targets;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the specification run in {@link SpecificationTest}; these are the rest. */
final class BareUrlsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "see http://a.b/c.           | http://a.b/c",
        "HTTPS://A.B                 | HTTPS://A.B",
        "http://localhost:8080/x     | http://localhost:8080/x",
        "**http://a.b/c**            | http://a.b/c",
        "(\\`http://a.b/c\\`)         | http://a.b/c",
        "*http://a.b/c*,             | http://a.b/c",
        "http://a.b/__init__.py      | http://a.b/__init__.py",
        "http://a.b/c_d_e            | http://a.b/c_d_e",
        "http://a.b/c\\_d            | http://a.b/c_d",
        "http://a.b/?c&amp;d         | http://a.b/?c&d",
        "http://a.b/?c&amp;          | http://a.b/?c",
        "http://a.b/c;               | http://a.b/c",
        "\"http://a.b/c\"            | http://a.b/c",
        "[http://a.b/c] d            | http://a.b/c",
        "http://a.b/c[0]/d           | http://a.b/c[0]/d",
        "{{http://a.b/c}}            | http://a.b/c",
        "(http://a.b/c_(d))          | http://a.b/c_(d)",
        "http://a.b/漢字。続き        | http://a.b/漢字",
        "（http://a.b/c）後           | http://a.b/c",
        "http://例え.jp/x            | http://例え.jp/x",
        "ftp://a.b/c                 | ftp://a.b/c",
        "(www.a.b)                   | http://www.a.b",
        "mailto:c@a.b                | mailto:c@a.b",
        "c@a.b                       | mailto:c@a.b",
      })
  void found(String text, String target) {
    assertEquals(List.of(target), targets(text));
  }

  @ParameterizedTest
  @CsvSource({
    "xhttp://a.b",
    "http://",
    "http://.",
    "http:/a.b",
    "www.",
    "xwww.a.b",
    "Www.a.b",
    "/www.a.b",
    "www.a_b.c",
    "http://a_b.c",
    "a@b",
    "a@b.c-",
    "@a.b",
    "http\\://a.b",
    "gopher://a.b",
  })
  void notFound(String text) {
    assertEquals(List.of(), targets(text));
  }

  @Test
  void notWithinLinksOrAnchors() {
    assertEquals(List.of("1:1 INLINE http://a.b -> c"), links("[http://a.b](c)"));
    assertEquals(List.of("1:1 HTML http://a.b -> c"), links("<a href=c>http://a.b</a>"));
    assertEquals(List.of("1:1 IMAGE http://a.b -> c"), links("![http://a.b](c)"));
    assertEquals(List.of(), links("a <code>http://a.b</code>"));
  }

  @Test
  void positionsAndOrder() {
    assertEquals(
        List.of(
            "1:3 AUTOLINK http://a.b -> http://a.b",
            "1:14 INLINE x -> y",
            "1:24 AUTOLINK c@d.e -> mailto:c@d.e",
            "2:1 AUTOLINK www.f.g -> http://www.f.g"),
        links("é http://a.b [x](y) or c@d.e\nwww.f.g"));
  }

  @Test
  void severalInOneRun() {
    assertEquals(
        List.of("http://a.b", "http://c.d", "mailto:e@f.g"),
        targets("http://a.b,\thttp://c.d e@f.g"));
  }
}

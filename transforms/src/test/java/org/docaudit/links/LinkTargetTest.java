package org.docaudit.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.docaudit.links.LinkTarget.Kind;
import org.docaudit.model.LinkSyntax;
import org.docaudit.model.LinkType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkTargetTest {
  @ParameterizedTest(name = "{0} -> {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://example.org                 | EXTERNAL | EXTERNAL
          HTTPS://EXAMPLE.ORG/%zz?q=%#%       | EXTERNAL | EXTERNAL
          https:/example.org                  | EXTERNAL | EXTERNAL
          https:example.org                   | EXTERNAL | EXTERNAL
          https:\\\\example.org                 | EXTERNAL | EXTERNAL
          https://user:pass@example.org:8080/ | EXTERNAL | EXTERNAL
          https://example.org:/               | EXTERNAL | EXTERNAL
          https://example.org:65535           | EXTERNAL | EXTERNAL
          https://ex%41mple.org/              | EXTERNAL | EXTERNAL
          https://bücher.example/ü ü          | EXTERNAL | EXTERNAL
          http://localhost:{port}/            | EXTERNAL | EXTERNAL
          http://<host>:<port>/               | EXTERNAL | EXTERNAL
          http://localhost:port               | EXTERNAL | EXTERNAL
          http://localhost:porta/x            | EXTERNAL | EXTERNAL
          http://HOST:PORT/                   | EXTERNAL | EXTERNAL
          https://example.com:puerto          | EXTERNAL | EXTERNAL
          https://docs.sea.dev:PORT/x         | EXTERNAL | EXTERNAL
          https://docs.sea.dev:YOUR_PORT      | EXTERNAL | EXTERNAL
          http://[::1]:8080/                  | EXTERNAL | EXTERNAL
          http://[2001:db8::1]                | EXTERNAL | EXTERNAL
          http://[1:2:3:4:5:6:7:8]/           | EXTERNAL | EXTERNAL
          http://[::ffff:192.0.2.1]/          | EXTERNAL | EXTERNAL
          //example.org/a                     | EXTERNAL | EXTERNAL
          ftp://example.org                   | EXTERNAL | EXTERNAL
          sms:+1                              | EXTERNAL | EXTERNAL
          file:///etc/hosts                   | EXTERNAL | EXTERNAL
          vscode://x                          | EXTERNAL | EXTERNAL
          https://                            | INVALID  | EXTERNAL
          https:///                           | INVALID  | EXTERNAL
          https://?q                          | INVALID  | EXTERNAL
          http://:80/                         | INVALID  | EXTERNAL
          http://user@/                       | INVALID  | EXTERNAL
          http://docs.sea.dev:owner/x         | INVALID  | EXTERNAL
          http://docs.sea.dev:report/         | INVALID  | EXTERNAL
          http://docs.sea.dev:port80/         | INVALID  | EXTERNAL
          http://example.org:65536/           | INVALID  | EXTERNAL
          http://example.org:-1/              | INVALID  | EXTERNAL
          http://exa mple.org/                | INVALID  | EXTERNAL
          http://ex%zzample.org/              | INVALID  | EXTERNAL
          http://[::1                         | INVALID  | EXTERNAL
          http://[::1]x/                      | INVALID  | EXTERNAL
          http://[1::2::3]/                   | INVALID  | EXTERNAL
          http://[:1]/                        | INVALID  | EXTERNAL
          http://[12345::]/                   | INVALID  | EXTERNAL
          http://[1:2:3:4:5:6:7:8::]/         | INVALID  | EXTERNAL
          http://[::1.2.3.256]/               | INVALID  | EXTERNAL
          //                                  | INVALID  | EXTERNAL
          mailto:a@example.org                | IGNORED  | EXTERNAL
          MAILTO:a@example.org                | IGNORED  | EXTERNAL
          tel:+49                             | IGNORED  | EXTERNAL
          data:image/png;base64,AA            | IGNORED  | EXTERNAL
          javascript:void(0)                  | IGNORED  | EXTERNAL
          #a                                  | ANCHOR   | ANCHOR
          #a:b                                | ANCHOR   | ANCHOR
          ?q=1                                | ANCHOR   | ANCHOR
          {{ site.url }}/a                    | TEMPLATE | INTERNAL
          {% url 'a' %}                       | TEMPLATE | INTERNAL
          <%= url %>                          | TEMPLATE | INTERNAL
          ${base}/a.md                        | TEMPLATE | INTERNAL
          #{{ anchor }}                       | TEMPLATE | ANCHOR
          https://{{ host }}/                 | TEMPLATE | EXTERNAL
          //{{ host }}/                       | TEMPLATE | EXTERNAL
          ''                                  | EMPTY    | INTERNAL
          C:\\a.md                             | INVALID  | INTERNAL
          c:/a.md                             | INVALID  | INTERNAL
          \\\\host\\share                        | INVALID  | INTERNAL
          a%ff.md                             | INVALID  | INTERNAL
          a%c3%28.md                          | INVALID  | INTERNAL
          a%ED%A0%80.md                       | INVALID  | INTERNAL
          a%0Ab.md                            | INVALID  | INTERNAL
          a.md                                | INTERNAL | INTERNAL
          a:b.md                              | EXTERNAL | EXTERNAL
          ./a:b.md                            | INTERNAL | INTERNAL
          1:2                                 | INTERNAL | INTERNAL
          :a                                  | INTERNAL | INTERNAL
          a\\b.md                              | INTERNAL | INTERNAL
          """)
  void kinds(String target, Kind kind, LinkType type) {
    LinkTarget parsed = LinkTarget.parse(target, LinkSyntax.INLINE);
    assertEquals(kind, parsed.kind());
    assertEquals(type, parsed.type());
  }

  @Test
  void parts() {
    assertEquals(
        new LinkTarget(
            Kind.INTERNAL, LinkType.INTERNAL, "/a b/c%zz#?", true, false, false, "d e", true),
        LinkTarget.parse("/a%20b/c%zz%23%3f?x&plain=1#d%20e:~:text=f", LinkSyntax.INLINE));
    assertEquals(
        new LinkTarget(Kind.INTERNAL, LinkType.INTERNAL, "a/b/", false, true, true, "", false),
        LinkTarget.parse("a\\b\\#", LinkSyntax.INLINE));
    assertEquals(
        new LinkTarget(Kind.ANCHOR, LinkType.ANCHOR, "", false, false, false, "%ff", false),
        LinkTarget.parse("#%ff", LinkSyntax.INLINE));
  }

  @Test
  void attributesOfHtmlAreCleanedAsBrowsersDo() {
    assertEquals("ab.md", LinkTarget.parse(" \n a\n\tb.md\r\n", LinkSyntax.HTML).path());
    assertEquals(Kind.EMPTY, LinkTarget.parse(" \n\u0000 ", LinkSyntax.HTML).kind());
    assertEquals(Kind.EXTERNAL, LinkTarget.parse("ht\ntps://a.example", LinkSyntax.HTML).kind());
  }

  @Test
  void autolinksWithoutSchemeAreNoPaths() {
    assertEquals(Kind.EXTERNAL, LinkTarget.parse("www.a.example/b", LinkSyntax.AUTOLINK).kind());
    assertEquals(Kind.IGNORED, LinkTarget.parse("a@b.example", LinkSyntax.AUTOLINK).kind());
    assertEquals(Kind.INTERNAL, LinkTarget.parse("a@b.example", LinkSyntax.INLINE).kind());
  }

  @Property(tries = 5000)
  void neverThrows(@ForAll("targets") String target, @ForAll LinkSyntax syntax) {
    LinkTarget parsed = LinkTarget.parse(target, syntax);
    boolean decided = parsed.kind() != Kind.ANCHOR && parsed.kind() != Kind.INTERNAL;
    assertEquals(decided, parsed.verdict().isPresent());
    if (parsed.kind() == Kind.INTERNAL) {
      for (LinkQuestion question : LinkQuestion.of(parsed, "a/b.md", "", LinkRules.DEFAULT)) {
        assertNotNull(new TargetIndex(LinkRules.DEFAULT).answer(question));
      }
    }
  }

  @Provide
  Arbitrary<String> targets() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "http",
            ":",
            "/",
            "//",
            "\\",
            "#",
            "?",
            "%",
            "%C3%A9",
            "%ff",
            "%zz",
            "..",
            ".",
            "[",
            "]",
            "@",
            "::1",
            "{{",
            "a",
            "é",
            "\ud800",
            "\u0000",
            "\n",
            " ",
            ":~:",
            "plain=1",
            "index.html",
            "README.md",
            "mailto:",
            "80");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(12).map(list -> String.join("", list)),
        Arbitraries.strings().all().ofMaxLength(40));
  }

  @Test
  void hostileLengths() {
    int size = 1 << 20;
    List<String> targets =
        List.of(
            "../".repeat(size / 3),
            "a/".repeat(size / 2) + "../".repeat(size / 3),
            "%C3%A9".repeat(size / 6),
            "%".repeat(size),
            "%ff".repeat(size / 3),
            "#".repeat(size),
            "?".repeat(size),
            "a".repeat(size) + ":",
            "https://" + "a:".repeat(size / 2),
            "https://" + "@".repeat(size),
            "https://[" + ":".repeat(size) + "]",
            "https://[" + "1:".repeat(size / 2) + "]",
            "\\".repeat(size),
            "a" + "\u0301\u0316".repeat(size / 2),
            " ".repeat(size),
            "a\n".repeat(size / 2));
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          TargetIndex index = new TargetIndex(LinkRules.DEFAULT);
          for (String target : targets) {
            LinkTarget parsed = LinkTarget.parse(target, LinkSyntax.HTML);
            if (parsed.kind() == Kind.INTERNAL) {
              LinkQuestion.of(parsed, "a.md", "", LinkRules.DEFAULT).forEach(index::answer);
            }
          }
        });
  }
}

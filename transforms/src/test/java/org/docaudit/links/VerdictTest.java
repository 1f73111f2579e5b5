package org.docaudit.links;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a corpus, a source and a target as written to the verdict, whatever the buckets. */
class VerdictTest {
  private static final Map<String, List<String>> CORPUS =
      BucketedCorpus.files(
          "README.md#welcome",
          "CHANGELOG.markdown",
          "LICENSE",
          "docs/index.md#intro",
          "docs/setup.md#install,Install-2,usage-guide",
          "docs/page.mdx",
          "docs/100%.md",
          "docs/a b.md",
          "docs/caf\u00e9.md#caf\u00e9",
          "docs/Mixed/Case.md#one",
          "docs/guide/README.md#start",
          "docs/guide/intro.md",
          "docs/hugo/_index.md#hugo",
          "docs/gh/Readme.md#hub",
          "docs/images/logo.png",
          "docs/site/index.html",
          "docs/bare/one.txt",
          "docs/topic.md#both",
          "docs/topic/part.md",
          "docs/rendered.html.md",
          "docs/two.md",
          "docs/two.markdown",
          "docs/x.html",
          "docs/x.md#x",
          "web/setup.md#web",
          "web/only.md");

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          setup.md                | ok docs/setup.md
          ./setup.md              | ok docs/setup.md
          ../docs//setup.md       | ok docs/setup.md
          setup                   | ok docs/setup.md
          setup.md?x=1            | ok docs/setup.md
          setup.html              | ok docs/setup.md
          setup.htm               | ok docs/setup.md
          rendered.html           | ok docs/rendered.html.md
          Rendered.html           | case-mismatch docs/Rendered.html ? docs/rendered.html.md
          setup/                  | ok docs/setup.md
          setup.markdown          | missing-file docs/setup.markdown ? docs/setup.md
          setup.md/               | missing-file docs/setup.md/ ? docs/setup.md
          page                    | ok docs/page.mdx
          page.html               | ok docs/page.mdx
          ../CHANGELOG            | ok CHANGELOG.markdown
          ../LICENSE              | ok LICENSE
          ../license              | case-mismatch license ? LICENSE
          100%.md                 | ok docs/100%.md
          100%25.md               | ok docs/100%.md
          a%20b.md                | ok docs/a b.md
          a b.md                  | ok docs/a b.md
          caf%C3%A9.md            | ok docs/café.md
          caf%C3%A9.md#caf%C3%A9  | ok docs/café.md
          cafe%CC%81.md           | missing-file docs/cafe\u0301.md ? docs/café.md
          CAF%C3%89.md            | case-mismatch docs/CAFÉ.md ? docs/café.md
          caf%E9.md               | invalid-url
          a%00.md                 | invalid-url
          two                     | ok docs/two.md
          two.html                | ok docs/two.md
          two.markdown            | ok docs/two.markdown
          x.html                  | ok docs/x.html
          x                       | ok docs/x.md
          x.html#x                | anchor-in-other-file docs/x.html
          nothing.md              | missing-file docs/nothing.md
          mixed/case.md           | case-mismatch docs/mixed/case.md ? docs/Mixed/Case.md
          mixed/case.md#one       | case-mismatch docs/mixed/case.md ? docs/Mixed/Case.md#one
          mixed/case.md#onn       | case-mismatch docs/mixed/case.md ? docs/Mixed/Case.md#one
          mixed/case.md#zzzzz     | case-mismatch docs/mixed/case.md ? docs/Mixed/Case.md
          Setup                   | case-mismatch docs/Setup ? docs/setup.md
          SETUP.HTML              | missing-file docs/SETUP.HTML ? docs/setup.md
          Guide                   | case-mismatch docs/Guide ? docs/guide/README.md
          Images/                 | case-mismatch docs/Images/ ? docs/images/
          guide                   | ok docs/guide/README.md
          guide/                  | ok docs/guide/README.md
          guide/#start            | ok docs/guide/README.md
          guide#nope              | missing-anchor docs/guide/README.md
          guide/index.html        | ok docs/guide/README.md
          guide/index.html#start  | ok docs/guide/README.md
          guide/index.md          | missing-file docs/guide/index.md ? docs/guide/README.md
          guide/index             | missing-file docs/guide/index ? docs/guide/README.md
          guide/readme.md         | case-mismatch docs/guide/readme.md ? docs/guide/README.md
          guide.md                | missing-file docs/guide.md ? docs/guide/README.md
          guide/.                 | ok docs/guide/README.md
          hugo/                   | ok docs/hugo/_index.md
          hugo/index.html#hugo    | ok docs/hugo/_index.md
          gh/                     | ok docs/gh/Readme.md
          gh#hub                  | ok docs/gh/Readme.md
          gh/README.md            | case-mismatch docs/gh/README.md ? docs/gh/Readme.md
          site/                   | ok docs/site/index.html
          bare                    | ok docs/bare/
          bare/                   | ok docs/bare/
          bare/#x                 | anchor-in-other-file docs/bare/
          topic                   | ok docs/topic.md
          topic/                  | ok docs/topic.md
          topic/#both             | ok docs/topic.md
          .                       | ok docs/index.md
          ./                      | ok docs/index.md
          ..                      | ok README.md
          ../                     | ok README.md
          ../#welcome             | ok README.md
          ../docs                 | ok docs/index.md
          ../..                   | outside-corpus ? README.md
          ../../README.md         | outside-corpus ? README.md
          ../../readme.md#welcom  | outside-corpus ? README.md#welcome
          ../../nothing.md        | outside-corpus
          images/logo.png         | ok docs/images/logo.png
          images/logo.PNG         | case-mismatch docs/images/logo.PNG ? docs/images/logo.png
          images/logo.png#x       | anchor-in-other-file docs/images/logo.png
          images/logo.png#        | ok docs/images/logo.png
          images\\logo.png         | invalid-url ? docs/images/logo.png
          Images\\logo.png#a       | invalid-url ? docs/images/logo.png#a
          images%5Clogo.png       | invalid-url ? docs/images/logo.png
          nothing\\here.md         | invalid-url
          C:\\docs\\setup.md        | invalid-url
          setup.md#install        | ok docs/setup.md
          setup.md#Install        | case-mismatch docs/setup.md ? docs/setup.md#install
          setup.md#install-2      | case-mismatch docs/setup.md ? docs/setup.md#Install-2
          setup.md#instal         | missing-anchor docs/setup.md ? docs/setup.md#install
          setup.md#unknown        | missing-anchor docs/setup.md
          setup.md#user-content-install | ok docs/setup.md
          setup.md#               | ok docs/setup.md
          setup.md#Top            | ok docs/setup.md
          setup.md#:~:text=hello  | ok docs/setup.md
          setup.md#install:~:text=a | ok docs/setup.md
          setup.md?plain=1#L10    | ok docs/setup.md
          setup.md?a=b&plain=1#L10C2-L12C3 | ok docs/setup.md
          setup.md#L10            | missing-anchor docs/setup.md
          setup.md?plain=1#usage-guide | ok docs/setup.md
          unread.md               | ok docs/unread.md
          unread.md#x             | anchor-in-unread-document docs/unread.md
          /docs/setup.md          | ok docs/setup.md
          /                       | ok README.md
          /nothing                | missing-file nothing
          /../x                   | outside-corpus
          ''                      | empty-target
          '  '                    | empty-target
          #intro                  | ok docs/index.md
          #Intro                  | case-mismatch docs/index.md ? docs/index.md#intro
          #                       | ok docs/index.md
          #top                    | ok docs/index.md
          ?q=1#intro              | ok docs/index.md
          #outro                  | missing-anchor docs/index.md ? docs/index.md#intro
          https://example.org/a   | external
          mailto:a@example.org    | scheme
          {{ site.url }}/a        | template
          """)
  void verdicts(String target, String expected) {
    Map<String, List<String>> files = new LinkedHashMap<>(CORPUS);
    files.put("docs/unread.md", null);
    for (int buckets : new int[] {1, 2, 7, 512}) {
      BucketedCorpus corpus = new BucketedCorpus(files, LinkRules.DEFAULT, buckets, buckets);
      String written = target == null ? "" : target;
      assertEquals(expected, corpus.told("docs/index.md", written, ""), buckets + " buckets");
    }
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /setup.md         | ok docs/setup.md
          /only.md          | ok web/only.md
          /setup.md#web     | ok web/setup.md
          /setup.md#wxb     | missing-anchor web/setup.md ? web/setup.md#web
          /Only.md          | case-mismatch web/Only.md ? web/only.md
          /nothing.md       | missing-file docs/nothing.md
          /../README.md     | ok README.md
          /../../README.md  | outside-corpus ? README.md
          """)
  void siteRootsAreTriedInOrder(String target, String expected) {
    LinkRules rules = new LinkRules(List.of(".md"), List.of("/docs/", "web"), false);
    BucketedCorpus corpus = new BucketedCorpus(CORPUS, rules, 64, 1);
    assertEquals(expected, corpus.told("README.md", target, ""));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          b.md          | ok one/b.md
          /b.md         | ok one/b.md
          ../two/c.md   | outside-corpus
          ../one/b.md   | outside-corpus
          ../b.md       | outside-corpus ? one/b.md
          /             | ok one/
          ..            | outside-corpus ? one/
          """)
  void linksDoNotLeaveTheirOwnCorpus(String target, String expected) {
    Map<String, List<String>> files = BucketedCorpus.files("one/a.md", "one/b.md", "two/c.md");
    BucketedCorpus corpus = new BucketedCorpus(files, LinkRules.DEFAULT, 64, 2);
    assertEquals(expected, corpus.told("one/a.md", target, "one/"));
    assertEquals(expected, corpus.told("one/a.md", target, "one"));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          docs/bare    | missing-file docs/bare
          docs/bare/   | missing-file docs/bare/
          docs/Bare/   | missing-file docs/Bare/
          docs/gh/     | ok docs/gh/Readme.md
          docs/guide   | ok docs/guide/README.md
          docs/topic/  | ok docs/topic.md
          docs/site    | ok docs/site/index.html
          """)
  void foldersNeedAnIndexWhereConfigured(String target, String expected) {
    LinkRules rules = new LinkRules(List.of("md"), List.of(""), true);
    BucketedCorpus corpus = new BucketedCorpus(CORPUS, rules, 64, 3);
    assertEquals(expected, corpus.told("README.md", target, ""));
  }

  @Test
  void rootWithoutIndexIsAFolder() {
    BucketedCorpus corpus =
        new BucketedCorpus(BucketedCorpus.files("a/b.md"), LinkRules.DEFAULT, 1, 0);
    assertEquals("ok ./", corpus.told("a/b.md", "..", ""));
    assertEquals("ok a/", corpus.told("a/b.md", ".", ""));
  }

  @Test
  void indexNamesAreTriedInOrder() {
    Map<String, List<String>> files =
        BucketedCorpus.files("a/index.html", "a/_index.md", "a/README.md", "a/index.markdown");
    for (String expected :
        List.of("a/index.markdown", "a/README.md", "a/_index.md", "a/index.html", "a/")) {
      BucketedCorpus corpus = new BucketedCorpus(withOther(files), LinkRules.DEFAULT, 8, 0);
      assertEquals("ok " + expected, corpus.told("b.md", "a", ""));
      files.remove(expected);
    }
  }

  private static Map<String, List<String>> withOther(Map<String, List<String>> files) {
    Map<String, List<String>> all = new LinkedHashMap<>(files);
    all.put("a/other.md", List.of());
    return all;
  }
}

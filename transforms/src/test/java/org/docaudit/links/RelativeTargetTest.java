package org.docaudit.links;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.docaudit.model.LinkSyntax;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeTargetTest {

  @ParameterizedTest
  @CsvSource({
    "a.md, b.md, b.md",
    "a.md, docs/b.md, docs/b.md",
    "docs/a.md, docs/b.md, b.md",
    "docs/a.md, b.md, ../b.md",
    "docs/guide/a.md, docs/api/b.md, ../api/b.md",
    "docs/guide/a.md, docs-old/b.md, ../../docs-old/b.md",
    "docs/a.md, docs/guide/, guide/",
    "docs/guide/a.md, docs/, ../",
    "docs/a.md, docs/, ./",
    "a.md, b.md#top, b.md#top",
    "docs/a.md, docs/a.md#section, #section",
    "docs/a.md, docs/a.md, a.md",
    "a.md, tide gauge.png, tide%20gauge.png",
    "a.md, 100%.md, 100%25.md",
    "a.md, what?.md, what%3F.md",
    "a.md, 'a(b)[c]<d>.md', a%28b%29%5Bc%5D%3Cd%3E.md",
    "a.md, note: x.md, ./note:%20x.md",
    "d/a.md, n:x.md, ../n:x.md",
    "a.md, 潮汐表.md, 潮汐表.md",
    "a.md, b.md#ebbe-und-flut, b.md#ebbe-und-flut",
    "a.md, b.md#潮, b.md#潮",
    "a.md, b.md#a (b) 100%, b.md#a%20%28b%29%20100%25",
    "a.md, a.md#<b>, #%3Cb%3E",
    "a.md, b.md#a#b, b.md#a%23b",
    "a.md, R&amp;D.md, R%26amp;D.md",
  })
  void examples(String source, String destination, String target) {
    int hash = destination.indexOf('#');
    assertEquals(
        target,
        RelativeTarget.of(
            source,
            hash < 0 ? destination : destination.substring(0, hash),
            hash < 0 ? null : destination.substring(hash + 1)));
  }

  @Provide
  Arbitrary<String> paths() {
    Arbitrary<String> names =
        Arbitraries.of(
            "a", "b", "a b", "c:d", "ü", "100%", "%20", "q?x=1", "(x)", "&amp;", "潮", "👩", "-",
            "a+b", "c#", "%23");
    return names.list().ofMinSize(1).ofMaxSize(4).map(parts -> String.join("/", parts) + ".md");
  }

  /** What is suggested leads to what is meant. */
  @Property(tries = 1000)
  void leadsThere(@ForAll("paths") String source, @ForAll("paths") String destination) {
    String written =
        RelativeTarget.of(source, RelativeTarget.destination(destination, "a#b (c) %23"));
    if (destination.equals(source)) {
      assertEquals("#a%23b%20%28c%29%20%2523", written);
      return;
    }
    LinkTarget target = LinkTarget.parse(written, LinkSyntax.INLINE);
    assertEquals(LinkTarget.Kind.INTERNAL, target.kind());
    assertEquals("a#b (c) %23", target.fragment());
    assertEquals(
        destination,
        CorpusPath.resolve("", CorpusPath.folderOf(source), target.path()).orElseThrow());
  }

  @Property(tries = 300)
  void leadsToFolders(@ForAll("paths") String source, @ForAll("paths") String file) {
    String folder = CorpusPath.folderOf(file);
    String destination = folder.isEmpty() ? "x/" : folder + "/";
    LinkTarget target =
        LinkTarget.parse(RelativeTarget.of(source, destination, null), LinkSyntax.INLINE);
    assertEquals(true, target.folder());
    assertEquals(
        CorpusPath.trimmed(destination),
        CorpusPath.trimmed(
            CorpusPath.resolve("", CorpusPath.folderOf(source), target.path()).orElseThrow()));
  }
}

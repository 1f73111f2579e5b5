package org.docaudit.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.docaudit.model.LinkReason;
import org.docaudit.model.Verdict;
import org.docaudit.pack.BucketPacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetIndexTest {
  @Property(tries = 2000)
  void verdictsDependNeitherOnOrderNorOnBuckets(
      @ForAll("paths") Set<String> files, @ForAll("paths") Set<String> targets, @ForAll long seed) {
    Map<String, List<String>> corpus = new TreeMap<>();
    files.forEach(file -> corpus.put(file, List.of("x", "Y")));
    BucketedCorpus one = new BucketedCorpus(corpus, LinkRules.DEFAULT, 1, 0);
    BucketedCorpus many = new BucketedCorpus(corpus, LinkRules.DEFAULT, 1000, seed);
    for (String target : targets) {
      assertEquals(one.told("a/s.md", target, ""), many.told("a/s.md", target, ""), target);
    }
  }

  @Property(tries = 500)
  void everyFileIsFound(@ForAll("paths") Set<String> files) {
    Map<String, List<String>> corpus = new TreeMap<>();
    files.forEach(file -> corpus.put(file, List.of()));
    BucketedCorpus index = new BucketedCorpus(corpus, LinkRules.DEFAULT, 1000, 0);
    for (String file : files) {
      assertEquals("ok " + file, index.told("s.md", "/" + file, ""));
    }
  }

  @Provide
  Arbitrary<Set<String>> paths() {
    return Arbitraries.of(
            "a", "A", "b", "index", "README", "readme", "_index", "e\u0301", "\u00e9", "\u00c9")
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .flatMap(
            segments ->
                Arbitraries.of("", ".md", ".markdown", ".html", ".MD", ".png")
                    .map(extension -> String.join("/", segments) + extension))
        .set()
        .ofMaxSize(12);
  }

  @Test
  void repetitionMakesNoDifference() {
    TargetIndex index = new TargetIndex(LinkRules.DEFAULT);
    for (int i = 0; i < 2; i++) {
      index.addAnchors("a.md", List.of("x"));
      index.addFile("a.md", true);
      index.addFile("a.md", false);
      index.addFolder("");
    }
    assertEquals(
        Verdict.ok("a.md"),
        index.answer(new LinkQuestion("a", LinkQuestion.Home.ROOT, false, "x", false, null)));
    assertEquals(
        Verdict.ok("./"),
        index.answer(new LinkQuestion("", LinkQuestion.Home.ROOT, true, null, false, null)));
  }

  /** Few anchors are looked through, many are sorted. */
  @ParameterizedTest
  @ValueSource(ints = {1, 64, 65, 500})
  void anchorsAreFoundHoweverManyThereAre(int count) {
    List<String> names = IntStream.range(0, count).mapToObj(i -> "section-" + i).toList();
    Anchors anchors = Anchors.of(names);
    for (String name : names) {
      assertEquals(Verdict.ok("a.md"), anchors.answer("a.md", name, false));
      assertEquals(Verdict.ok("a.md"), anchors.answer("a.md", "user-content-" + name, false));
    }
    assertEquals(
        Verdict.of(LinkReason.CASE_MISMATCH, "a.md").suggesting("a.md#section-0"),
        anchors.answer("a.md", "Section-0", false));
    assertEquals(
        Verdict.of(LinkReason.MISSING_ANCHOR, "a.md"), anchors.answer("a.md", "far away", false));
    assertEquals(Verdict.ok("a.md"), anchors.answer("a.md", "section-0", false));
  }

  @Test
  void manyAnchorsAndManyWrongOnes() {
    List<String> anchors = IntStream.range(0, 100_000).mapToObj(i -> "section-" + i).toList();
    TargetIndex index = new TargetIndex(LinkRules.DEFAULT);
    index.addAnchors("a.md", anchors);
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < 100_000; i++) {
            assertEquals(
                Verdict.ok("a.md"),
                index.answer(
                    new LinkQuestion(
                        "a.md", LinkQuestion.Home.ROOT, false, "section-" + i, false, null)));
          }
          for (int i = 0; i < 2_000; i++) {
            assertEquals(
                Verdict.of(LinkReason.MISSING_ANCHOR, "a.md").suggesting("a.md#section-77777"),
                index.answer(
                    new LinkQuestion(
                        "a.md", LinkQuestion.Home.ROOT, false, "setcion-77777", false, null)));
          }
        });
  }

  @Test
  void manyLetterCaseVariants() {
    TargetIndex index = new TargetIndex(LinkRules.DEFAULT);
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < 1 << 16; i++) {
            StringBuilder name = new StringBuilder();
            for (int bit = 0; bit < 16; bit++) {
              name.append(((i >> bit) & 1) == 0 ? 'a' : 'A');
            }
            index.addFile(name + ".md", true);
          }
          for (int i = 0; i < 10_000; i++) {
            assertEquals(
                LinkReason.CASE_MISMATCH,
                index
                    .answer(
                        new LinkQuestion(
                            "a".repeat(16) + ".MD",
                            LinkQuestion.Home.ROOT,
                            false,
                            null,
                            false,
                            null))
                    .reason());
          }
          assertEquals(
              Verdict.ok("aAaAaAaAaAaAaAaA.md"),
              index.answer(
                  new LinkQuestion(
                      "aA".repeat(8), LinkQuestion.Home.ROOT, false, null, false, null)));
        });
  }

  @Test
  void keysOfOneNameAreOne() {
    TargetKeys keys = new TargetKeys(LinkRules.DEFAULT);
    for (String path : List.of("A/b", "a/B.md", "a/b/", "a/b.HTML", "a/b.markdown")) {
      assertEquals("a/b", keys.of(path));
    }
    assertEquals(List.of("a/readme", "a", "a/index"), keys.ofFile("a/README.md"));
    assertEquals(List.of("a/index", "a"), keys.ofFile("a/index.html"));
    assertEquals(List.of("index", ""), keys.ofFile("index.md"));
    assertEquals(List.of("a/readme.txt"), keys.ofFile("a/README.txt"));
    assertEquals(List.of("a/readme"), keys.ofFile("a/README"));
    assertEquals(List.of("a/.md"), keys.ofFile("a/.md"));
    assertEquals(List.of("a/b.html", "a/b"), keys.ofFile("a/B.html.md"));
    assertEquals(List.of("a/index.html", "a/index"), keys.ofFile("a/index.html.md"));
    assertEquals(
        List.of("a/b", "a/b.x"),
        new TargetKeys(new LinkRules(List.of(".x.md", ".md"), List.of(""), false))
            .ofFile("a/b.x.md"));
    assertEquals("b", keys.ofName("A/B.md"));
    assertEquals("b", keys.ofName("A/B/"));
    assertEquals("", keys.ofName(""));
    assertEquals(List.of("a/b", "a", ""), TargetKeys.foldersOf("a/b/c.md"));
    assertTrue(
        IntStream.range(0, 1000)
                .map(i -> BucketPacks.bucketOf("docs/page-" + i, 16))
                .boxed()
                .distinct()
                .count()
            == 16);
  }
}

package org.docaudit.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusPathTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', a.md, a.md",
    "'', docs, a.md, docs/a.md",
    "'', docs, ./a.md, docs/a.md",
    "'', docs, ../a.md, a.md",
    "'', docs, .., ''",
    "'', docs, ../.., ",
    "'', docs, ../../docs/a.md, ",
    "'', docs/x, ../../a//b/./c/, a/b/c",
    "'', docs, '', docs",
    "'', docs, ..., docs/...",
    "'', docs, .a, docs/.a",
    "one/, one, a.md, one/a.md",
    "one/, one/b, ../a.md, one/a.md",
    "one/, one/b, .., one",
    "one/, one/b, ../.., ",
    "one, one, ../one/a.md, ",
  })
  void resolves(String root, String folder, String target, String expected) {
    assertEquals(Optional.ofNullable(expected), CorpusPath.resolve(root, folder, target));
  }

  @Property
  void neverLeavesItsRoot(@ForAll("targets") String target, @ForAll("targets") String folder) {
    String base = "one/" + CorpusPath.resolveInside("", "", folder);
    String inside = CorpusPath.resolveInside("one/", CorpusPath.trimmed(base), target);
    assertTrue(inside.equals("one") || inside.startsWith("one/"), inside);
    List<String> segments = Arrays.asList(inside.split("/", -1));
    assertFalse(segments.contains("") || segments.contains(".") || segments.contains(".."), inside);
    CorpusPath.resolve("one", CorpusPath.trimmed(base), target)
        .ifPresent(path -> assertEquals(inside, path));
  }

  @Property
  void isIdempotent(@ForAll("targets") String target) {
    CorpusPath.resolve("", "a/b", target)
        .ifPresent(path -> assertEquals(Optional.of(path), CorpusPath.resolve("", "", path)));
  }

  @Provide
  Arbitrary<String> targets() {
    return Arbitraries.of("a", "b", "..", ".", "", "/", "...", "one")
        .list()
        .ofMaxSize(8)
        .map(list -> String.join("/", list));
  }
}

package org.docaudit.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  private static final TargetKeys KEYS = new TargetKeys(LinkRules.DEFAULT);
  private static final List<String> PATHS =
      List.of(
          "README.md",
          "docs/",
          "docs/guide/",
          "docs/guide/README.md",
          "docs/guide/install.md",
          "docs/guide/images/logo.png",
          "docs/old/upgrade.md",
          "web/",
          "web/far/away/from/here/unique.md",
          "web/a/b/c/twice.md",
          "web/d/e/f/twice.md",
          "web/guide/install.md");

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "docs/guide/instal.md, docs/guide/install.md",
    "docs/guide/Instal.html, docs/guide/install.md",
    "DOCS/guide/instal.md, docs/guide/install.md",
    "docs/install.md, docs/guide/install.md",
    "docs/gudie/install.md, docs/guide/install.md",
    "web/install.md, web/guide/install.md",
    "docs/images/logo.png, docs/guide/images/logo.png",
    "docs/guide/images/logo.jpg, docs/guide/images/logo.png",
    "docs/upgrade, docs/old/upgrade.md",
    "unique.md, web/far/away/from/here/unique.md",
    "twice.md, ''",
    "web/a/twice.md, web/a/b/c/twice.md",
    "docs/gudie/, docs/guide/",
    "docs/gudie/README.md, docs/guide/",
    "docs/gudie/index.md, docs/guide/",
    "docs/other/README.md, ''",
    "READNE.md, README.md",
    "index.md, ''",
    "docs/nothing-like-it.md, ''",
  })
  void suggests(String wanted, String expected) {
    Optional<String> suggested =
        Suggestion.better(
                folderIndex(PATHS).nearestInFolder(wanted), nameIndex(PATHS).nearestByName(wanted))
            .map(Suggestion::path);
    assertEquals(expected.isEmpty() ? Optional.empty() : Optional.of(expected), suggested);
  }

  @Test
  void factsAndQuestionsMeet() {
    assertEquals(Optional.of("setup"), SameNameIndex.key(KEYS, "A/Setup.MD"));
    assertEquals(Optional.of("setup"), SameNameIndex.key(KEYS, "b/setup/"));
    assertEquals(Optional.empty(), SameNameIndex.key(KEYS, "b/README.md"));
    assertEquals("a/b", SameFolderIndex.key("A/b/c.md"));
    assertEquals("a", SameFolderIndex.key("a/b/"));
    assertEquals("a/x", SameFolderIndex.questionKey(KEYS, "a/x/c.md"));
    assertEquals("a", SameFolderIndex.questionKey(KEYS, "a/x/index.html"));
  }

  @Test
  void orderOfPathsDoesNotMatter() {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      paths.add("docs/" + i % 7 + "/" + i + "/name.md");
    }
    Optional<Suggestion> first = nameIndex(paths).nearestByName("docs/3/name.md");
    Collections.shuffle(paths, new Random(5));
    assertEquals(first, nameIndex(paths).nearestByName("docs/3/name.md"));
    assertEquals(Optional.of(new Suggestion("docs/3/143/name.md", 1)), first);
  }

  @Test
  void workIsBoundedInHugeFolders() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          SameFolderIndex index = new SameFolderIndex(LinkRules.DEFAULT);
          for (int i = 0; i < 300_000; i++) {
            index.add("docs/chapter-" + i + "-of-the-book.md");
          }
          for (int i = 0; i < 2_000; i++) {
            assertEquals(
                Optional.of("docs/chapter-77777-of-the-book.md"),
                index.nearestInFolder("docs/chapter-77777-of-teh-book.md").map(Suggestion::path));
          }
          assertEquals(
              Optional.of("docs/chapter-77777-of-the-book.md"),
              index.nearestInFolder("docs/chpater-77777-of-the-book.md").map(Suggestion::path));
        });
  }

  private static SameNameIndex nameIndex(List<String> paths) {
    SameNameIndex index = new SameNameIndex(LinkRules.DEFAULT);
    paths.forEach(index::add);
    return index;
  }

  private static SameFolderIndex folderIndex(List<String> paths) {
    SameFolderIndex index = new SameFolderIndex(LinkRules.DEFAULT);
    paths.forEach(index::add);
    return index;
  }
}

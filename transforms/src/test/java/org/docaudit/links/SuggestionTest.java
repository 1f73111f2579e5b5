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
import org.junit.jupiter.params.provider.ValueSource;

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
    "web/README.md, ''",
    "READNE.md, README.md",
    "index.md, ''",
    "docs/nothing-like-it.md, ''",
  })
  void suggests(String wanted, String expected) {
    Optional<String> suggested =
        Suggestion.better(
                folderIndex(PATHS).nearestInFolder(wanted(wanted)),
                nameIndex(PATHS).nearestByName(wanted(wanted)))
            .map(Suggestion::path);
    assertEquals(expected.isEmpty() ? Optional.empty() : Optional.of(expected), suggested);
  }

  /** A question of a document in the root of the only corpus. */
  private static LinkQuestion wanted(String path) {
    return wanted(path, "a.md", "");
  }

  private static LinkQuestion wanted(String path, String source, String root) {
    return new LinkQuestion(path, LinkQuestion.Home.of(source, root), false, null, false, null);
  }

  @Test
  void anotherCorpusIsNotSuggested() {
    List<String> paths =
        List.of("doc1/", "doc1/a.md", "doc2/", "doc2/setup.md", "doc2/README.md", "doc-3/x/old.md");
    for (String path : List.of("doc1/setup.md", "doc1/x/old.md", "doc1/README.md")) {
      LinkQuestion wanted = wanted(path, "doc1/a.md", "doc1/");
      assertEquals(Optional.empty(), nameIndex(paths).nearestByName(wanted), path);
      assertEquals(Optional.empty(), folderIndex(paths).nearestInFolder(wanted), path);
    }
    LinkQuestion root = wanted("doc1", "doc1/a.md", "doc1/");
    assertEquals(Optional.empty(), folderIndex(paths).nearestInFolder(root));
    LinkQuestion own = wanted("doc2/old/setup.md", "doc2/x.md", "doc2/");
    assertEquals(
        Optional.of(new Suggestion("doc2/setup.md", 1)), nameIndex(paths).nearestByName(own));
  }

  /** Where the only page of a name lies in another part of the corpus, it is another page. */
  @ParameterizedTest(name = "{0} from {1} -> {2}")
  @CsvSource({
    "pkg/internals/unique.md, web/a.md, web/far/away/from/here/unique.md",
    "pkg/internals/unique.md, README.md, web/far/away/from/here/unique.md",
    "web/unique.md, docs/guide/a.md, web/far/away/from/here/unique.md",
    "pkg/internals/unique.md, docs/guide/a.md, ''",
    "pkg/install.md, web/a.md, web/guide/install.md",
    "pkg/guide/logo.png, web/a.md, ''",
    "pkg/images/logo.png, web/a.md, docs/guide/images/logo.png",
  })
  void whatIsFarAwayIsLookedForInOnePartOfTheCorpus(String wanted, String source, String expected) {
    assertEquals(
        expected,
        nameIndex(PATHS)
            .nearestByName(wanted(wanted, source, ""))
            .map(Suggestion::path)
            .orElse(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"LICENSE", "LICENSE-MIT", "LICENSE.txt", "CHANGELOG.md", "README.md", "_index.md"})
  void whatStandsInEachFolderIsNotSuggestedFromAnother(String name) {
    assertEquals(
        Optional.empty(), nameIndex(List.of("a/" + name)).nearestByName(wanted("b/" + name)));
  }

  @Test
  void factsAndQuestionsMeet() {
    assertEquals(Optional.of("setup"), SameNameIndex.key(KEYS, "A/Setup.MD"));
    assertEquals(Optional.of("setup"), SameNameIndex.key(KEYS, "b/setup/"));
    assertEquals(Optional.empty(), SameNameIndex.key(KEYS, "b/README.md"));
    assertEquals("a/b", SameFolderIndex.key("A/b/c.md"));
    assertEquals("a", SameFolderIndex.key("a/b/"));
    assertEquals("a/x", SameFolderIndex.questionKey(KEYS, wanted("a/x/c.md")));
    assertEquals("a", SameFolderIndex.questionKey(KEYS, wanted("a/x/index.html")));
  }

  @Test
  void orderOfPathsDoesNotMatter() {
    List<String> paths = new ArrayList<>(List.of("docs/7/name.md"));
    for (int i = 0; i < 500; i++) {
      paths.add("docs/" + i % 7 + "/" + i + "/name.md");
    }
    LinkQuestion wanted = wanted("docs/name.md");
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(paths, new Random(seed));
      assertEquals(
          Optional.of(new Suggestion("docs/7/name.md", 1)), nameIndex(paths).nearestByName(wanted));
    }
    // The others are equally near.
    paths.remove("docs/7/name.md");
    assertEquals(Optional.empty(), nameIndex(paths).nearestByName(wanted));
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
                index
                    .nearestInFolder(wanted("docs/chapter-77777-of-teh-book.md"))
                    .map(Suggestion::path));
          }
          assertEquals(
              Optional.of("docs/chapter-77777-of-the-book.md"),
              index
                  .nearestInFolder(wanted("docs/chpater-77777-of-the-book.md"))
                  .map(Suggestion::path));
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

package org.docaudit.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusListerTest {
  private static final ListingOptions DEFAULT = ListingOptions.DEFAULT;

  @TempDir Path folder;

  private Tree tree(String name) {
    return new Tree(folder.resolve(name));
  }

  private CorpusListing list(String... arguments) throws CorpusException {
    return CorpusLister.list(Arrays.stream(arguments).map(a -> folder + "/" + a).toList(), DEFAULT);
  }

  private String error(String... arguments) {
    String message = assertThrows(CorpusException.class, () -> list(arguments)).getMessage();
    return message.replace(folder + "/", "");
  }

  @Test
  void listsEveryFileOnceInByteOrder() throws Exception {
    Tree tree = tree("docs");
    tree.file("b.md").file("a/x.markdown").file("a-b/x.MDX").file("a.md").file("B.md");
    tree.file("a/logo.png").file("readme").file("md").file("x.md.bak").file("a/\u00e9.md");
    tree.file("\uffee.md").file("\ud83d\ude00.md").file(".git/config").file(".git/x.md");
    assertEquals(
        List.of(
            "D B.md",
            "D a-b/x.MDX",
            "D a.md",
            "O a/logo.png",
            "D a/x.markdown",
            "D a/\u00e9.md",
            "D b.md",
            "O md",
            "O readme",
            "O x.md.bak",
            "D \uffee.md",
            "D \ud83d\ude00.md"),
        tree.list(DEFAULT));
  }

  @Test
  void knowsSizeAndTimeOfDocumentsAndCountsAll() throws Exception {
    tree("docs").file("a.md", "four").file("b.md", "").file("c.txt").file(".h.md");
    CorpusListing listing = list("docs");
    assertEquals(new ListingCounts(2, 4, 1, Map.of(SkipReason.HIDDEN, 1L)), listing.counts());
    assertEquals(List.of(), listing.problems());
    ListedFile document = listing.files().get(1);
    assertEquals("a.md", document.path());
    assertEquals(4, document.bytes());
    long modified = folder.resolve("docs/a.md").toFile().lastModified();
    assertEquals(modified / 1000, document.modifiedMillis() / 1000);
    CorpusRoot root = listing.roots().get(0);
    assertEquals("docs", root.name());
    assertEquals(folder.resolve("docs").toRealPath().toUri().toString(), root.location());
  }

  @Test
  void hiddenDocumentsAreLeftOutUnlessAskedFor() throws Exception {
    Tree tree = tree("docs");
    tree.file("a.md").file(".md").file(".github/x.md").file(".github/y.yml").file("..md");
    assertEquals(
        List.of(
            "S ..md hidden", "S .github/x.md hidden", "O .github/y.yml", "S .md hidden", "D a.md"),
        tree.list(DEFAULT));
    assertEquals(
        List.of("D ..md", "D .github/x.md", "O .github/y.yml", "D .md", "D a.md"),
        tree.list(DEFAULT.withHidden(true)));
  }

  @Test
  void reportsOfDocauditAreLeftOut() throws Exception {
    Tree tree = tree("docs");
    String summary = "{\n  \"tool\" : \"docaudit\",\n  \"format\" : 1";
    tree.file("a.md").file("audit/summary.json", summary).file("audit/summary.md");
    tree.file("audit/report.html").file("audit/links/part-0.parquet").file("audit/shadow/1.md");
    tree.file("history/20261121T020003123Z.docs.0123abcd.parquet").file("history.md");
    tree.file("history/20261122T020003123Z.docs.0123abcd.unfinished.parquet");
    tree.file("history/.20261123T020003123Z.docs.0123abcd.unfinished.parquet.tmp");
    tree.file("other/summary.json", "{\"tool\":\"other\"}").file("other/summary.md");
    tree.file("broken/summary.json", "{\"tool\"").file("broken/x.md");
    tree.file("news/history/20261121T020003123Z.docs.0123abcd.parquet").file("news/history/x.md");
    assertEquals(
        List.of(
            "D a.md",
            "O audit/report.html",
            "O audit/summary.json",
            "S audit/summary.md report",
            "O broken/summary.json",
            "D broken/x.md",
            "D history.md",
            "O news/history/20261121T020003123Z.docs.0123abcd.parquet",
            "D news/history/x.md",
            "O other/summary.json",
            "D other/summary.md"),
        tree.list(DEFAULT));
    // Who names a report wants it audited.
    assertEquals(
        List.of(
            "O links/part-0.parquet",
            "O report.html",
            "D shadow/1.md",
            "O summary.json",
            "D summary.md"),
        Tree.lines(list("docs/audit")));
    for (String path :
        List.of("audit/summary.md", "audit/shadow/1.md", "audit/links/part-0.parquet")) {
      assertEquals(
          SkipReason.REPORT,
          CorpusLister.locate(folder.resolve("docs"), path, DEFAULT)
              .map(ListedFile::skip)
              .map(Skip::reason)
              .orElseThrow());
    }
    assertEquals(
        Optional.empty(), CorpusLister.locate(folder.resolve("docs"), "audit/no/1.md", DEFAULT));
  }

  @Test
  void obeysIgnoreFilesOfEveryFolder() throws Exception {
    Tree tree = tree("docs");
    tree.file(".gitignore", "build/\n*.tmp.md\n!keep.tmp.md\n/top.md\n");
    tree.file("build/x.md").file("build/deep/keep.tmp.md").file("a.tmp.md").file("keep.tmp.md");
    tree.file("top.md").file("sub/top.md").file("sub/a.tmp.md").file("sub/build");
    tree.file("sub/.gitignore", "!a.tmp.md\nother.md\n").file("sub/other.md").file("other.md");
    assertEquals(
        List.of(
            "O .gitignore",
            "S a.tmp.md gitignore",
            "S build/deep/keep.tmp.md gitignore",
            "S build/x.md gitignore",
            "D keep.tmp.md",
            "D other.md",
            "O sub/.gitignore",
            "D sub/a.tmp.md",
            "O sub/build",
            "S sub/other.md gitignore",
            "D sub/top.md",
            "S top.md gitignore"),
        tree.list(DEFAULT));
    assertEquals(
        List.of(),
        tree.list(DEFAULT.withObeyIgnoreFiles(false)).stream()
            .filter(line -> line.startsWith("S"))
            .toList());
  }

  @Test
  void docauditignoreOverridesGitignoreOfItsFolder() throws Exception {
    Tree tree = tree("docs");
    tree.file(".gitignore", "generated/\nx.md\n");
    tree.file(".docauditignore", "!generated/\nvendor/\n");
    tree.file("generated/a.md").file("vendor/a.md").file("x.md").file("sub/x.md");
    tree.file("sub/.docauditignore", "!x.md\n");
    assertEquals(
        List.of(
            "O .docauditignore",
            "O .gitignore",
            "D generated/a.md",
            "O sub/.docauditignore",
            "D sub/x.md",
            "S vendor/a.md docauditignore",
            "S x.md gitignore"),
        tree.list(DEFAULT));
    Skip skip = list("docs").files().get(5).skip();
    assertEquals(new Skip(SkipReason.DOCAUDITIGNORE, ".docauditignore:2: vendor/"), skip);
  }

  @Test
  void obeysTheRepositoryAboveButNotWhereItLeavesOutTheRootItself() throws Exception {
    tree("repo").file(".git/HEAD").file(".git/info/exclude", "mine.md\n");
    tree("repo").file(".gitignore", "results/\n*.tmp.md\n/results/x/sub/no.md\n");
    tree("repo").file("results/.gitignore", "here.md\n");
    tree("repo/results/x").file("a.md").file("a.tmp.md").file("here.md").file("mine.md");
    tree("repo/results/x").file("sub/no.md").file("sub/results/b.md");
    tree(".").file(".gitignore", "a.md\n");
    CorpusListing listing = list("repo/results/x");
    assertEquals(
        List.of(
            "D a.md",
            "S a.tmp.md gitignore",
            "S here.md gitignore",
            "S mine.md gitignore",
            "S sub/no.md gitignore",
            "S sub/results/b.md gitignore"),
        Tree.lines(listing));
    assertEquals("results/.gitignore:1: here.md", listing.files().get(2).skip().rule());
    assertEquals(".git/info/exclude:1: mine.md", listing.files().get(3).skip().rule());
    assertEquals(".gitignore:1: results/", listing.files().get(5).skip().rule());
  }

  @Test
  void includesAndExcludesByPattern() throws Exception {
    Tree tree = tree("docs");
    tree.file("a.md")
        .file("x.draft.md")
        .file("guide/b.md")
        .file("guide/old/c.md")
        .file("z/guide/d.md");
    assertEquals(
        List.of(
            "S a.md not-included",
            "D guide/b.md",
            "S guide/old/c.md excluded",
            "S x.draft.md excluded",
            "S z/guide/d.md not-included"),
        tree.list(
            DEFAULT
                .withInclude(List.of("guide/**", "*.draft.md"))
                .withExclude(List.of("old/", "*.draft.md"))));
    assertEquals(
        List.of(
            "S a.md not-included",
            "D guide/b.md",
            "D guide/old/c.md",
            "S x.draft.md not-included",
            "D z/guide/d.md"),
        tree.list(DEFAULT.withInclude(List.of("guide"))));
  }

  @Test
  void aMalformedIncludePatternIncludesNothing() {
    Tree tree = tree("docs").file("a.md");
    assertThrows(CorpusException.class, () -> tree.list(DEFAULT.withInclude(List.of("[a"))));
  }

  @Test
  void otherExtensionsAreDocumentsWhereConfigured() throws Exception {
    Tree tree = tree("docs").file("a.md").file("b.txt").file("c.adoc.txt").file("d.TXT");
    assertEquals(
        List.of("O a.md", "D b.txt", "D c.adoc.txt", "D d.TXT"),
        tree.list(DEFAULT.withExtensions(List.of(".txt"))));
    assertThrows(IllegalArgumentException.class, () -> DEFAULT.withExtensions(List.of("a/b")));
    assertThrows(IllegalArgumentException.class, () -> DEFAULT.withExtensions(List.of()));
  }

  @Test
  void aFileIsADocumentBesideItsNeighboursWhateverTheRulesSay() throws Exception {
    tree("docs").file("a.md").file("b.md").file("sub/c.md").file("x.png");
    tree("docs").file(".gitignore", "a.md\n");
    CorpusListing listing = list("docs/a.md");
    assertEquals(
        List.of(
            "O .gitignore", "D a.md", "S b.md not-selected", "S sub/c.md not-selected", "O x.png"),
        Tree.lines(listing));
    assertEquals("docs", listing.roots().get(0).name());
  }

  @Test
  void aGlobSelectsBelowItsLongestFolder() throws Exception {
    tree("r/docs").file("a.md").file("sub/b.md").file("sub/c.markdown").file("sub/.h.md");
    assertEquals(
        List.of("D a.md", "S sub/.h.md hidden", "D sub/b.md", "S sub/c.markdown not-selected"),
        Tree.lines(list("r/docs/**/*.md")));
    assertEquals(
        List.of(
            "D a.md",
            "S sub/.h.md not-selected",
            "S sub/b.md not-selected",
            "S sub/c.markdown not-selected"),
        Tree.lines(list("r/docs/*.md")));
    CorpusListing deeper = list("r/*/sub/?.md");
    assertEquals("r", deeper.roots().get(0).name());
    assertEquals("D docs/sub/b.md", Tree.lines(deeper).get(2));
  }

  @Test
  void aNameWithWildcardsThatExistsIsNoGlob() throws Exception {
    tree("[slug]").file("a*.md").file("ab.md");
    assertEquals(List.of("D a*.md", "D ab.md"), Tree.lines(list("[slug]")));
    assertEquals(List.of("D a*.md", "S ab.md not-selected"), Tree.lines(list("[slug]/a*.md")));
  }

  @Test
  void aGlobThatTheShellExpandedIsOneCorpus() throws Exception {
    tree("docs").file("a.md").file("b.md").file("sub/c.md").file("sub/d.md");
    CorpusListing listing = list("docs/sub/c.md", "docs/a.md", "docs/sub/*.md");
    assertEquals(
        List.of("D a.md", "S b.md not-selected", "D sub/c.md", "D sub/d.md"), Tree.lines(listing));
    assertEquals(1, listing.roots().size());
  }

  @Test
  void severalCorporaAreToldApartByName() throws Exception {
    tree("x/docs").file("b.md");
    tree("y/docs").file("a.md");
    tree("docs-2").file("c.md");
    CorpusListing listing = list("y/docs", "x/docs", "docs-2");
    assertEquals(List.of("D docs-2-2/c.md", "D docs-2/b.md", "D docs/a.md"), Tree.lines(listing));
    assertEquals(
        List.of("docs", "docs-2", "docs-2-2"),
        listing.roots().stream().map(CorpusRoot::name).toList());
    assertEquals(List.of(2, 1, 0), listing.files().stream().map(ListedFile::root).toList());
  }

  @Test
  void corporaThatHoldOneAnotherAreAnError() {
    tree("docs").file("a.md").file("sub/b.md").link("self", ".");
    assertEquals(
        "'docs/.' is the same corpus as 'docs': its documents would be counted twice",
        error("docs", "docs/."));
    assertEquals(
        "'docs/self' is the same corpus as 'docs': its documents would be counted twice",
        error("docs", "docs/self"));
    assertEquals(
        "'docs/sub' lies in 'docs': its documents would be counted twice",
        error("docs/sub", "docs"));
    assertEquals(
        "'docs/sub/b.md' lies in 'docs': its documents would be counted twice",
        error("docs", "docs/sub/b.md"));
  }

  @Test
  void saysWhatIsWrongWithACorpus() {
    tree("docs").file("a.txt").file("b.png");
    tree("skipped").file("a.md").file("b.md").file(".c.md").file(".gitignore", "\n?.md\n");
    tree("docs").link("pipe.md", "/dev/null");
    assertEquals("the corpus 'none' does not exist", error("none"));
    assertEquals("the folder of the glob 'none/*.md' does not exist", error("none/*.md"));
    assertEquals("the glob 'docs/a.txt/*' does not begin with a folder", error("docs/a.txt/*"));
    assertEquals(
        "'docs/a.txt' is not a document: documents end in .md, .markdown, .mdx",
        error("docs/a.txt"));
    assertEquals("the corpus 'docs/pipe.md' is neither a folder nor a file", error("docs/pipe.md"));
    assertEquals(
        "the corpus 'skipped' holds no document to audit: of 3 that end in .md, .markdown, .mdx,"
            + " 1 hidden, 2 left out by .gitignore (.gitignore:2: ?.md); 1 other files",
        error("skipped"));
    assertTrue(error("docs/*.md").contains("1 a symbolic link out of the corpus"));
  }

  @Test
  void aCorpusWithoutDocumentsIsAnErrorThatNamesTheExtensions() {
    tree("docs").file("a.txt").file("b.png");
    assertEquals(
        "the corpus 'docs' holds no document: no file in it ends in .md, .markdown, .mdx;"
            + " 2 other files",
        error("docs"));
  }

  @Test
  void fileUrisAreLocalPaths() throws Exception {
    Tree tree = tree("my docs").file("a.md");
    String encoded = tree.root.toUri().toString();
    for (String uri : List.of(encoded, "file://" + tree.root, "file:" + tree.root)) {
      CorpusListing listing = CorpusLister.list(List.of(uri), DEFAULT);
      assertEquals(List.of("D a.md"), Tree.lines(listing));
      assertEquals("my docs", listing.roots().get(0).name());
    }
    assertEquals(
        List.of("D a.md"),
        Tree.lines(CorpusLister.list(List.of("file://" + tree.root + "/*.md"), DEFAULT)));
  }

  @Test
  void ignoreFilesThatCannotBeObeyedAreProblems() throws Exception {
    Tree tree = tree("docs").file("a.md").file(".gitignore", "a".repeat((1 << 20) + 1));
    tree.file("sub/b.md").link("sub/.gitignore", "../rules").file("rules", "b.md");
    CorpusListing listing = list("docs");
    assertEquals(
        List.of("O .gitignore", "D a.md", "O rules", "O sub/.gitignore", "D sub/b.md"),
        Tree.lines(listing));
    assertEquals(
        List.of(new ListingProblem(".gitignore", "its rules were not obeyed: larger than 1 MiB")),
        listing.problems());
  }

  @Property(tries = 25)
  void theResultDoesNotDependOnTheNumberOfThreads(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 5000) Integer> numbers)
      throws Exception {
    Path temporary = Files.createTempDirectory("docaudit");
    try {
      Tree tree = new Tree(temporary).file("always.md");
      for (int n : numbers) {
        String folder = "d" + n % 7 + "/e" + n % 5;
        tree.file(folder + "/f" + n + (n % 3 == 0 ? ".txt" : ".md"));
        tree.file(folder + "/.gitignore", "f" + n + ".md\n");
        Files.deleteIfExists(tree.path("l" + n % 11));
        tree.link("l" + n % 11, "d" + n % 7);
      }
      CorpusListing one = listWith(tree, 1);
      assertEquals(one, listWith(tree, 2));
      assertEquals(one, listWith(tree, 8));
    } finally {
      delete(temporary);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static CorpusListing listWith(Tree tree, int threads) throws CorpusException {
    return CorpusLister.list(List.of(tree.root.toString()), DEFAULT.withThreads(threads));
  }
}

package org.docaudit.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.docaudit.nativeudf.DocumentBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links, loops, pipes, strange names, missing permissions. */
class UnusualFilesTest {
  private static final ListingOptions DEFAULT = ListingOptions.DEFAULT;

  @TempDir Path folder;

  private Tree docs() {
    return new Tree(folder.resolve("docs"));
  }

  @Test
  void linksToFilesCountUnderTheirOwnPath() throws Exception {
    new Tree(folder).file("out/x.md").file("out/x.png");
    Tree tree = docs().file("a.md", "12345").file("pic.png").file("sub/b.md");
    tree.link("l.md", "a.md").link("l.png", "pic.png").link("sub/up.md", "../a.md");
    tree.link("out.md", "../out/x.md").link("out.png", "../out/x.png");
    tree.link("dead.md", "none.md").link("dead.png", "none.png").link("self.md", "self.md");
    tree.link("doc-by-name.md", "pic.png").link("not-by-name", "a.md");
    CorpusListing listing = CorpusLister.list(List.of(tree.root.toString()), DEFAULT);
    assertEquals(
        List.of(
            "D a.md",
            "D dead.md",
            "D doc-by-name.md",
            "D l.md",
            "O l.png",
            "O not-by-name",
            "S out.md symlink-outside",
            "O out.png",
            "O pic.png",
            "D self.md",
            "D sub/b.md",
            "D sub/up.md"),
        Tree.lines(listing));
    assertEquals(5, listing.files().get(3).bytes());
    assertEquals(0, listing.files().get(1).bytes());
  }

  @Test
  void linksToFoldersAreFollowedOnceAndNeverUpwards() throws Exception {
    new Tree(folder).file("out/x.md");
    Tree tree = docs().file("a/x.md").file("b/y.md").file("b/deep/z.md");
    tree.link("a/loop", "..").link("a/self", ".").link("out", "../out");
    tree.link("a/to-b", "../b").link("b/to-a", "../a").link("dead", "none");
    tree.file(".git/HEAD").link("git", ".git");
    assertEquals(
        List.of(
            "O a/loop",
            "O a/self",
            "D a/to-b/deep/z.md",
            "O a/to-b/to-a",
            "D a/to-b/y.md",
            "D a/x.md",
            "D b/deep/z.md",
            "O b/to-a/loop",
            "O b/to-a/self",
            "O b/to-a/to-b",
            "D b/to-a/x.md",
            "D b/y.md",
            "O git",
            "O out"),
        tree.list(DEFAULT));
  }

  @Test
  void manyLinksToEachOtherEnd() {
    Tree tree = docs();
    for (int i = 0; i < 12; i++) {
      tree.file("d" + i + "/x.md");
      for (int j = 0; j < 12; j++) {
        tree.link("d" + i + "/l" + j, "../d" + j);
      }
    }
    List<String> lines =
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> tree.list(DEFAULT));
    // Own document, document of each other folder, and there 12 links that are not followed.
    assertEquals(12 + 12 * 11 * 13 + 12, lines.size());
  }

  @Test
  void pipesAreNeverOpened() throws Exception {
    Tree tree = docs().file("a.md");
    assumeTrue(run("mkfifo", tree.root.resolve("p.md").toString()), "no mkfifo");
    tree.link("to-pipe.md", "p.md");
    List<String> lines =
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> tree.list(DEFAULT));
    assertEquals(List.of("D a.md", "O p.md", "O to-pipe.md"), lines);
  }

  @Test
  void namesMayHoldAnything() throws Exception {
    Tree tree = docs();
    tree.file("new\nline.md").file("tab\t.md").file("ctl\u0001.md").file("back\\slash.md");
    tree.file("100%.md").file("%FF.md").file("sp ace/\u65e5\u672c.md").file("\ufffd.md");
    tree.file("a.md".repeat(60) + ".md");
    CorpusListing listing = CorpusLister.list(List.of(tree.root.toString()), DEFAULT);
    assertEquals(
        List.of(
            "%FF.md",
            "100%.md",
            "a.md".repeat(60) + ".md",
            "back\\slash.md",
            "ctl\u0001.md",
            "new\nline.md",
            "sp ace/\u65e5\u672c.md",
            "tab\t.md",
            "\ufffd.md"),
        listing.files().stream().map(ListedFile::path).toList());
    requireReadable(listing);
  }

  @Test
  void namesThatAreNotUtf8AreEscapedAndStillOpen() throws Exception {
    Tree tree = docs();
    write(tree.escaped("bad%FF%FE.md"), "bad");
    Files.createDirectories(tree.escaped("dir%E9"));
    write(tree.escaped("dir%E9/%C3%BC%E3%81.md"), "deep");
    tree.file("x%E9/a.md");
    CorpusListing listing = CorpusLister.list(List.of(tree.root.toString()), DEFAULT);
    assertEquals(
        List.of("D bad%FF%FE.md", "D dir%E9/\u00fc%E3%81.md", "D x%E9/a.md"), Tree.lines(listing));
    assertEquals("dir%E9/%C3%BC%E3%81.md", listing.files().get(1).escapedPath());
    assertEquals(null, listing.files().get(2).escapedPath());
    requireReadable(listing);
  }

  @Test
  void twoNamesOfTheSameTextAreAProblem() throws Exception {
    Tree tree = docs().file("%FF.md", "text");
    write(tree.escaped("%FF.md"), "byte");
    CorpusListing listing = CorpusLister.list(List.of(tree.root.toString()), DEFAULT);
    assertEquals(List.of("D %FF.md"), Tree.lines(listing));
    assertEquals(null, listing.files().get(0).escapedPath());
    assertEquals(
        List.of(
            new ListingProblem(
                "%FF.md", "left out: another name that is not UTF-8 reads the same")),
        listing.problems());
  }

  @Test
  void foldersWithoutPermissionAreProblems() throws Exception {
    Tree tree = docs().file("a.md").file("shut/b.md");
    Path shut = tree.root.resolve("shut");
    Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(shut), "this user may read everything");
      CorpusListing listing = CorpusLister.list(List.of(tree.root.toString()), DEFAULT);
      assertEquals(List.of("D a.md"), Tree.lines(listing));
      assertEquals(
          List.of(new ListingProblem("shut/", "the folder could not be read: permission denied")),
          listing.problems());
    } finally {
      Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void whoMayReadADocumentIsNotedWhereThatIsAsked() throws Exception {
    Tree tree = docs().file("all.md").file("group.md").file("none.md").file("pic.png");
    tree.link("to-all.md", "all.md").link("to-none.md", "none.md").link("dead.md", "nothing.md");
    permissions(tree, "all.md", "r--r--r--");
    permissions(tree, "group.md", "rw-rw----");
    permissions(tree, "none.md", "-wx-wx-wx");
    permissions(tree, "pic.png", "rwxrwxrwx");
    List<String> corpus = List.of(tree.root.toString());
    CorpusListing listing = CorpusLister.list(corpus, DEFAULT.withPermissions(true));
    assertEquals(
        List.of("all.md", "to-all.md"),
        listing.files().stream().filter(ListedFile::readableByAll).map(ListedFile::path).toList());
    assertEquals(7, listing.files().size());
    assertEquals(
        listing.files().stream().filter(ListedFile::readableByAll).toList(),
        BatchPlanner.plan(listing).get(0).files().unpacked().stream()
            .filter(ListedFile::readableByAll)
            .toList());
    CorpusListing plain = CorpusLister.list(corpus, DEFAULT);
    assertEquals(Tree.lines(listing), Tree.lines(plain));
    assertTrue(plain.files().stream().noneMatch(ListedFile::readableByAll));
  }

  private static void permissions(Tree tree, String path, String permissions) throws IOException {
    Files.setPosixFilePermissions(tree.path(path), PosixFilePermissions.fromString(permissions));
  }

  @Test
  void deepFoldersNeedNoStack() throws Exception {
    Tree tree = docs().file("d/".repeat(1500) + "x.md");
    assertEquals(List.of("D " + "d/".repeat(1500) + "x.md"), tree.list(DEFAULT.withThreads(1)));
  }

  private static void requireReadable(CorpusListing listing) throws ReadFailure {
    DocumentReader reader = new DocumentReader(1000);
    for (ListedFile file : listing.files()) {
      DocumentBuffer batch = new DocumentBuffer();
      reader.read(listing.roots().get(file.root()), file, batch);
      assertTrue(batch.bytes() > 0, file.path());
      assertEquals(file.bytes(), batch.bytes());
    }
  }

  private static void write(Path path, String content) {
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, content);
    } catch (IOException e) {
      assumeTrue(false, "this file system demands UTF-8 names");
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException notInstalled) {
      return false;
    }
  }
}

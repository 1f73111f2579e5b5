package org.docaudit.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.docaudit.model.Rule;
import org.docaudit.nativeudf.DocumentBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteCorpusTest {
  private static final ListingOptions DEFAULT = ListingOptions.DEFAULT;

  @BeforeEach
  void fill() {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    put(".gitignore", "build/\n");
    put(".git/x.md", "x");
    put("a.md", "text");
    put("b.png", "x");
    put("build/x.md", "x");
    put("folder/", "");
    put("s/u/b/\u00fc 1%.md", "deep");
    put("s/u/.docauditignore", "c.md");
    put("s/u/b/c.md", "x");
    MemoryFileSystemRegistrar.OBJECTS.put("mem://bucket/docs2/z.md", "x");
  }

  @AfterEach
  void clear() {
    MemoryFileSystemRegistrar.OBJECTS.clear();
  }

  private static void put(String path, String content) {
    MemoryFileSystemRegistrar.OBJECTS.put("mem://bucket/docs/" + path, content);
  }

  private static CorpusListing list(String... arguments) throws CorpusException {
    return CorpusLister.list(List.of(arguments), DEFAULT);
  }

  private static String error(String... arguments) {
    return assertThrows(CorpusException.class, () -> list(arguments)).getMessage();
  }

  @Test
  void listsAndReadsAFolderByTheSameRules() throws Exception {
    List<String> expected =
        List.of(
            "O .gitignore",
            "D a.md",
            "O b.png",
            "S build/x.md gitignore",
            "O s/u/.docauditignore",
            "S s/u/b/c.md docauditignore",
            "D s/u/b/\u00fc 1%.md");
    assertEquals(expected, Tree.lines(list("mem://bucket/docs")));
    CorpusListing listing = list("mem://bucket/docs/");
    assertEquals(expected, Tree.lines(listing));
    CorpusRoot root = listing.roots().get(0);
    assertEquals(new CorpusRoot("docs", "", "mem://bucket/docs/", false), root);
    ListedFile document = listing.files().get(6);
    assertEquals(4, document.bytes());
    assertEquals(7, document.modifiedMillis());
    DocumentBuffer batch = new DocumentBuffer();
    new DocumentReader(4).read(root, document, batch);
    assertArrayEquals("deep".getBytes(UTF_8), batch.get(0));
    assertEquals(Rule.DOCUMENT_TOO_LARGE, failure(new DocumentReader(3), root, document));
    MemoryFileSystemRegistrar.OBJECTS.clear();
    assertEquals(Rule.DOCUMENT_VANISHED, failure(new DocumentReader(4), root, document));
  }

  private static Rule failure(DocumentReader reader, CorpusRoot root, ListedFile document) {
    DocumentBuffer batch = new DocumentBuffer();
    return assertThrows(ReadFailure.class, () -> reader.read(root, document, batch)).rule();
  }

  @Test
  void reportsOfDocauditAreLeftOut() throws Exception {
    put("s/summary.json", "{\"tool\":\"docaudit\"}");
    put("s/summary.md", "x");
    put("s/report.html", "x");
    assertEquals(
        List.of(
            "O .gitignore",
            "D a.md",
            "O b.png",
            "S build/x.md gitignore",
            "O s/report.html",
            "O s/summary.json",
            "S s/summary.md report"),
        Tree.lines(list("mem://bucket/docs")));
  }

  @Test
  void selectsAFileOrAGlob() throws Exception {
    assertEquals(
        List.of("D a.md"),
        Tree.lines(list("mem://bucket/docs/a.md")).stream()
            .filter(l -> l.startsWith("D"))
            .toList());
    assertEquals(
        List.of("D docs2/z.md"),
        Tree.lines(list("mem://bucket/*/z.md")).stream().filter(l -> l.startsWith("D")).toList());
  }

  @Test
  void saysWhatIsWrong() {
    assertEquals(
        "the corpus 'mem://bucket/none' does not exist or is empty", error("mem://bucket/none"));
    assertEquals("the corpus 'mem:///' names no folder", error("mem:///"));
    assertEquals(
        "'mem://bucket/docs/b.png' is not a document: documents end in .md, .markdown, .mdx",
        error("mem://bucket/docs/b.png"));
    assertEquals(
        "the corpus 'nope://x/y' cannot be read: no Beam file system for 'nope:' is on the class"
            + " path; known here: file",
        error("nope://x/y"));
    assertEquals(
        "'mem://bucket/docs/s' lies in 'mem://bucket/docs': its documents would be counted twice",
        error("mem://bucket/docs", "mem://bucket/docs/s"));
  }
}

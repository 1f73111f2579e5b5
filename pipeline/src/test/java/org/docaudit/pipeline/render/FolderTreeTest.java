package org.docaudit.pipeline.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.render.FolderTree.Extent;
import org.docaudit.pipeline.render.FolderTree.Part;
import org.junit.jupiter.api.Test;

class FolderTreeTest {

  private static FolderTree tree() {
    FolderTree tree = new FolderTree();
    for (String document :
        List.of("a/x/1.md", "a/x/1.md", "a/x/2.md", "a/y/1.md", "a/1.md", "b/1.md", "c.md")) {
      tree.addFinding(document, Severity.ERROR);
    }
    tree.addFinding("a/y/1.md", Severity.WARNING);
    tree.addFinding("d/1.md", Severity.INFO);
    for (String document :
        List.of(
            "a/1.md",
            "a/x/1.md",
            "a/x/2.md",
            "a/x/3.md",
            "a/y/1.md",
            "a/y/deep/1.md",
            "b/1.md",
            "c.md",
            "d/1.md")) {
      tree.addDocument(document);
    }
    return tree;
  }

  @Test
  void theFoldersWithTheMostFindingsAreCutTheFinest() {
    assertEquals(
        List.of(
            new Part("a/x/", Extent.WHOLE, 3, 3, 3),
            new Part("a/y/", Extent.WHOLE, 2, 1, 2),
            new Part("", Extent.ALONE, 1, 1, 1),
            new Part("a/", Extent.ALONE, 1, 1, 1),
            new Part("b/", Extent.WHOLE, 1, 1, 1)),
        tree().parts(20));
  }

  @Test
  void fewPartsAreLarger() {
    assertEquals(
        List.of(
            new Part("a/", Extent.WHOLE, 6, 5, 6),
            new Part("", Extent.ALONE, 1, 1, 1),
            new Part("b/", Extent.WHOLE, 1, 1, 1)),
        tree().parts(5));
    assertEquals(List.of(new Part("", Extent.WHOLE, 8, 7, 9)), tree().parts(1));
  }

  /** As they come from a packed corpus that is not in path order. */
  @Test
  void documentsCountInAnyOrder() {
    FolderTree tree = new FolderTree();
    for (String document : List.of("a/x/1.md", "b/1.md", "a/x/2.md", "1.md", "a/1.md", "b/2.md")) {
      tree.addFinding(document, Severity.WARNING);
    }
    for (String document :
        List.of(
            "none/1.md",
            "a/none/1.md",
            "none/2.md",
            "a/none/deep/2.md",
            "a/2.md",
            "a/none/3.md",
            "2.md",
            "a/x/none/1.md",
            "a/x/3.md",
            "b/1.md",
            "bc/1.md",
            "a/x/none/2.md")) {
      tree.addDocument(document);
    }
    assertEquals(
        List.of(
            new Part("a/x/", Extent.WHOLE, 2, 0, 3),
            new Part("b/", Extent.WHOLE, 2, 0, 1),
            new Part("", Extent.ALONE, 1, 0, 1),
            new Part("a/", Extent.ALONE, 1, 0, 1)),
        tree.parts(20));
    assertEquals(List.of(new Part("", Extent.WHOLE, 6, 0, 12)), tree.parts(1));
  }

  @Test
  void nothingWithoutFindings() {
    FolderTree tree = new FolderTree();
    tree.addDocument("a/1.md");
    tree.addFinding("a/1.md", Severity.INFO);
    assertEquals(List.of(), tree.parts(20));
  }

  /** Paths of any depth and number take bounded memory, and every finding counts somewhere. */
  @Test
  void manyFolders() {
    FolderTree tree = new FolderTree();
    for (int i = 0; i < 150_000; i++) {
      tree.addFinding("f" + i + "/d/1.md", Severity.ERROR);
    }
    tree.addFinding("d/".repeat(2_000) + "1.md", Severity.ERROR);
    List<Part> parts = tree.parts(40);
    assertEquals(150_001, parts.stream().mapToLong(Part::findings).sum());
    assertEquals(new Part("", Extent.ALONE, 100_001, 100_001, 0), parts.get(0));
    assertEquals(new Part("", Extent.OTHERS, 49_980, 49_980, 0), parts.get(1));
    assertEquals(22, parts.size());
  }
}

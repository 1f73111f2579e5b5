package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.docaudit.pipeline.compare.PairedLinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of two runs side by side, where more rows belong to renamed documents than are held. */
class PairedRowsTest {

  @TempDir Path folder;

  @Test
  void rowsOfRenamedDocumentsMeetWithinTheBound() throws Exception {
    TestAudit audit = new TestAudit(folder);
    audit
        .file("docs/1.md", "[a](#1) [b](#1b)\n")
        .file("docs/2.md", "[a](#2) [b](#2b)\n")
        .file("docs/3.md", "[a](#3) [b](#3b) [c](#3c)\n")
        .file("docs/4.md", "[a](#4)\n");
    assertEquals(1, audit.audit("docs", "--output=r/a", "--format=parquet"), audit.err());
    // The order of the first three turns round; the last stays.
    Files.move(folder.resolve("docs/1.md"), folder.resolve("docs/c.md"));
    Files.move(folder.resolve("docs/2.md"), folder.resolve("docs/b.md"));
    Files.move(folder.resolve("docs/3.md"), folder.resolve("docs/a.md"));
    audit.file("docs/5.md", "[a](#5)\n");
    assertEquals(1, audit.audit("docs", "--output=r/b", "--format=parquet"), audit.err());
    List<String> documents =
        List.of(
            "4.md | null | [#4] | [#4]",
            "5.md | null | [] | [#5]",
            "a.md | 3.md | [#3, #3b, #3c] | [#3, #3b, #3c]",
            "b.md | 2.md | [#2, #2b] | [#2, #2b]",
            "c.md | 1.md | [#1, #1b] | [#1, #1b]");
    // Side by side, to count the rows of renamed documents, and for what is held each time.
    assertEquals(new PairedLinks(documents, 3), links(7));
    assertEquals(new PairedLinks(documents, 4), links(6));
    assertEquals(new PairedLinks(documents, 4), links(4));
    assertEquals(new PairedLinks(documents, 5), links(1), "a document is held whole");
  }

  private PairedLinks links(int maxHeld) throws Exception {
    return PairedLinks.of(folder.resolve("r/a"), folder.resolve("r/b"), maxHeld);
  }
}

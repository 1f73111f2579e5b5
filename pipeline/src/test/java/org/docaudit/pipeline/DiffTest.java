package org.docaudit.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docaudit diff} says of two runs between which links broke in every way. */
class DiffTest {

  @TempDir static Path folder;
  private static TestAudit audit;

  @BeforeAll
  static void twoRuns() throws IOException {
    audit =
        new TestAudit(folder)
            .file("docs/install.md", "# Install\n\n## On Linux\n\ntext\n\n## Last words\n")
            .file("docs/guide/setup.md", "# Setup\n\n## One\n\n[up](../install.md)\n")
            .file("docs/doomed.md", "# Doomed\n")
            .file("docs/picture.png", "x")
            .file("docs/part/index.md", "# Part\n")
            .file("docs/part/media/a.png", "x")
            .file("docs/part/media/lost.png", "x")
            .file("docs/mover.md", "# Mover\n\n[install](install.md) and [self](#mover)\n")
            .file(
                "docs/links.md",
                """
                # Links

                [`guide/setup.md`](guide/setup.md#one) ![x](<guide/setup.md> "t") [y](guide/setup)
                [z](/guide/setup.md?plain=1)\s
                [ref][r] and [again][r] ![i][r]
                [in](guide/setup.md)
                <a href="guide/setup.html">w</a> [esc](guide/setup\\.md)
                [lin](install.md#on-linux) [words](install.md#last-words) [Doomed](doomed.md)
                ![p](picture.png) [part](part/) ![a](part/media/a.png) ![b](part/media/lost.png)

                [r]: guide/setup.md 'T'""");
    audit.file("docs/crlf.md", "# C\r\n\r\n[s](guide/setup.md)\r\n");
    assertEquals(0, audit.audit("docs", "--output=r/a", "--format=parquet"), audit.err());
    Files.createDirectories(folder.resolve("docs/new folder/deep"));
    Files.move(folder.resolve("docs/guide/setup.md"), folder.resolve("docs/new folder/set up.md"));
    Files.move(folder.resolve("docs/mover.md"), folder.resolve("docs/new folder/deep/mover.md"));
    Files.createDirectories(folder.resolve("docs/piece"));
    Files.move(folder.resolve("docs/part/index.md"), folder.resolve("docs/piece/index.md"));
    Files.createDirectories(folder.resolve("docs/piece/media"));
    Files.move(folder.resolve("docs/part/media/a.png"), folder.resolve("docs/piece/media/a.png"));
    Files.delete(folder.resolve("docs/part/media/lost.png"));
    Files.delete(folder.resolve("docs/part/media"));
    Files.delete(folder.resolve("docs/part"));
    Files.delete(folder.resolve("docs/doomed.md"));
    Files.delete(folder.resolve("docs/picture.png"));
    audit
        .file("docs/install.md", "# Install\n\n## On Linux and BSD {#on-(linux)-and-bsd}\n\ntext\n")
        .file("docs/fresh.md", "# Fresh\n\n[bad](nowhere.md)\n");
    assertEquals(1, audit.audit("docs", "--output=r/b", "--format=parquet"), audit.err());
  }

  @Test
  void whyLinksBroke() {
    assertEquals(1, audit.run("diff", "r/a", "r/b", "--format=json"), audit.err());
    JsonNode diff = json(audit.out());
    List<String> links = new ArrayList<>();
    for (JsonNode link : diff.get("broken_links")) {
      links.add(
          String.join(
              " | ",
              link.get("path").asText() + ":" + link.get("line").asText(),
              link.get("target").asText(),
              link.get("cause").asText(),
              link.get("now").asText(),
              link.get("fix").asText()));
    }
    String renamed = "new folder/set up.md";
    String fixed = "new%20folder/set%20up.md";
    assertEquals(
        List.of(
            "crlf.md:3 | guide/setup.md | target-renamed | " + renamed + " | " + fixed,
            "fresh.md:3 | nowhere.md | link-new | null | null",
            "links.md:3 | guide/setup.md#one | target-renamed | %s#one | %s#one"
                .formatted(renamed, fixed),
            "links.md:3 | guide/setup.md | target-renamed | " + renamed + " | " + fixed,
            "links.md:3 | guide/setup | target-renamed | " + renamed + " | new%20folder/set%20up",
            "links.md:4 | /guide/setup.md?plain=1 | target-renamed | %s | /%s?plain=1"
                .formatted(renamed, fixed),
            "links.md:5 | guide/setup.md | target-renamed | " + renamed + " | " + fixed,
            "links.md:5 | guide/setup.md | target-renamed | " + renamed + " | " + fixed,
            "links.md:5 | guide/setup.md | target-renamed | " + renamed + " | " + fixed,
            "links.md:6 | guide/setup.md | target-renamed | " + renamed + " | " + fixed,
            "links.md:7 | guide/setup.html | target-renamed | %s | new%%20folder/set%%20up.html"
                .formatted(renamed),
            "links.md:7 | guide/setup.md | target-renamed | " + renamed + " | " + fixed,
            "links.md:8 | install.md#on-linux | heading-reworded | install.md#on-(linux)-and-bsd"
                + " | install.md#on-%28linux%29-and-bsd",
            "links.md:8 | install.md#last-words | heading-removed | install.md | null",
            "links.md:8 | doomed.md | page-removed | null | null",
            "links.md:9 | picture.png | file-removed | null | null",
            "links.md:9 | part/ | target-renamed | piece/index.md | piece/",
            "links.md:9 | part/media/a.png | target-renamed | piece/media/a.png"
                + " | piece/media/a.png",
            "links.md:9 | part/media/lost.png | target-renamed | piece/media/lost.png"
                + " | piece/media/lost.png",
            "new folder/deep/mover.md:3 | install.md | source-renamed | install.md"
                + " | ../../install.md"),
        links);
  }

  @Test
  void documentsAndFindings() {
    assertEquals(1, audit.run("diff", "r/a", "r/b"), audit.err());
    String out = audit.out();
    assertTrue(out.startsWith("Before       " + folder.resolve("r/a") + ", 20"), out);
    List<String> lines = out.lines().skip(2).toList();
    assertEquals(
        List.of(
            "Documents    1 added, 1 removed, 1 changed, 3 renamed",
            "  added      fresh.md",
            "  removed    doomed.md",
            "  changed    install.md",
            "  renamed    mover.md, now new folder/deep/mover.md: the content is the same",
            "  renamed    guide/setup.md, now new folder/set up.md: the content is the same",
            "  renamed    part/index.md, now piece/index.md: the content is the same",
            "Findings     20 new, 0 unchanged, 0 resolved",
            "  new        error link/missing-file crlf.md:3:1: `guide/setup.md` does not exist"),
        lines.subList(0, 9));
    int links = lines.indexOf("Links        20 broke");
    assertEquals(
        List.of(
            "  broke      crlf.md:3:1 guide/setup.md",
            "               target-renamed: `guide/setup.md` was renamed to `new folder/set up.md`;"
                + " write `new%20folder/set%20up.md`"),
        lines.subList(links + 1, links + 3));
  }

  /** Whoever applies the patch finds the links mended that it says it mends, and no other byte. */
  @Test
  void thePatchMendsLinks() throws Exception {
    Path copy = folder.resolve("copy/docs");
    copy(folder.resolve("docs"), copy);
    assertEquals(1, audit.run("diff", "r/a", "r/b", "--fix=patch"), audit.err());
    assertEquals("docaudit: 20 links broke, the patch mends 14\n", audit.err());
    String patch = audit.out();
    assertTrue(patch.contains("\n-[s](guide/setup.md)\r\n+[s](new%20folder/set%20up.md)\r\n"));
    assertTrue(patch.contains("\n\\ No newline at end of file\n"), patch);
    assertTrue(patch.contains("\n+++ b/new folder/deep/mover.md\t\n"), patch);
    Files.writeString(folder.resolve("fix.patch"), patch);
    for (List<String> tool : List.of(List.of("patch", "-p1", "-i"), List.of("git", "apply"))) {
      Path corpus = folder.resolve(tool.get(0) + "/docs");
      copy(copy, corpus);
      List<String> command = new ArrayList<>(tool);
      command.add(folder.resolve("fix.patch").toString());
      Process process =
          new ProcessBuilder(command).directory(corpus.toFile()).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertEquals(0, process.waitFor(), output);
      assertEquals(expected(copy), contents(corpus));
    }
    assertEquals(1, audit.audit("patch/docs", "--output=r/c", "--format=parquet"));
    assertEquals(
        List.of(
            "fresh.md | nowhere.md",
            "links.md | guide/setup.md",
            "links.md | install.md#last-words",
            "links.md | doomed.md",
            "links.md | picture.png",
            "links.md | part/media/lost.png"),
        audit.rows("r/c", "findings", "path, target"));
  }

  private static SortedMap<String, String> expected(Path corpus) throws IOException {
    SortedMap<String, String> expected = contents(corpus);
    expected.put("crlf.md", "# C\r\n\r\n[s](new%20folder/set%20up.md)\r\n");
    expected.put(
        "new folder/deep/mover.md", "# Mover\n\n[install](../../install.md) and [self](#mover)\n");
    expected.put(
        "links.md",
        """
        # Links

        [`guide/setup.md`](new%20folder/set%20up.md#one) ![x](<new%20folder/set%20up.md> "t") [y](new%20folder/set%20up)
        [z](/new%20folder/set%20up.md?plain=1)\s
        [ref][r] and [again][r] ![i][r]
        [in](new%20folder/set%20up.md)
        <a href="new%20folder/set%20up.html">w</a> [esc](guide/setup\\.md)
        [lin](install.md#on-%28linux%29-and-bsd) [words](install.md#last-words) [Doomed](doomed.md)
        ![p](picture.png) [part](piece/) ![a](piece/media/a.png) ![b](part/media/lost.png)

        [r]: new%20folder/set%20up.md 'T'""");
    return expected;
  }

  private static SortedMap<String, String> contents(Path corpus) throws IOException {
    SortedMap<String, String> contents = new TreeMap<>();
    try (var files = Files.walk(corpus)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(corpus.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  /** A document that was changed since the run has no link where the table says. */
  @Test
  void nothingIsPatchedThatNoLongerStands() throws IOException {
    Path document = folder.resolve("docs/crlf.md");
    byte[] before = Files.readAllBytes(document);
    try {
      Files.writeString(document, "A line more.\n\n[s](guide/setup.md)\n");
      assertEquals(1, audit.run("diff", "r/a", "r/b", "--fix=patch"));
      assertEquals("docaudit: 20 links broke, the patch mends 13\n", audit.err());
      Files.writeString(document, "# C\r\n\r\n`[s](guide/setup.md)`\r\n");
      assertEquals(1, audit.run("diff", "r/a", "r/b", "--fix=patch"));
      assertEquals("docaudit: 20 links broke, the patch mends 13\n", audit.err());
    } finally {
      Files.write(document, before);
    }
  }

  @Test
  void redirects() {
    assertEquals(1, audit.run("diff", "r/a", "r/b", "--fix=redirects"), audit.err());
    assertEquals(
        """
        {
          "mover.md" : "new folder/deep/mover.md",
          "guide/setup.md" : "new folder/set up.md",
          "part/index.md" : "piece/index.md"
        }
        """,
        audit.out());
  }

  @Test
  void exitCodes() throws IOException {
    assertEquals(0, audit.run("diff", "r/b", "r/b"), audit.err());
    assertTrue(audit.out().contains("\nFindings     0 new, 20 unchanged, 0 resolved\n"));
    assertEquals(0, audit.run("diff", "r/b", "r/b", "--fix=patch"));
    assertEquals("", audit.out());
    assertEquals(2, audit.run("diff", "r/a"));
    assertEquals(
        "docaudit: needs two reports; try: docaudit diff results/YESTERDAY results/TODAY\n",
        audit.err());
    assertEquals(2, audit.run("diff", "r/a", "docs"));
    assertEquals(
        "docaudit: %s is not a docaudit report\n".formatted(folder.resolve("docs")), audit.err());
    assertEquals(2, audit.run("diff", "r/a", "r/b", "--fix=patch", "--format=json"));
    assertEquals("docaudit: --fix and --format exclude each other\n", audit.err());
    assertEquals(2, audit.run("diff", "r/a", "r/b", "--fix=all"));
    assertEquals("docaudit: --fix: expected patch or redirects, found 'all'\n", audit.err());
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.docaudit.pipeline.explain.ExplainedVerdicts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docaudit explain} says of links, fields and files that were left out. */
class ExplainTest {

  private static final Path SAMPLE =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("sample-corpus");

  @TempDir static Path folder;
  private static TestAudit audit;

  @BeforeAll
  static void runs() {
    audit =
        new TestAudit(folder)
            .file(
                "docs/docaudit.yaml",
                """
                documents:
                  exclude: [draft.md]
                schemas:
                  - paths: [guide]
                    schema: standard
                  - paths: [notes]
                    schema: schemas/note.json
                links:
                  site-roots: [/static, /]
                  ignore: ['^/live/']
                unique: [id]
                severity:
                  link/missing-anchor: warning
                  link/empty-target: off
                """)
            .file("docs/.docauditignore", "# notes\n*.tmp.md\n")
            .file("docs/guide/b.md", "---\ntitle: 1\n---\n# B\n\n## Part\n")
            .file(
                "docs/schemas/note.json",
                """
                {
                  "required": ["id"],
                  "properties": {
                    "id": { "type": "integer" },
                    "tags": { "$ref": "#/$defs/tags" },
                    "by/line": { "type": "string" }
                  },
                  "dependentRequired": { "tags": ["id"] },
                  "$defs": { "tags": { "items": { "maxLength": 3 } } }
                }
                """)
            .file("docs/notes/n.md", "---\nid: 7\ntags: [ab, abcd]\nmore: x\n---\n")
            .file("docs/notes/unread.md", "---\nid: [\n---\n")
            .file("docs/guide/skipped.tmp.md", "# S\n")
            .file("docs/draft.md", "")
            .file("docs/static/logo.png", "")
            .file(
                "docs/a.md",
                """
                # A

                [b](guide%2Fb#part) [no](guide/b.md#prat) [none](guide/bb) ![l](/logo.png)
                [live](/live/x) [](<>) [case](Guide/B.md) [s](guide/skipped.tmp.md#s)
                <!-- docaudit-ignore-next-line -->
                [gone](gone.md)
                [out](../../x.md) [\u202Eevil](evil\u202E.md)
                """);
    assertEquals(1, audit.audit("docs", "--output=results/docs"), audit.err());
    assertEquals(
        1, audit.run("audit", SAMPLE.toString(), "--output=sample", "--engine=java"), audit.err());
  }

  /** The rules that explain are those that judged, asked with what the tables tell. */
  @Test
  void explainedVerdictsAreThoseOfTheTable() throws IOException {
    for (String report : List.of("sample", "results/docs")) {
      List<String> rows = audit.rows(report, "links", "status, reason, resolved_path");
      assertTrue(rows.size() > 10, "there are links to explain");
      assertEquals(rows, ExplainedVerdicts.of(folder.resolve(report)));
    }
  }

  private static String explain(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "explain";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    assertEquals(0, audit.run(all), audit.err());
    return audit.out();
  }

  @Test
  void aLinkThatIsOk() {
    assertEquals(
        """
        a.md
          read          ok, by the engine java
          frontmatter   none
          schema        none, no paths of `schemas` match
          holds         1 heading, 11 links, 5 findings

        a.md:3:1  guide%2Fb#part
          link          inline, internal, with the text "b"
          means         a path in the corpus
          path          guide/b
          seen from     the document's folder
          anchor        part
          tried         guide/b, not there
          tried         guide/b.md, which is there
          verdict       ok
          resolved to   guide/b.md
        """,
        explain("a.md:3:1"));
    assertEquals(
        "docaudit: explaining %s, the newest report there\n"
            .formatted(folder.resolve("results/docs")),
        audit.err());
  }

  @Test
  void linksThatAreBroken() {
    assertTrue(
        explain("docs/a.md:3:21", "--report=results/docs")
            .endsWith(
                """
                  tried         guide/b.md, which is there
                  anchors       guide/b.md has none of this name
                  verdict       broken: missing-anchor
                  resolved to   guide/b.md
                  rule          link/missing-anchor
                  severity      warning, by the configuration (docaudit.yaml:13:3); by default error
                  finding       `guide/b.md` has no anchor `prat`
                  suggestion    guide/b.md#part
                """),
        audit.out());
    assertEquals("", audit.err());
    String missing = explain("a.md:3:43");
    assertTrue(missing.contains("  tried         guide/bb/README.mdx, not there\n"), missing);
    assertTrue(missing.contains("  tried         guide/bb/, not there\n"), missing);
    assertTrue(missing.contains("  severity      error, by default\n"), missing);
    String rooted = explain("a.md:3:60");
    assertTrue(
        rooted.contains("  seen from     the site roots: /static, / (docaudit.yaml:9:3)\n"),
        rooted);
    assertTrue(rooted.contains("  tried         static/logo.png, which is there\n"), rooted);
    String line = explain("a.md:4");
    assertTrue(
        line.contains("  ignored       links.ignore has `^/live/` (docaudit.yaml:10:12)\n"), line);
    assertTrue(line.contains("  finding       none, the rule is off\n"), line);
    assertTrue(
        line.contains("  letter case   in other letter case it is there: guide/b.md\n"), line);
    assertTrue(line.contains("  verdict       unchecked: anchor-in-unread-document\n"), line);
    assertTrue(
        explain("a.md:6").contains("  finding       none, a comment suppresses it\n"), audit.out());
    String last = explain("a.md:7");
    assertTrue(last.contains("  broken        the path leaves the corpus\n"), last);
    assertTrue(last.contains("evil‹U+202E›.md, not there\n"), last);
  }

  @Test
  void aDocument() {
    String text = explain("guide/b.md");
    assertTrue(
        text.contains(
            """
              schema        standard, the first of `schemas` whose paths match: guide (docaudit.yaml:4:5)
            """),
        text);
    assertTrue(
        text.contains(
            """
            guide/b.md:2:8  frontmatter/wrong-type
              finds         The value has another type.
              frontmatter   yaml
              field         title
              value         1, an integer
              schema        standard, the first of `schemas` whose paths match: guide (docaudit.yaml:4:5)
              demanded      required (standard, #/required/0)
              demanded      {"$ref":"#/$defs/text"} (standard, #/properties/title)
              demanded      {"type":"string","minLength":1} (standard, #/$defs/text)
              verdict       `title` must be a string, but is an integer (`1`)
              severity      error, by default
            """),
        text);
  }

  /** Those that a finding is about have its steps, and the others are ok. */
  @Test
  void theFieldsThatASchemaNames() {
    String text = explain("notes/n.md");
    assertTrue(
        text.contains(
            """
              demanded      {"$ref":"#/$defs/tags"} (schemas/note.json:5:5, #/properties/tags)
              demanded      {"items":{"maxLength":3}} (schemas/note.json:9:22, #/$defs/tags)
              verdict       `tags[1]` must have at most 3 characters
            """),
        text);
    assertTrue(
        text.endsWith(
            """

            notes/n.md  field id
              value         7, an integer
              demanded      required (schemas/note.json:2:16, #/required/0)
              demanded      {"type":"integer"} (schemas/note.json:4:5, #/properties/id)
              demanded      required where `tags` is there (schemas/note.json:8:35, #/dependentRequired/tags/0)
              unique        id (docaudit.yaml:11:1)
              verdict       ok

            notes/n.md  field by/line
              value         none
              demanded      {"type":"string"} (schemas/note.json:6:5, #/properties/by~1line)
              verdict       ok
            """),
        text);
    assertTrue(
        explain("notes/unread.md")
            .endsWith("  verdict       none, the frontmatter could not be read\n"),
        audit.out());
  }

  @Test
  void whyFilesWereSkipped() {
    assertEquals(
        """
        guide/skipped.tmp.md
          skipped       left out by .docauditignore
          rule          .docauditignore:2: *.tmp.md
          key           documents.ignore-files
        """,
        explain("--why-skipped", "docs/guide/skipped.tmp.md"));
    assertEquals(
        """
        draft.md
          skipped       excluded
          rule          --exclude draft.md
          key           documents.exclude (docaudit.yaml:2:3)
        """,
        explain("--why-skipped", "draft.md"));
    assertEquals("guide/b.md was audited\n", explain("--why-skipped", "guide/b.md"));
    assertTrue(
        explain("--why-skipped", "static/logo.png")
            .contains("it is no document; those end in .md, .markdown, .mdx\n"),
        audit.out());
  }

  @Test
  void whatCannotBeExplained() throws IOException {
    assertEquals(2, audit.run("explain"));
    assertEquals(
        "docaudit: needs a document, or --why-skipped PATH; try: docaudit explain"
            + " guide/index.md:12\n",
        audit.err());
    assertEquals(2, audit.run("explain", "a.md:1", "--report=results/docs"));
    assertEquals(
        "docaudit: no link and no finding at a.md:1; the nearest lines with some: 3, 4, 6, 7\n",
        audit.err());
    assertEquals(2, audit.run("explain", "notes/n.md:2", "--report=results/docs"));
    assertEquals(
        "docaudit: no link and no finding at notes/n.md:2; the nearest lines with some: 3; without a"
            + " line its fields are explained\n",
        audit.err());
    assertEquals(2, audit.run("explain", "x.md", "--report=results/docs"));
    assertEquals(
        "docaudit: %s has no document x.md; --why-skipped says which rule leaves a file out\n"
            .formatted(folder.resolve("results/docs")),
        audit.err());
    assertEquals(2, audit.run("explain", "--why-skipped=x.md", "--report=results/docs"));
    assertEquals(
        "docaudit: there is no file x.md in %s\n".formatted(folder.resolve("docs").toRealPath()),
        audit.err());
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    assertEquals(2, new TestAudit(elsewhere).run("explain", "a.md"));
  }
}

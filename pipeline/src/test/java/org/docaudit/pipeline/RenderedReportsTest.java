package org.docaudit.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.docaudit.model.Rule;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The reports that are rendered from the tables: their whole text on a small corpus. */
class RenderedReportsTest {

  private static final String ALL = "--format=html,sarif,junit,markdown,prometheus";

  private static final List<String> FILES =
      List.of("report.html", "findings.sarif", "junit.xml", "summary.md", "metrics.prom");

  @TempDir Path folder;
  private TestAudit audit;

  @BeforeEach
  void corpus() {
    audit =
        new TestAudit(folder)
            .file(
                "docs/guide/a.md",
                "---\ntitle: Tides\ndraft: no\n---\n# Tides\n\n[b](b.md) and [pier](b.md) `x`\n")
            .file("docs/c.md", "# C\n\n[guide](guide/A.md)\n");
  }

  private void audit(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("audit", folder.resolve("docs").toString(), "--output=r"));
    arguments.addAll(List.of(options));
    assertEquals(1, audit.run(arguments.toArray(String[]::new)), audit.err());
  }

  @Test
  void htmlUnlessOtherFormatsAreNamed() {
    audit();
    assertEquals(List.of("report.html"), rendered());
    audit("--format=sarif,prometheus");
    assertEquals(List.of("findings.sarif", "metrics.prom"), rendered());
    audit("--format=parquet");
    assertEquals(List.of(), rendered());
  }

  private List<String> rendered() {
    return FILES.stream().filter(file -> Files.exists(folder.resolve("r/" + file))).toList();
  }

  /** An audit renders in no other way than this, and leaves nothing else behind. */
  @Test
  void theyAreRenderedAgainToTheSameBytes() throws IOException {
    audit(ALL, "--source-url=https://example.org/{path}#L{line}");
    List<String> before = audit.files("r");
    List<byte[]> expected = new ArrayList<>();
    for (String file : FILES) {
      expected.add(Files.readAllBytes(folder.resolve("r/" + file)));
      Files.delete(folder.resolve("r/" + file));
    }
    assertEquals(0, audit.run("report", "r", ALL), audit.err());
    assertEquals(
        FILES.stream().map(file -> folder.resolve("r/" + file).toString()).toList(),
        audit.out().lines().toList());
    assertEquals(before, audit.files("r"));
    for (int i = 0; i < FILES.size(); i++) {
      assertEquals(
          new String(expected.get(i), UTF_8), audit.text("r/" + FILES.get(i)), FILES.get(i));
    }
  }

  @Test
  void aReportThatWasMovedWithItsCorpus() throws IOException {
    audit();
    String before = audit.text("r/report.html");
    Path elsewhere = Files.createDirectories(folder.resolve("else where"));
    Files.move(folder.resolve("docs"), elsewhere.resolve("docs"));
    Files.move(folder.resolve("r"), elsewhere.resolve("r"));
    assertEquals(0, audit.run("report", "else where/r", "--quiet"), audit.err());
    assertEquals("", audit.out());
    assertEquals(before, audit.text("else where/r/report.html"));
    Files.move(elsewhere.resolve("docs"), folder.resolve("docs"));
    assertEquals(0, audit.run("report", "else where/r"), audit.err());
    assertTrue(before.contains("[guide](guide/A.md)"), "the source line");
    assertFalse(audit.text("else where/r/report.html").contains("[guide](guide/A.md)"));
  }

  @Test
  void whatIsNoReport() {
    assertEquals(2, audit.run("report"));
    assertEquals("docaudit: no RUN given; try: docaudit report results/NAME\n", audit.err());
    assertEquals(2, audit.run("report", "docs"));
    assertEquals(
        "docaudit: %s is not a docaudit report\n".formatted(folder.resolve("docs")), audit.err());
    audit();
    assertEquals(2, audit.run("report", "r", "--format=parquet"));
    assertEquals(
        "docaudit: --format: expected html, sarif, junit, markdown or prometheus,"
            + " found 'parquet'\n",
        audit.err());
  }

  @Test
  void tablesThatCannotBeRead() throws IOException {
    audit();
    Path part = folder.resolve("r/findings/part-00000.parquet");
    Files.writeString(part, "PAR1 nonsense PAR1");
    assertEquals(3, audit.run("report", "r"));
    assertTrue(
        audit.err().startsWith("docaudit: the report could not be rendered: cannot read " + part),
        audit.err());
    Files.delete(part);
    Files.delete(part.getParent());
    assertEquals(3, audit.run("report", "r"));
    assertEquals(
        "docaudit: the report could not be rendered: the report has no table findings\n",
        audit.err());
  }

  @Test
  void metrics() {
    audit(ALL);
    List<String> rules = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      int count =
          switch (rule) {
            case LINK_MISSING_FILE -> 2;
            case LINK_CASE_MISMATCH, FRONTMATTER_AMBIGUOUS_SCALAR -> 1;
            default -> 0;
          };
      rules.add(
          "docaudit_findings{report=\"r\",rule=\"%s\",severity=\"%s\"} %d"
              .formatted(rule.id(), rule.defaultSeverity().id(), count));
    }
    assertEquals(
        """
        # HELP docaudit_build_info Version of docaudit.
        # TYPE docaudit_build_info gauge
        docaudit_build_info{report="r",version="%s"} 1
        # HELP docaudit_run_success Whether the last run was completed; findings do not matter.
        # TYPE docaudit_run_success gauge
        docaudit_run_success{report="r"} 1
        # HELP docaudit_run_start_timestamp_seconds When the last run began, as Unix time.
        # TYPE docaudit_run_start_timestamp_seconds gauge
        docaudit_run_start_timestamp_seconds{report="r"} …
        # HELP docaudit_run_duration_seconds How long the last run took.
        # TYPE docaudit_run_duration_seconds gauge
        docaudit_run_duration_seconds{report="r"} …
        # HELP docaudit_run_stage_duration_seconds How long a stage of the run took.
        # TYPE docaudit_run_stage_duration_seconds gauge
        docaudit_run_stage_duration_seconds{report="r",stage="list"} …
        docaudit_run_stage_duration_seconds{report="r",stage="run"} …
        # HELP docaudit_documents Documents by what became of them.
        # TYPE docaudit_documents gauge
        docaudit_documents{report="r",state="analyzed"} 2
        docaudit_documents{report="r",state="failed"} 0
        docaudit_documents{report="r",state="skipped"} 0
        # HELP docaudit_document_bytes Bytes of the documents analyzed.
        # TYPE docaudit_document_bytes gauge
        docaudit_document_bytes{report="r"} 96
        # HELP docaudit_words Words of the documents analyzed.
        # TYPE docaudit_words gauge
        docaudit_words{report="r"} 15
        # HELP docaudit_links Links by verdict.
        # TYPE docaudit_links gauge
        docaudit_links{report="r",verdict="ok"} 0
        docaudit_links{report="r",verdict="broken"} 3
        docaudit_links{report="r",verdict="unchecked"} 0
        docaudit_links{report="r",verdict="ignored"} 0
        # HELP docaudit_findings Findings by rule.
        # TYPE docaudit_findings gauge
        %s
        # HELP docaudit_findings_failing Findings that fail the audit.
        # TYPE docaudit_findings_failing gauge
        docaudit_findings_failing{report="r"} 3
        # HELP docaudit_engine_documents Documents by the engine that read them.
        # TYPE docaudit_engine_documents gauge
        docaudit_engine_documents{report="r",engine="java"} 2
        # HELP docaudit_engine_fallback_batches Batches that the Java engine read because the native one failed.
        # TYPE docaudit_engine_fallback_batches gauge
        docaudit_engine_fallback_batches{report="r"} 0
        # EOF
        """
            .formatted(ProductVersion.current().docaudit(), String.join("\n", rules)),
        audit.text("r/metrics.prom").replaceAll("(?m)^(.*seconds\\{.*}) [0-9.]+$", "$1 …"));
  }

  @Test
  void metricsOfARunThatFailed() {
    assertEquals(2, audit.run("audit", "missing", "--output=r", ALL));
    assertEquals(List.of("metrics.prom"), audit.files("r"));
    assertTrue(audit.text("r/metrics.prom").contains("docaudit_run_success{report=\"r\"} 0\n"));
    assertTrue(audit.text("r/metrics.prom").endsWith("\n# EOF\n"));
    audit(ALL);
    assertTrue(audit.text("r/metrics.prom").contains("docaudit_run_success{report=\"r\"} 1\n"));
    List<String> before = audit.files("r");
    String page = audit.text("r/report.html");
    audit.whenListed(
        () -> {
          throw new IllegalStateException("the disk is gone");
        });
    assertEquals(3, audit.audit("docs", "--output=r", ALL));
    assertTrue(audit.text("r/metrics.prom").contains("docaudit_run_success{report=\"r\"} 0\n"));
    assertEquals(before, audit.files("r"));
    assertEquals(page, audit.text("r/report.html"));
  }

  @Test
  void metricsDoNotGoWhereOthersWrite() {
    audit.file("r/mine.txt", "mine");
    assertEquals(2, audit.audit("docs", "--output=r", ALL));
    assertEquals(List.of("mine.txt"), audit.files("r"));
    audit.whenListed(
        () -> {
          throw new IllegalStateException("the disk is gone");
        });
    assertEquals(3, audit.audit("docs", "--output=new"));
    assertFalse(Files.exists(folder.resolve("new")), "no metrics were asked for");
  }

  @Test
  void markdown() {
    audit(ALL, "--source-url=https://example.org/{path}#L{line}");
    assertEquals(
        """
        ## docaudit: `docs` failed

        | Documents | Words | Links | Broken | Findings |
        |--:|--:|--:|--:|--:|
        | 2 | 15 | 3 | 3 | 4 |

        | Findings | Severity | Rule |
        |--:|---|---|
        | 2 | error | `link/missing-file` |
        | 1 | error | `link/case-mismatch` |
        | 1 | warning | `frontmatter/ambiguous-scalar` |

        <details><summary>Findings</summary>

        | Severity | Place | Finding |
        |---|---|---|
        | error | [`c.md:3:1`](<https://example.org/c.md#L3>) | `` `guide/A.md` exists only in other letter case; did you mean `guide/a.md`? `` |
        | error | [`guide/a.md:7:1`](<https://example.org/guide/a.md#L7>) | `` `guide/b.md` does not exist `` |
        | error | [`guide/a.md:7:15`](<https://example.org/guide/a.md#L7>) | `` `guide/b.md` does not exist `` |
        | warning | [`guide/a.md:3:8`](<https://example.org/guide/a.md#L3>) | ``YAML 1.1 reads `no` as the boolean false, YAML 1.2 as text; quote it if it is text; did you mean `"no"`?`` |

        </details>

        docaudit %s, …, engine java
        """
            .formatted(ProductVersion.current().docaudit()),
        audit.text("r/summary.md").replaceAll(", [0-9.,]+ s, engine", ", …, engine"));
  }

  @Test
  void sarif() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    audit(ALL);
    JsonNode sarif = audit.json("r/findings.sarif");
    assertValid(sarif);
    JsonNode run = sarif.at("/runs/0");
    assertEquals("unicodeCodePoints", run.get("columnKind").asText());
    List<String> rules = new ArrayList<>();
    for (JsonNode rule : run.at("/tool/driver/rules")) {
      assertFalse(rule.at("/help/text").asText().isEmpty());
      rules.add(rule.get("id").asText());
    }
    assertEquals(List.of(Rule.values()).stream().map(Rule::id).toList(), rules);
    List<String> results = new ArrayList<>();
    Set<String> fingerprints = new HashSet<>();
    for (JsonNode result : run.get("results")) {
      assertEquals(result.get("ruleId").asText(), rules.get(result.get("ruleIndex").asInt()));
      JsonNode location = result.at("/locations/0/physicalLocation");
      results.add(
          String.join(
              " | ",
              result.get("ruleId").asText(),
              result.get("level").asText(),
              location.at("/artifactLocation/uri").asText(),
              location.at("/region/startLine").asText(),
              location.at("/region/startColumn").asText(),
              result.at("/message/text").asText()));
      fingerprints.add(result.at("/partialFingerprints").get("docaudit/v1").asText());
    }
    assertEquals(
        List.of(
            "link/case-mismatch | error | docs/c.md | 3 | 1 | `guide/A.md` exists only in other"
                + " letter case; did you mean `guide/a.md`?",
            "link/missing-file | error | docs/guide/a.md | 7 | 1 | `guide/b.md` does not exist",
            "link/missing-file | error | docs/guide/a.md | 7 | 15 | `guide/b.md` does not exist",
            "frontmatter/ambiguous-scalar | warning | docs/guide/a.md | 3 | 8 | YAML 1.1 reads"
                + " `no` as the boolean false, YAML 1.2 as text; quote it if it is text; did you"
                + " mean `\"no\"`?"),
        results);
    assertEquals(new HashSet<>(audit.rows("r", "findings", "fingerprint")), fingerprints);
    assertEquals(4, fingerprints.size());
  }

  private static void assertValid(JsonNode sarif) throws IOException {
    try (InputStream in =
        RenderedReportsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
      assertEquals(Set.of(), schema.validate(sarif));
      assertFalse(
          schema.validate(new ObjectMapper().readTree("{\"version\":\"2.1.0\"}")).isEmpty(),
          "the schema rejects what is wrong");
    }
  }

  @Test
  void junit() throws Exception {
    audit(ALL);
    Element suites =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(audit.text("r/junit.xml").getBytes(UTF_8)))
            .getDocumentElement();
    assertEquals("docaudit docs", suites.getAttribute("name"));
    assertEquals("3", suites.getAttribute("failures"));
    NodeList all = suites.getElementsByTagName("testsuite");
    assertEquals(Rule.values().length, all.getLength());
    List<String> cases = new ArrayList<>();
    int tests = 0;
    for (int i = 0; i < all.getLength(); i++) {
      Element suite = (Element) all.item(i);
      NodeList inSuite = suite.getElementsByTagName("testcase");
      assertEquals(String.valueOf(inSuite.getLength()), suite.getAttribute("tests"));
      tests += inSuite.getLength();
      for (int j = 0; j < inSuite.getLength(); j++) {
        Element test = (Element) inSuite.item(j);
        if (test.hasAttribute("file")) {
          cases.add(
              String.join(
                  " | ",
                  suite.getAttribute("name"),
                  test.getAttribute("classname"),
                  test.getAttribute("name"),
                  test.getAttribute("file"),
                  test.getAttribute("line"),
                  test.getElementsByTagName("failure").getLength() + " failures",
                  test.getTextContent().strip()));
        } else {
          assertEquals("all documents", test.getAttribute("name"));
        }
      }
    }
    assertEquals(String.valueOf(tests), suites.getAttribute("tests"));
    assertEquals(
        List.of(
            "frontmatter/ambiguous-scalar | docaudit.frontmatter.ambiguous-scalar | guide/a.md:3:8"
                + " | guide/a.md | 3 | 0 failures | warning: YAML 1.1 reads `no` as the boolean"
                + " false, YAML 1.2 as text; quote it if it is text; did you mean `\"no\"`?",
            "link/missing-file | docaudit.link.missing-file | guide/a.md:7:1 | guide/a.md | 7"
                + " | 1 failures | guide/a.md:7:1: `guide/b.md` does not exist",
            "link/missing-file | docaudit.link.missing-file | guide/a.md:7:15 | guide/a.md | 7"
                + " | 1 failures | guide/a.md:7:15: `guide/b.md` does not exist",
            "link/case-mismatch | docaudit.link.case-mismatch | c.md:3:1 | c.md | 3"
                + " | 1 failures | c.md:3:1: `guide/A.md` exists only in other letter case; did"
                + " you mean `guide/a.md`?"),
        cases);
  }

  @Test
  void annotations() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    audit("--annotate=github", "--quiet", "--format=parquet");
    assertEquals(
        """
        ::error file=docs/c.md,line=3,col=1,title=link/case-mismatch::`guide/A.md` exists only in other letter case; did you mean `guide/a.md`?
        ::error file=docs/guide/a.md,line=7,col=1,title=link/missing-file::`guide/b.md` does not exist
        ::error file=docs/guide/a.md,line=7,col=15,title=link/missing-file::`guide/b.md` does not exist
        ::warning file=docs/guide/a.md,line=3,col=8,title=frontmatter/ambiguous-scalar::YAML 1.1 reads `no` as the boolean false, YAML 1.2 as text; quote it if it is text; did you mean `"no"`?
        """,
        audit.out());
  }

  @Test
  void tenAnnotationsOfAKind() {
    audit.file("docs/many.md", "[x](gone.md)\n".repeat(12));
    audit("--annotate=github", "--quiet");
    List<String> lines = audit.out().lines().toList();
    assertEquals(12, lines.size());
    assertEquals(10, lines.stream().filter(line -> line.startsWith("::error ")).count());
    assertEquals(
        "docaudit: 5 findings more without annotation, for GitHub shows 10 of a kind",
        lines.get(11));
  }

  @Test
  void html() throws IOException {
    audit(ALL);
    Document page = Jsoup.parse(folder.resolve("r/report.html").toFile());
    assertEquals("docs · docaudit", page.title());
    assertEquals("Failed: 3 errors", page.selectFirst(".verdict h2").text());
    assertEquals("4 findings in 2 of 2 documents.", page.selectFirst(".verdict p").text());
    assertEquals(
        List.of(
            "Documents 2 0 failed, 0 skipped",
            "Words 15 96 bytes",
            "Links 3 3 broken",
            "Headings 2",
            "Exact copies 0 in 0 groups",
            "Suppressed 0 findings, by comments"),
        page.select(".totals > div").eachText());
    assertEquals(
        List.of("link/missing-file 2", "link/case-mismatch 1", "frontmatter/ambiguous-scalar 1"),
        page.select(".charts .card").get(0).select("tbody tr").eachText());
    assertEquals(
        List.of(
            "guide/: 3 findings, 2 errors, in 1 document",
            "./*: 1 finding, 1 error, in 1" + " document"),
        page.select("svg.wide a").eachAttr("aria-label"));
    JsonNode data = data(page);
    assertEquals(
        "[[0,0,0,3,1,\"`guide/A.md` exists only in other letter case\",\"guide/A.md\","
            + "\"guide/a.md\",\"[guide](guide/A.md)\"],"
            + "[0,1,1,7,1,\"`guide/b.md` does not exist\",\"b.md\",null,"
            + "\"[b](b.md) and [pier](b.md) `x`\"],"
            + "[0,1,1,7,15,\"`guide/b.md` does not exist\",\"b.md\",null,"
            + "\"[b](b.md) and [pier](b.md) `x`\"],"
            + "[1,2,1,3,8,\"YAML 1.1 reads `no` as the boolean false, YAML 1.2 as text; quote it if"
            + " it is text\",\"no\",\"\\\"no\\\"\",\"draft: no\"]]",
        data.get("findings").toString());
    assertEquals(
        "[[1,\"Tides\",12,71,2,2,3,false],[0,\"C\",3,25,1,1,1,false]]",
        data.get("documents").toString());
    assertEquals("[\"c.md\",\"guide/a.md\"]", data.get("paths").toString());
    assertEquals("[\"../docs/c.md\",\"../docs/guide/a.md\"]", data.get("urls").toString());
    assertNull(page.selectFirst("link, img, iframe, object, [src], [style], base"));
  }

  private static JsonNode data(Document page) throws IOException {
    return new ObjectMapper().readTree(page.getElementById("data").data());
  }

  @Test
  void aCleanCorpusPasses() throws IOException {
    Files.delete(folder.resolve("docs/c.md"));
    audit.file("docs/guide/a.md", "# Tides\n");
    assertEquals(0, audit.audit("docs", "--output=r", ALL), audit.err());
    Document page = Jsoup.parse(folder.resolve("r/report.html").toFile());
    assertEquals("Passed: No errors", page.selectFirst(".verdict h2").text());
    assertEquals("Nothing was found in 1 document.", page.selectFirst(".verdict p").text());
    assertNull(page.selectFirst("svg.folders"));
    assertTrue(audit.text("r/summary.md").startsWith("## docaudit: `docs` passed\n"));
    assertValid(audit.json("r/findings.sarif"));
  }

  @Test
  void moreFindingsThanThePageHolds() throws IOException {
    StringBuilder text = new StringBuilder("# Many\n\n");
    for (int i = 0; i < 12_000; i++) {
      text.append("[x](gone").append(i).append(".md)\n");
    }
    audit.file("docs/many.md", text.toString());
    audit(ALL);
    Document page = Jsoup.parse(folder.resolve("r/report.html").toFile());
    assertEquals(
        "The gravest 10,000 of 12,004 are shown; all are in findings/*.parquet and"
            + " findings.jsonl.",
        page.selectFirst("#findings .note").text());
    assertEquals(10_000, data(page).get("findings").size());
    assertEquals(12_004, audit.json("r/findings.sarif").at("/runs/0/results").size());
    assertTrue(audit.text("r/junit.xml").contains("2004 findings more, none graver than these"));
    assertTrue(audit.text("r/summary.md").contains("\n11,954 more.\n"));
    assertTrue(audit.text("r/summary.md").length() < 60_000);
  }
}

package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audits that are compared with an earlier run: two runs over a corpus that changed between. */
class BaselineTest {

  private static final String ALL = "--format=jsonl,html,sarif,junit,markdown,prometheus";

  @TempDir static Path folder;
  private static TestAudit audit;
  private static int firstCode;
  private static String firstOut;
  private static int secondCode;
  private static String secondOut;

  @BeforeAll
  static void twoRuns() throws IOException {
    audit =
        new TestAudit(folder)
            .file("docs/a.md", "# A\n\n[gone](gone.md) [gone](gone.md) [later](later.md)\n")
            .file("docs/b.md", "# B\n")
            .file("docs/empty.md", "")
            .file("docs/old/page.md", "# Page\n\n[lost](#lost)\n\n## One\n\n## Two\n")
            .file(
                "docs/old/edited.md",
                "# Edited\n\n[lost](#lost)\n\n## Three\n\n## Four\n\n[b](../b.md)\n");
    firstCode = audit.audit("docs", "--output=r/1", "--baseline=auto", "--fail-on=new-error");
    firstOut = audit.out();
    Files.delete(folder.resolve("docs/empty.md"));
    Files.createDirectories(folder.resolve("docs/new"));
    Files.move(folder.resolve("docs/old/page.md"), folder.resolve("docs/new/page.md"));
    Files.delete(folder.resolve("docs/old/edited.md"));
    audit
        .file(
            "docs/a.md",
            "# A\n\nLines that\n\nwere put in.\n\n[gone](gone.md) [x](other.md) [gone](gone.md)\n")
        .file(
            "docs/new/edited.md",
            "# Edited\n\nMore.\n\n[lost](#lost)\n\n## Three\n\n## Four\n\n[b](../b.md)\n\n[c]()\n")
        .file("docs/later.md", "")
        .file("docs/docaudit.yaml", "severity:\n  link/missing-anchor: warning\n");
    secondCode = audit.audit("docs", "--output=r/2", "--baseline=auto", "--fail-on=new-error", ALL);
    secondOut = audit.out();
  }

  /** A team that begins on an old corpus has nothing to mend before its first run passes. */
  @Test
  void theFirstRunPassesAndEverythingIsNew() {
    assertEquals(0, firstCode);
    assertTrue(
        firstOut.contains(
            """
            Baseline    no earlier run; every finding is new, and this run is the first
                        baseline
            """),
        firstOut);
    JsonNode baseline = audit.json("r/1/summary.json").get("baseline");
    assertTrue(baseline.get("run").isNull());
    assertEquals(
        "{\"new\":{\"error\":5,\"warning\":0,\"info\":0},"
            + "\"unchanged\":{\"error\":0,\"warning\":0,\"info\":0},"
            + "\"resolved\":{\"error\":0,\"warning\":0,\"info\":0}}",
        baseline.get("findings").toString());
    assertEquals(
        "{\"added\":5,\"removed\":0,\"changed\":0,\"renamed\":0}",
        baseline.get("documents").toString());
    assertTrue(
        audit
            .text("r/1/report.html")
            .contains("The first run, with which later ones are compared"));
  }

  @Test
  void changes() throws IOException {
    assertEquals(
        List.of(
            "document | changed | a.md | null | null | null | the content is another",
            "document | removed | empty.md | null | null | null | the path is gone",
            "document | added | later.md | null | null | null | the path is new",
            "document | renamed | new/edited.md | old/edited.md | null | null"
                + " | 5 of 6 headings and links are the same",
            "document | renamed | new/page.md | old/page.md | null | null"
                + " | the content is the same",
            "finding | new | a.md | null | link/missing-file | 7 | `other.md` does not exist",
            "finding | new | new/edited.md | old/edited.md | link/empty-target | 13"
                + " | the link has no target",
            "finding | resolved | a.md | null | link/missing-file | 3"
                + " | `later.md` does not exist"),
        audit.rows("r/2", "changes", "kind, state, path, old_path, rule, line, message"));
    assertEquals(
        List.of("part-00000", "part-00001", "part-00002"),
        audit.files("r/2/changes").stream()
            .filter(file -> file.endsWith(".parquet"))
            .map(file -> file.replace(".parquet", ""))
            .toList());
    List<String> lines = new ArrayList<>();
    for (int part = 0; part < 3; part++) {
      lines.addAll(JsonLines.rows(audit.text("r/2/changes/part-0000%d.jsonl".formatted(part))));
    }
    assertEquals(audit.rows("r/2", "changes"), lines);
  }

  @Test
  void totals() {
    assertEquals(1, secondCode);
    JsonNode baseline = audit.json("r/2/summary.json").get("baseline");
    assertEquals("../1/", baseline.get("run").asText());
    assertEquals(audit.json("r/1/summary.json").at("/durations/started"), baseline.get("started"));
    assertEquals("[\"severity\"]", baseline.get("differences").toString());
    assertEquals(
        "{\"new\":{\"error\":2,\"warning\":0,\"info\":0},"
            + "\"unchanged\":{\"error\":2,\"warning\":2,\"info\":0},"
            + "\"resolved\":{\"error\":1,\"warning\":0,\"info\":0}}",
        baseline.get("findings").toString());
    assertEquals(
        "{\"added\":1,\"removed\":1,\"changed\":1,\"renamed\":2}",
        baseline.get("documents").toString());
    assertTrue(secondOut.contains("\nBaseline    2 new, 4 unchanged, 1 resolved since"), secondOut);
    assertTrue(
        secondOut.contains("\n            not the same in both runs: severity\n"), secondOut);
  }

  @Test
  void sarif() {
    List<String> results = new ArrayList<>();
    for (JsonNode result : audit.json("r/2/findings.sarif").at("/runs/0/results")) {
      results.add(
          result.get("baselineState").asText()
              + " "
              + result.at("/locations/0/physicalLocation/artifactLocation/uri").asText()
              + ":"
              + result.at("/locations/0/physicalLocation/region/startLine").asText());
    }
    assertEquals(
        List.of(
            "new a.md:7",
            "new new/edited.md:13",
            "unchanged a.md:7",
            "unchanged a.md:7",
            "unchanged new/edited.md:5",
            "unchanged new/page.md:3",
            "absent a.md:3"),
        results);
  }

  @Test
  void junitAndMarkdownAndMetrics() {
    String junit = audit.text("r/2/junit.xml");
    assertTrue(junit.contains(" failures=\"2\""), junit);
    assertTrue(junit.contains(">a.md:7:17: new, `other.md` does not exist<"), junit);
    assertTrue(junit.contains(">unchanged error: `gone.md` does not exist<"), junit);
    assertTrue(junit.contains("1 findings of the baseline are resolved"), junit);
    String markdown = audit.text("r/2/summary.md");
    assertTrue(
        markdown.contains(
            ": 2 findings new, 4 unchanged, 1 resolved; documents: 1 added, 1 removed, 1 changed,"
                + " 2 renamed. Not the same in both runs: severity.\n"),
        markdown);
    assertTrue(markdown.contains("| new error | `a.md:7:17` |"), markdown);
    String metrics = audit.text("r/2/metrics.prom");
    assertTrue(
        metrics.contains(
            "docaudit_baseline_findings{report=\"2\",state=\"new\",severity=\"error\"} 2\n"),
        metrics);
    assertTrue(metrics.contains("docaudit_findings_failing{report=\"2\"} 2\n"), metrics);
  }

  @Test
  void html() throws IOException {
    Document page = Jsoup.parse(folder.resolve("r/2/report.html").toFile());
    assertEquals("Failed: 2 new errors", page.selectFirst(".verdict h2").text());
    assertEquals("Since the baseline 2 new 1 resolved", page.selectFirst(".totals > div").text());
    assertEquals(
        List.of("new true", "unchanged true", "resolved false"),
        page.select("[name=state]").stream()
            .map(box -> box.val() + " " + box.hasAttr("checked"))
            .toList());
    JsonNode data = new ObjectMapper().readTree(page.getElementById("data").data());
    assertEquals("[\"new\",\"unchanged\",\"resolved\"]", data.get("states").toString());
    List<String> states = new ArrayList<>();
    data.get("findings").forEach(row -> states.add(row.get(9).asText() + row.get(8).isNull()));
    assertEquals(
        List.of("0false", "0false", "1false", "1false", "1false", "1false", "2true"), states);
  }

  @Test
  void renderedAgain() {
    String page = audit.text("r/2/report.html");
    String sarif = audit.text("r/2/findings.sarif");
    assertEquals(0, audit.run("report", "r/2", "--format=html,sarif"), audit.err());
    assertEquals(page, audit.text("r/2/report.html"));
    assertEquals(sarif, audit.text("r/2/findings.sarif"));
  }

  /** The report that is about to be replaced counts, those of other corpora do not. */
  @Test
  void autoIsTheNewestOfTheSameCorpus() throws IOException {
    audit.file("auto/pages/a.md", "[x](x.md)\n").file("auto/other/a.md", "[x](x.md)\n");
    assertEquals(1, audit.audit("auto/pages", "--output=s/now"));
    assertEquals(1, audit.audit("auto/other", "--output=s/other"));
    Files.createDirectories(folder.resolve("s/.now.0000"));
    Files.copy(folder.resolve("s/now/summary.json"), folder.resolve("s/.now.0000/summary.json"));
    Files.createDirectories(folder.resolve("s/part"));
    Files.copy(folder.resolve("s/now/summary.json"), folder.resolve("s/part/summary.json"));
    assertEquals(
        0, audit.audit("auto/pages", "--output=s/now", "--baseline=auto", "--fail-on=new-warning"));
    JsonNode baseline = audit.json("s/now/summary.json").get("baseline");
    assertEquals("./", baseline.get("run").asText());
    assertEquals(1, baseline.at("/findings/unchanged/error").asInt());
    assertTrue(audit.text("s/now/report.html").contains("No new errors and no new warnings"));
    assertEquals(
        0,
        audit.audit(
            "auto/pages",
            "--output=s/now",
            "--baseline=s/other",
            "--fail-on=new-error",
            "--annotate=github"));
    assertEquals(
        "[\"names of the corpora\"]",
        audit.json("s/now/summary.json").at("/baseline/differences").toString());
    assertFalse(audit.out().contains("::error"), "nothing is new");
  }

  @Test
  void whatIsNoBaseline() throws IOException {
    assertEquals(2, audit.audit("docs", "--output=t", "--quiet", "--baseline=docs"));
    assertEquals(
        "docaudit: %s is not a docaudit report\n".formatted(folder.resolve("docs")), audit.err());
    Files.createDirectories(folder.resolve("half"));
    Files.copy(folder.resolve("r/1/summary.json"), folder.resolve("half/summary.json"));
    assertEquals(2, audit.audit("docs", "--output=t", "--quiet", "--baseline=half"));
    assertEquals(
        "docaudit: %s is not a whole docaudit report: the report has no table documents\n"
            .formatted(folder.resolve("half")),
        audit.err());
    assertEquals(2, audit.audit("docs", "--output=t", "--fail-on=new-error"));
    assertEquals(
        "docaudit: fail-on new-error needs --baseline RUN or --baseline auto\n", audit.err());
    assertFalse(Files.exists(folder.resolve("t")));
  }
}

package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audits with a native library that fails on documents which order it to. */
@Tag("faults")
class EngineFaultsTest {

  /** As many documents as a batch has at most. */
  private static final int BATCH = 1_024;

  /** Documents of the first batch: the name {@code a/0646.md} begins the second one. */
  private static final int FIRST = 646;

  @TempDir Path folder;
  private TestAudit audit;

  @BeforeEach
  void twoBatches() {
    assumeTrue(Boolean.getBoolean("docaudit.test.native"), "built without cargo");
    audit = new TestAudit(folder);
    for (int i = 0; i < BATCH; i++) {
      audit.file("docs/a/%04d.md".formatted(i), "# Page\n");
    }
    audit.file("docs/b/one.md", "# One\n").file("docs/b/two.md", "# Two\n");
  }

  private String engine(String field) {
    return audit.json("results/docs/summary.json").at("/engine/" + field).toString();
  }

  @Test
  void aFailedBatchGoesToJava() {
    audit.file("docs/b/three.md", "fault:formatted-panic\n# Three\n");
    assertEquals(0, audit.audit("docs", "--engine=auto", "--max-fallback-ratio=0.5"), audit.err());
    assertEquals(
        List.of("b/one.md | One | java", "b/three.md | Three | java", "b/two.md | Two | java"),
        audit.rows("results/docs", "documents", "path, title, engine").subList(BATCH, BATCH + 3));
    assertEquals(
        List.of("" + FIRST),
        TestAudit.query(
            "SELECT count(*) FROM read_parquet('%s') WHERE engine = 'native'"
                .formatted(audit.parquet("results/docs", "documents"))));
    assertEquals("{\"java\":381,\"native\":646}", engine("documents"));
    assertEquals(
        "[{\"engine\":\"java\",\"batches\":1,\"documents\":381,\"bytes\":2688},"
            + "{\"engine\":\"native\",\"batches\":1,\"documents\":646,\"bytes\":4522}]",
        engine("kernels"));
    assertEquals(
        "{\"batches\":1,\"ratio\":0.5,\"max_ratio\":0.5,\"reasons\":[{\"code\":\"PANIC\","
            + "\"message\":\"document 379 orders a panic (at …)\",\"batches\":1,\"documents\":381,"
            + "\"example\":\"b/three.md\"}]}",
        engine("fallbacks").replaceAll("\\(at [^)]*\\)", "(at …)"));
    assertEquals("null", engine("reason"));
    assertTrue(
        folded(audit.out())
            .contains(" Engine java, native 1 of 2 batches went to java (PANIC: document "),
        audit.out());
  }

  @Test
  void shadowModeKeepsWhatDiffers() {
    audit.file("docs/b/three.md", "fault:wrong-facts# Three\n");
    audit.file("docs/b/\u001B[2J.md", "fault:wrong-facts# Longer\n");
    assertEquals(0, audit.audit("docs", "--engine=native", "--shadow-sample=1"), audit.err());
    JsonNode shadow = audit.json("results/docs/summary.json").at("/engine/shadow");
    assertEquals(
        "{\"sample\":1.0,\"sampled\":1028,\"compared\":1028,\"read_by_java_alone\":0,"
            + "\"facts\":%d,\"differing\":2,\"differences\":".formatted(facts())
            + "{\"markdown.headings\":2,\"markdown.proseWords\":2,\"sha256\":2,"
            + "\"wordFrequencies\":2},"
            + "\"inputs\":[{\"path\":\"b/three.md\",\"bytes\":25,"
            + "\"differences\":\"shadow/001.json\"},"
            + "{\"path\":\"b/\\u001B[2J.md\",\"bytes\":26,\"differences\":\"shadow/002.json\"}]}",
        shadow.toString());
    assertEquals(
        List.of(
            "shadow/",
            "shadow/.docauditignore",
            "shadow/001.json",
            "shadow/001.md",
            "shadow/002.json",
            "shadow/002.md"),
        audit.files("results/docs").stream().filter(file -> file.startsWith("shadow")).toList());
    assertEquals("fault:wrong-facts# Three\n", audit.text("results/docs/shadow/001.md"));
    assertEquals("*\n", audit.text("results/docs/shadow/.docauditignore"));
    JsonNode differences = audit.json("results/docs/shadow/001.json");
    assertEquals("b/three.md", differences.get("path").asText());
    assertEquals(25, differences.get("bytes").asInt());
    assertTrue(differences.get("saved").asBoolean());
    assertEquals(
        "{\"fact\":\"markdown.headings\",\"java\":\"[]\",\"native\":\"[ParsedHeading[level=1,"
            + " text=Three, anchorText=Three, explicitId=null,"
            + " position=Position[line=1, column=1, byteOffset=0]]]\"}",
        differences.at("/differences/1").toString());
    assertTrue(
        folded(audit.out())
            .contains(
                "Engine native --shadow-sample 1: the engines differ on 2 of 1028 documents, see"
                    + " shadow/"),
        audit.out());
  }

  /**
   * Nine values of a document and the headings that Java reads; the words of both batches, and of
   * the second one's documents once more, as they differ.
   */
  private static int facts() {
    int again = BATCH - FIRST;
    return 1028 * 9 + 1026 + 1 + (7 + 1) + (10 + again);
  }

  @Test
  void aBatchThatFellBackIsNotCompared() {
    audit.file("docs/b/three.md", "fault:panic\n");
    assertEquals(
        0,
        audit.audit("docs", "--engine=native", "--shadow-sample=1", "--max-fallback-ratio=1"),
        audit.err());
    JsonNode shadow = audit.json("results/docs/summary.json").at("/engine/shadow");
    assertEquals(
        "1027 646 381 0",
        "%s %s %s %s"
            .formatted(
                shadow.get("sampled"),
                shadow.get("compared"),
                shadow.get("read_by_java_alone"),
                shadow.get("differing")));
    assertTrue(
        folded(audit.out())
            .contains(
                "--shadow-sample 1: the engines agree on 646 documents, 381 more were read by"
                    + " java alone"),
        audit.out());
  }

  @Test
  void withoutTheNativeEngineNothingIsCompared() {
    assertEquals(0, audit.audit("docs", "--engine=java", "--shadow-sample=1"), audit.err());
    JsonNode shadow = audit.json("results/docs/summary.json").at("/engine/shadow");
    assertEquals(
        "1026 0 1026",
        "%s %s %s"
            .formatted(
                shadow.get("sampled"), shadow.get("compared"), shadow.get("read_by_java_alone")));
    assertTrue(
        folded(audit.out())
            .contains(
                "Engine java --shadow-sample 1: nothing was compared, only java read the"
                    + " documents"),
        audit.out());
  }

  private static String folded(String text) {
    return text.replaceAll("\\s+", " ");
  }

  @Test
  void moreThanTheRatioAllowsIsIncomplete() {
    assertEquals(0, audit.audit("docs", "--engine=native"), audit.err());
    assertEquals(
        "[{\"engine\":\"native\",\"batches\":2,\"documents\":1026,\"bytes\":7180}]",
        engine("kernels"));
    audit.file("docs/b/three.md", "fault:too-large\n").file("docs/b/two.md", "# New\n");
    assertEquals(3, audit.audit("docs", "--engine=native", "--max-fallback-ratio=0.49"));
    String reason =
        "the native engine failed on 1 of 2 batches, more than the share of 0.49 that"
            + " --max-fallback-ratio allows (RECORD_TOO_LARGE: the record of this batch is larger"
            + " than 2147483647 bytes; use smaller batches, such as in b/three.md)";
    List<String> lines = audit.err().lines().toList();
    assertEquals("docaudit: the audit is incomplete: " + reason, lines.get(lines.size() - 1));
    assertTrue(audit.out().contains("Reports     none written\n"), audit.out());
    assertEquals(
        List.of("b/one.md | One", "b/two.md | Two"),
        audit.rows("results/docs", "documents", "path, title").subList(BATCH, BATCH + 2));
    assertEquals(
        List.of("docs/", "history/"),
        audit.files("results").stream().filter(file -> file.matches("[^/]+/?")).toList());
    assertEquals(3, audit.audit("docs", "--engine=native"), "the default is one of a hundred");
  }
}

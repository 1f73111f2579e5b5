package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
    assertEquals(0, audit.audit("docs", "--engine=native"), audit.err());
    assertEquals(
        "[{\"engine\":\"native\",\"batches\":2,\"documents\":1026,\"bytes\":7180}]",
        engine("kernels"));
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
        List.of("1024"),
        TestAudit.query(
            "SELECT count(*) FROM read_parquet('%s') WHERE engine = 'native'"
                .formatted(audit.parquet("results/docs", "documents"))));
    assertEquals("{\"java\":3,\"native\":1024}", engine("documents"));
    assertEquals(
        "[{\"engine\":\"java\",\"batches\":1,\"documents\":3,\"bytes\":42},"
            + "{\"engine\":\"native\",\"batches\":1,\"documents\":1024,\"bytes\":7168}]",
        engine("kernels"));
    assertEquals(
        "{\"batches\":1,\"ratio\":0.5,\"max_ratio\":0.5,\"reasons\":[{\"code\":\"PANIC\","
            + "\"message\":\"document 1 orders a panic (at …)\",\"batches\":1,\"documents\":3,"
            + "\"example\":\"b/three.md\"}]}",
        engine("fallbacks").replaceAll("\\(at [^)]*\\)", "(at …)"));
    assertEquals("null", engine("reason"));
    assertTrue(
        audit
            .out()
            .replaceAll("\\s+", " ")
            .contains(" Engine java, native 1 of 2 batches went to java (PANIC: document "),
        audit.out());
  }

  @Test
  void moreThanTheRatioAllowsIsIncomplete() {
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
        List.of("docs/"),
        audit.files("results").stream().filter(file -> file.matches("[^/]+/?")).toList());
    assertEquals(3, audit.audit("docs", "--engine=native"), "the default is one of a hundred");
  }
}

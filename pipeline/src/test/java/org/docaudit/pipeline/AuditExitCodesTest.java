package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.docaudit.analysis.EngineUnavailableException;
import org.docaudit.analysis.Engines;
import org.docaudit.analysis.JavaEngine;
import org.docaudit.analysis.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exit codes of audits that run, from a document to the process. */
class AuditExitCodesTest {

  @TempDir Path folder;

  private int audit(TestAudit audit, String... options) {
    return audit.audit("docs", options);
  }

  @Test
  void theGravestFindingDecides() {
    TestAudit clean = new TestAudit(folder).file("docs/a.md", "# Fine\n");
    assertEquals(0, audit(clean, "--fail-on", "warning"), clean.err());
    TestAudit info = clean.file("docs/b.md", "# Fine\n");
    assertEquals(0, audit(info, "--fail-on", "warning"), info.err());
    TestAudit warning = info.file("docs/c.md", "[text][absent]\n");
    assertEquals(1, audit(warning, "--fail-on", "warning"), warning.err());
    assertEquals(0, audit(warning, "--fail-on", "error"));
    assertEquals(0, audit(warning));
    TestAudit error = warning.file("docs/d.md", "[x](absent.md)\n");
    assertEquals(1, audit(error));
    assertEquals(1, audit(error, "--fail-on", "warning"));
    assertEquals(0, audit(error, "--fail-on", "never"));
    TestAudit configured = error.file("docs/docaudit.yaml", "fail-on: never\n");
    assertEquals(0, audit(configured));
    assertEquals(1, audit(configured, "--fail-on", "error"));
  }

  @Test
  void severitiesAreThoseInForce() {
    TestAudit audit =
        new TestAudit(folder)
            .file("docs/a.md", "[x](absent.md) [y][absent]\n")
            .file(
                "docs/docaudit.yaml",
                "severity:\n  link/missing-file: info\n  link/undefined-reference: off\n");
    assertEquals(0, audit(audit, "--fail-on", "warning"), audit.err());
    assertEquals(
        List.of("link/missing-file | info | a.md | 1"),
        audit.rows("results/docs", "findings", "rule, severity, path, line"));
    assertEquals(List.of("1"), audit.rows("results/docs", "documents", "findings"));
    assertEquals(
        "[{\"rule\":\"link/missing-file\",\"severity\":\"info\",\"count\":1}]",
        audit.json("results/docs/summary.json").at("/findings/rules").toString());
    assertEquals(
        "off",
        audit
            .json("results/docs/summary.json")
            .at("/configuration/severity/link~1undefined-reference")
            .asText());
  }

  @Test
  void quietSaysNothing() {
    TestAudit audit = new TestAudit(folder).file("docs/a.md", "[x](absent.md)\n");
    assertEquals(1, audit(audit, "--quiet"));
    assertEquals("", audit.out());
    assertEquals("", audit.err());
  }

  @Test
  void aNativeEngineThatDoesNotLoadIsNamed() throws AuditException {
    TestAudit audit = new TestAudit(folder).file("docs/a.md", "# A\n");
    EngineUnavailableException absent =
        new EngineUnavailableException(new IOException("there is no library"));
    AuditException demanded =
        assertThrows(
            AuditException.class,
            () ->
                EngineAvailability.of(
                    EngineChoice.NATIVE,
                    name -> {
                      throw absent;
                    }));
    assertEquals(ExitCode.INCOMPLETE, demanded.exitCode());
    assertEquals("the native engine cannot run: there is no library", demanded.getMessage());
    Engines.Choice java = new Engines.Choice(new JavaEngine(Limits.DEFAULT), "no library");
    assertEquals("no library", EngineAvailability.of(EngineChoice.AUTO, name -> java).reason());
    assertEquals(0, audit(audit, "--engine=java"));
    assertTrue(audit.json("results/docs/summary.json").at("/engine/reason").isNull());
    assertTrue(audit.out().contains("Engine      java\n"), audit.out());
  }

  @Test
  void theNativeEngineRunsWhereItWasBuilt() {
    assumeTrue(Boolean.getBoolean("docaudit.test.native"), "built without cargo");
    TestAudit audit = new TestAudit(folder).file("docs/a.md", "# A\n");
    assertEquals(0, audit(audit, "--engine=native"));
    assertTrue(audit.out().contains("Engine      native\n"), audit.out());
    assertEquals(0, audit(audit, "--engine=auto"));
    assertEquals(
        "{\"requested\":\"auto\",\"documents\":{\"native\":1},\"reason\":null,"
            + "\"runner\":\"DirectRunner\","
            + "\"kernels\":[{\"engine\":\"native\",\"batches\":1,\"documents\":1,\"bytes\":4}],"
            + "\"fallbacks\":{\"batches\":0,\"ratio\":0.0,\"max_ratio\":0.01,\"reasons\":[]},"
            + "\"shadow\":{\"sample\":0.0,\"sampled\":0,\"compared\":0,\"read_by_java_alone\":0,"
            + "\"facts\":0,\"differing\":0,\"differences\":{},\"inputs\":[]}}",
        audit.json("results/docs/summary.json").get("engine").toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          absent            | does not exist
          empty             | no document
          pictures          | no document
          ignored           | .gitignore
          docs/*.rst        | 1 not selected
          """)
  void nothingToAudit(String corpus, String reason) throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    TestAudit audit =
        new TestAudit(folder)
            .file("docs/a.md", "")
            .file("pictures/a.png", "")
            .file("ignored/.gitignore", "*\n")
            .file("ignored/a.md", "");
    assertEquals(2, audit.audit(corpus));
    List<String> lines = audit.err().lines().toList();
    String last = lines.get(lines.size() - 1);
    assertTrue(last.startsWith("docaudit: ") && last.contains(reason), last);
    assertEquals("", audit.out());
    assertFalse(Files.exists(folder.resolve("results")));
  }

  /** An empty document is a document. */
  @Test
  void anEmptyDocument() {
    TestAudit audit = new TestAudit(folder).file("docs/a.md", "");
    assertEquals(0, audit(audit), audit.err());
    assertEquals(List.of("a.md | ok"), audit.rows("results/docs", "documents", "path, status"));
    for (String table : List.of("headings", "links", "findings", "words", "duplicates")) {
      assertEquals(List.of(), audit.rows("results/docs", table), table);
      assertTrue(
          TestAudit.query(
                      "DESCRIBE SELECT * FROM read_parquet('%s')"
                          .formatted(audit.parquet("results/docs", table)))
                  .size()
              >= 3);
    }
    assertEquals("", audit.text("results/docs/findings.jsonl"));
  }
}

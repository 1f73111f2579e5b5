package org.docaudit.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of files are data wherever two runs are compared, explained, or told of. */
class HostileNamesTest {

  private static final String HEADER = "src\n+++ b/etc/passwd\n.md";
  private static final String ESCAPE = "e\u001B[31m.md";
  private static final String MOVED = "re\u202Enamed\n=1.md";

  @TempDir static Path folder;
  private static TestAudit audit;

  @BeforeAll
  static void twoRuns() throws Exception {
    audit =
        new TestAudit(folder)
            .file("docs/old.md", "# Old\n")
            .file("docs/moved.md", "# Moved\n")
            .file("docs/" + HEADER, "[x](../../old.md)\n")
            .file("docs/" + ESCAPE, "[x](old.md)\n")
            .file("docs/::error::.md", "[x](old.md) [y](moved.md)\n--- a/etc/passwd\n");
    assertEquals(0, audit.audit("docs", "--output=r/a", "--format=parquet"), audit.err());
    Files.move(folder.resolve("docs/old.md"), folder.resolve("docs/new.md"));
    Files.move(folder.resolve("docs/moved.md"), folder.resolve("docs/" + MOVED));
    String[] options = {"--output=r/b", "--format=parquet", "--on-change", "cat > told"};
    assertEquals(1, audit.audit("docs", options), audit.err());
  }

  private static void assertNothingActs(String text) {
    assertTrue(
        text.codePoints().noneMatch(c -> (Character.isISOControl(c) && c != '\n') || c == 0x202E),
        text);
  }

  @Test
  void whatPeopleRead() {
    assertEquals(1, audit.run("diff", "r/a", "r/b"), audit.err());
    assertNothingActs(audit.out());
    assertTrue(
        audit.out().contains("  broke      src‹U+000A›+++ b/etc/passwd‹U+000A›.md:1:1 "),
        audit.out());
    assertTrue(
        audit.out().contains("  renamed    moved.md, now re‹U+202E›named‹U+000A›=1.md: "),
        audit.out());
    assertEquals(0, audit.run("explain", ESCAPE, "--report=r/b"), audit.err());
    assertNothingActs(audit.out());
    assertTrue(audit.out().startsWith("e‹U+001B›[31m.md\n"), audit.out());
  }

  @Test
  void whatProgramsRead() throws Exception {
    assertEquals(1, audit.run("diff", "r/a", "r/b", "--format=json"), audit.err());
    String json = audit.out();
    assertEquals(
        List.of("new.md", MOVED),
        new ObjectMapper().readTree(json).get("documents").findValuesAsText("path"));
    String told = audit.text("told");
    assertEquals(1, audit.run("diff", "r/a", "r/b", "--fix=redirects"), audit.err());
    assertEquals(
        new ObjectMapper().createObjectNode().put("moved.md", MOVED).put("old.md", "new.md"),
        new ObjectMapper().readTree(audit.out()));
    for (String text : List.of(json, told, audit.out())) {
      assertTrue(text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F)), text);
    }
    assertTrue(told.contains("\"e\\u001B[31m.md\""), told);
  }

  @Test
  void headersOfAPatch() throws Exception {
    assertEquals(1, audit.run("diff", "r/a", "r/b", "--fix=patch"), audit.err());
    Path patch = Files.writeString(folder.resolve("fix.patch"), audit.out());
    assertEquals(
        List.of(
            "--- a/::error::.md",
            "+++ b/::error::.md",
            "--- \"a/e\\033[31m.md\"",
            "+++ \"b/e\\033[31m.md\"",
            "--- \"a/src\\012+++ b/etc/passwd\\012.md\"",
            "+++ \"b/src\\012+++ b/etc/passwd\\012.md\""),
        audit.out().lines().filter(line -> line.matches("(---|\\+\\+\\+) .*")).toList());
    Process process =
        new ProcessBuilder("git", "apply", patch.toString())
            .directory(folder.resolve("docs").toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), output);
    assertEquals("[x](../../new.md)\n", audit.text("docs/" + HEADER));
    assertEquals("[x](new.md)\n", audit.text("docs/" + ESCAPE));
  }
}

package org.docaudit.runner.direct;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.docaudit.pipeline.report.ReportFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs of the packaged command that are killed, that find the disk full, and that meet each other:
 * the output is the earlier report or the new one, whole.
 *
 * <p>{@code -Ddocaudit.crashes=60} kills more often than the build does.
 */
@EnabledOnOs(OS.LINUX)
class CrashIT {

  private static final int KILLS = Integer.getInteger("docaudit.crashes", 12);

  private static final int DOCUMENTS = 5;

  /** Without its library a run cannot exchange two folders in one step, and renames twice. */
  private static final String NO_EXCHANGE = "-Djna.nounpack=true";

  @TempDir static Path shared;
  private static Path classes;

  @TempDir Path folder;
  private Path output;
  private int version;

  /** Broken links of one document more, or none. */
  private int many;

  /** Where a kill fell, by what it left. */
  private enum Phase {
    BEFORE_WRITING,
    WRITING,
    WHOLE_BUT_NOT_IN_PLACE,
    IN_PLACE_BUT_NOT_ENDED,
    ENDED
  }

  /** A run; what it says is little enough to wait in the pipe. */
  private record Run(Process process) {

    static Run start(Path folder, List<String> command) throws IOException {
      return new Run(
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start());
    }

    int code() throws InterruptedException {
      assertTrue(process.waitFor(120, TimeUnit.SECONDS), "it does not end");
      return process.exitValue();
    }

    String lastLine() throws IOException {
      String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
      return errors.strip().lines().reduce("", (line, next) -> next);
    }

    void signal(String name) throws Exception {
      String pid = Long.toString(process.pid());
      assertEquals(0, new ProcessBuilder("kill", "-" + name, pid).start().waitFor());
    }
  }

  /** Of what the launcher makes as well; each run then starts in half of the time. */
  @BeforeAll
  static void archiveClasses() throws Exception {
    classes = shared.resolve("classes.jsa");
    Path docs = Files.createDirectory(shared.resolve("docs"));
    Files.writeString(docs.resolve("a.md"), "# A\n");
    List<String> command = java("-XX:ArchiveClassesAtExit=" + classes);
    command.addAll(List.of("audit", docs.toString(), "--output=" + shared.resolve("out")));
    assertEquals(0, Run.start(shared, command).code());
  }

  @BeforeEach
  void firstReport() throws Exception {
    output = folder.resolve("results/out");
    Files.createDirectory(folder.resolve("docs"));
    assertEquals(1, audit().code());
    assertEquals(1, reportedVersion());
  }

  private static List<String> java(String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "-Xlog:all=error:stderr"));
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-cp",
            Path.of("target/docaudit/lib").toAbsolutePath() + "/*",
            "org.docaudit.runner.direct.Main"));
    return command;
  }

  /** The next version of the corpus: each document and each row tells which it is of. */
  private List<String> nextVersion(String... options) throws IOException {
    version++;
    for (int i = 0; i < DOCUMENTS; i++) {
      Files.writeString(
          folder.resolve("docs/%d.md".formatted(i)),
          "# Version %d\n\n[broken](%d.md) %d\n".formatted(version, 1000 + version, i));
    }
    if (many > 0) {
      Files.writeString(
          folder.resolve("docs/many.md"),
          "# Version %d\n\n".formatted(version)
              + "[broken](%d.md)\n".formatted(1000 + version).repeat(many));
    }
    List<String> all = new ArrayList<>(List.of(options));
    all.add("-XX:SharedArchiveFile=" + classes);
    List<String> command = java(all.toArray(String[]::new));
    command.addAll(
        List.of(
            "audit",
            folder.resolve("docs").toString(),
            "--output=" + output,
            "--engine=java",
            "--format=html,sarif"));
    return command;
  }

  private Run audit(String... options) throws IOException {
    return Run.start(folder, nextVersion(options));
  }

  /** The version that every table, the summary and the page agree on. */
  private int reportedVersion() throws Exception {
    JsonNode summary = new ObjectMapper().readTree(output.resolve("summary.json").toFile());
    List<String> versions = new ArrayList<>();
    versions.add(one("SELECT DISTINCT title FROM '%s'", "documents"));
    versions.add(one("SELECT DISTINCT text FROM '%s'", "headings"));
    versions.add(one("SELECT DISTINCT 'Version ' || (target[:-4]::INT - 1000) FROM '%s'", "links"));
    versions.add(
        one("SELECT DISTINCT 'Version ' || (target[:-4]::INT - 1000) FROM '%s'", "findings"));
    assertEquals(1, versions.stream().distinct().count(), versions.toString());
    int documents = DOCUMENTS + (many > 0 ? 1 : 0);
    int links = DOCUMENTS + many;
    assertEquals(documents + "", one("SELECT count(*) FROM '%s'", "documents"));
    assertEquals(documents + "", one("SELECT count(*) FROM '%s'", "headings"));
    assertEquals(links + "", one("SELECT count(*) FROM '%s'", "links"));
    assertEquals(links + "", one("SELECT count(*) FROM '%s'", "findings"));
    assertEquals(documents, summary.at("/totals/documents_analyzed").asInt());
    assertEquals(links, summary.at("/links/broken").asInt());
    assertEquals(links, summary.at("/findings/error").asInt());
    assertEquals(links, Files.readAllLines(output.resolve("findings.jsonl")).size());
    assertEquals("3", one("SELECT count(*) FROM '%s'", "words"), "version, broken, md");
    String digest = summary.at("/corpus/digest").asText();
    assertTrue(Files.readString(output.resolve("report.html")).contains(digest), "the page");
    int told = Integer.parseInt(versions.get(0).replace("Version ", ""));
    for (String file : List.of("findings.jsonl", "findings.sarif", "report.html")) {
      assertTrue(
          Files.readString(output.resolve(file)).contains((1000 + told) + ".md"),
          file + " is of another version than " + told);
    }
    return told;
  }

  private String one(String sql, String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(sql.formatted(output.resolve(table) + "/*.parquet"))) {
      assertTrue(rows.next(), table + " has no row");
      String value = rows.getString(1);
      assertTrue(!rows.next(), table + " has rows of several versions");
      return value;
    }
  }

  @Test
  void killedAtAnyMoment() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    long begun = System.nanoTime();
    assertEquals(1, audit().code());
    long micros = (System.nanoTime() - begun) / 1_000;
    int before = reportedVersion();
    Map<Phase, Integer> fallen = new EnumMap<>(Phase.class);
    for (int kill = 0; kill < KILLS; kill++) {
      // Those of runs that were killed earlier stay until one begins to write.
      List<Path> earlier = workFolders();
      Run run = kill % 2 == 0 ? audit() : audit(NO_EXCHANGE);
      if (kill % 4 < 2) {
        TimeUnit.MICROSECONDS.sleep(random.nextLong(micros));
      } else {
        waitForPage(run, earlier);
        TimeUnit.MICROSECONDS.sleep(random.nextLong(micros / 8));
      }
      run.process().destroyForcibly();
      Phase phase = phase(run.code(), earlier);
      fallen.merge(phase, 1, Integer::sum);
      ReportFolder.lock(output).close();
      int after = reportedVersion();
      String where = "kill %d, %s, seed %d".formatted(kill, phase, seed);
      assertTrue(after == before || after == version, where + ": a report of " + after);
      boolean replaced = phase == Phase.IN_PLACE_BUT_NOT_ENDED || phase == Phase.ENDED;
      assertTrue(!replaced || after == version, where + ": it was in its place");
      before = after;
    }
    System.out.println("CrashIT: " + KILLS + " kills by where they fell: " + fallen);
    assertTrue(
        fallen.keySet().stream()
            .anyMatch(phase -> phase != Phase.BEFORE_WRITING && phase != Phase.ENDED),
        "no kill fell between the beginning and the end of a run: " + fallen);
    assertEquals(1, audit().code(), "what was left is no hindrance");
    assertEquals(version, reportedVersion());
    assertEquals(List.of("out"), entries(), "and it is gone");
    int whole = fallen.getOrDefault(Phase.WHOLE_BUT_NOT_IN_PLACE, 0);
    assertTrue(unfinishedRuns() >= whole, "the history has " + unfinishedRuns() + " of " + whole);
  }

  private long unfinishedRuns() throws IOException {
    try (Stream<Path> rows = Files.list(output.resolveSibling("history"))) {
      return rows.filter(row -> row.toString().endsWith(".unfinished.parquet")).count();
    }
  }

  /** Until the run is about to take its place, or has ended. */
  private void waitForPage(Run run, List<Path> earlier) throws Exception {
    while (run.process().isAlive()) {
      for (Path work : workFoldersBut(earlier)) {
        if (Files.exists(work.resolve("findings.sarif"))) {
          return;
        }
      }
      TimeUnit.MICROSECONDS.sleep(500);
    }
  }

  private List<Path> workFolders() throws IOException {
    try (Stream<Path> entries = Files.list(output.getParent())) {
      return entries
          .filter(entry -> entry.getFileName().toString().matches("\\.out\\.[0-9a-f-]{36}"))
          .toList();
    }
  }

  private List<Path> workFoldersBut(List<Path> earlier) throws IOException {
    return workFolders().stream().filter(work -> !earlier.contains(work)).toList();
  }

  private Phase phase(int exitCode, List<Path> earlier) throws Exception {
    if (exitCode == 1) {
      return Phase.ENDED;
    }
    if (Files.exists(output) && reportedVersion() == version) {
      return Phase.IN_PLACE_BUT_NOT_ENDED;
    }
    for (Path work : workFoldersBut(earlier)) {
      return Files.exists(work.resolve("summary.json"))
          ? Phase.WHOLE_BUT_NOT_IN_PLACE
          : Phase.WRITING;
    }
    return Phase.BEFORE_WRITING;
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> entries = Files.list(output.getParent())) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !name.equals("history"))
          .sorted()
          .toList();
    }
  }

  /**
   * No file may grow beyond a size: the lines of findings are too large for it, which workers
   * write, then the SARIF, which comes last, then nothing.
   */
  @Test
  void theDiskIsFull() throws Exception {
    many = 10_000;
    assertEquals(1, audit().code());
    int before = reportedVersion();
    for (int kilobytes : List.of(1_500, 4_000)) {
      Run run = limited(kilobytes);
      assertEquals(3, run.code());
      String reason = run.lastLine();
      assertTrue(reason.matches("docaudit: the (job|report) .*File too large.*"), reason);
      assertEquals(before, reportedVersion());
      assertEquals(List.of("out"), entries());
    }
    assertEquals(1, limited(100_000).code());
    assertEquals(version, reportedVersion());
  }

  private Run limited(int kilobytes) throws IOException {
    // POSIX counts blocks of 512 bytes.
    String shell = "ulimit -f %d; exec \"$@\"".formatted(2 * kilobytes);
    List<String> command = new ArrayList<>(List.of("sh", "-c", shell, "sh"));
    command.addAll(nextVersion());
    return Run.start(folder, command);
  }

  @Test
  void twoAtOnce() throws Exception {
    List<String> command = nextVersion();
    Run first = Run.start(folder, command);
    while (workFolders().isEmpty()) {
      assertTrue(first.process().isAlive(), "it writes before it ends");
      TimeUnit.MILLISECONDS.sleep(1);
    }
    first.signal("STOP");
    Run second = Run.start(folder, command);
    assertEquals(2, second.code());
    assertTrue(
        second
            .lastLine()
            .matches(
                "docaudit: another run is writing to .*/out \\(process .+:%d since .+Z\\); wait .*"
                    .formatted(first.process().pid())),
        second.lastLine());
    List<String> render = new ArrayList<>(java());
    render.addAll(List.of("report", output.toString()));
    assertEquals(2, Run.start(folder, render).code(), "nor is a report rendered meanwhile");
    assertEquals(1, reportedVersion());
    first.signal("CONT");
    assertEquals(1, first.code());
    assertEquals(version, reportedVersion());
    assertEquals(List.of("out"), entries());
  }
}

package org.docaudit.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.docaudit.pipeline.AuditJob;
import org.docaudit.pipeline.Docaudit;
import org.docaudit.pipeline.console.Console;
import org.jclouds.blobstore.KeyNotFoundException;
import org.jclouds.rest.AuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audits of corpora in S3, with their reports there. */
class S3AuditTest {

  private static final Path SAMPLE_CORPUS =
      Path.of(System.getProperty("basedir", ""), "../../sample-corpus")
          .toAbsolutePath()
          .normalize();

  private static final AuditJob DIRECT =
      new AuditJob(List.of("--runner=DirectRunner", "--targetParallelism=2"));

  private static final AuditJob FLINK =
      new AuditJob(
          List.of(
              "--runner=FlinkRunner",
              "--flinkMaster=[local]",
              "--parallelism=2",
              "--objectReuse=true",
              "--fasterCopy=true",
              "--executionModeForBatch=PIPELINED_FORCED"));

  private static final String EARLIER = "{\"tool\":\"docaudit\"}";

  @TempDir Path folder;
  private S3Server server;

  @BeforeEach
  void start() throws Exception {
    server = S3Server.start(true);
    server.bucket("corpora");
    server.bucket("reports");
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private record Result(int code, String err) {}

  private Result audit(String corpus, String output, String... options) {
    return audit(server.options(), corpus, output, options);
  }

  private static Result audit(
      List<String> server, String corpus, String output, String... options) {
    return audit(DIRECT, server, corpus, output, options);
  }

  private static Result audit(
      AuditJob job, List<String> server, String corpus, String output, String... options) {
    List<String> arguments = new ArrayList<>(List.of("audit", corpus, "--output=" + output));
    arguments.addAll(List.of("--engine=java", "--quiet"));
    arguments.addAll(List.of(options));
    return run(job, server, arguments);
  }

  /** Any command; what it prints is in the result, too. */
  private Result run(String... arguments) {
    return run(DIRECT, server.options(), List.of(arguments));
  }

  private static Result run(AuditJob job, List<String> server, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(server);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, UTF_8);
    int code =
        Docaudit.run(
            job, new Console(stream, stream, false, false, 80, false), all.toArray(String[]::new));
    return new Result(code, err.toString(UTF_8).strip());
  }

  private static Set<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** All of it but when it ran, on what and where from; a history is kept on disks alone. */
  private static ObjectNode summary(byte[] json) throws IOException {
    ObjectNode summary = (ObjectNode) new ObjectMapper().readTree(json);
    summary.remove(List.of("run", "history", "durations", "workers"));
    ((ObjectNode) summary.get("corpus")).remove("roots");
    ((ObjectNode) summary.get("configuration")).remove("file");
    return summary;
  }

  @Test
  void aReportFromS3ToS3IsThatFromDiskToDisk() throws Exception {
    server.putAll("corpora", "x/sample-corpus/", SAMPLE_CORPUS);
    server.put("reports", "x/sample/summary.json", EARLIER);
    server.put("reports", "x/sample/words/part-00009.parquet", "of an earlier run");
    server.put("reports", "x/sample2/other.txt", "of somebody else");
    String[] options = {"--format=parquet,jsonl,html,markdown", "--fail-on=never"};
    assertEquals(
        new Result(0, ""), audit("s3://corpora/x/sample-corpus", "s3://reports/x/sample", options));
    Path local = folder.resolve("sample");
    assertEquals(new Result(0, ""), audit(SAMPLE_CORPUS.toString(), local.toString(), options));
    Set<String> files = files(local);
    assertTrue(files.contains("links/part-00000.parquet") && files.contains("report.html"));
    Set<String> expected = new TreeSet<>(Set.of("x/sample2/other.txt"));
    files.forEach(file -> expected.add("x/sample/" + file));
    assertEquals(expected, server.keys("reports"));
    int compared = 0;
    for (String file : files) {
      byte[] actual = server.get("reports", "x/sample/" + file);
      if (file.matches(".*\\.(parquet|jsonl)")) {
        assertArrayEquals(Files.readAllBytes(local.resolve(file)), actual, file);
        compared++;
      }
    }
    assertEquals(13, compared);
    assertEquals(
        summary(Files.readAllBytes(local.resolve("summary.json"))),
        summary(server.get("reports", "x/sample/summary.json")));
    // One request for each document that is read, and none for others.
    assertEquals(
        48,
        server.requests.keySet().stream()
            .filter(request -> request.matches("(GET|HEAD) x/sample-corpus/.*\\.(md|markdown|mdx)"))
            .count());
    assertEquals(1, server.countAll("HEAD x/sample-corpus/"));
    assertEquals(1, server.count("HEAD x/sample-corpus/docaudit.yaml"));
  }

  /** As well where several batches go to several workers. */
  @Test
  void embeddedFlinkWritesTheSameReport() throws Exception {
    server.putAll("corpora", "sample-corpus/", SAMPLE_CORPUS);
    String words = "word ".repeat(2_000);
    for (int i = 0; i < 1_100; i++) {
      server.put(
          "corpora",
          "sample-corpus/more/%04d.md".formatted(i),
          "[to](%04d.md)\n".formatted(i + 1) + words);
    }
    for (AuditJob job : List.of(DIRECT, FLINK)) {
      String output = "s3://reports/" + (job == FLINK ? "flink" : "direct");
      assertEquals(
          new Result(0, ""),
          audit(
              job,
              server.options(),
              "s3://corpora/sample-corpus",
              output,
              "--format=parquet,jsonl",
              "--fail-on=never"));
    }
    Set<String> direct = keys("direct/");
    assertEquals(direct, keys("flink/"));
    int compared = 0;
    for (String file : direct) {
      if (file.endsWith(".jsonl")) {
        List<String> expected = rows("direct/" + file);
        assertEquals(expected, rows("flink/" + file), file);
        compared += expected.size();
      }
    }
    assertTrue(compared > 3_000, "compared only " + compared + " rows");
    assertTrue(direct.contains("links/part-00001.jsonl"), direct::toString);
    JsonNode summary = new ObjectMapper().readTree(server.get("reports", "flink/summary.json"));
    assertEquals("FlinkRunner", summary.at("/engine/runner").asText());
  }

  private Set<String> keys(String prefix) {
    return server.keys("reports").stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> rows(String file) throws IOException {
    return new String(server.get("reports", file), UTF_8).lines().sorted().toList();
  }

  @Test
  void theConfigurationInTheBucketCounts() throws Exception {
    server.put("corpora", "docs/a.md", "---\ntitle: A\n---\n");
    server.put("corpora", "docs/old/b.md", "# B");
    server.put("corpora", "docs/.docauditignore", "old\n");
    server.put(
        "corpora",
        "docs/docaudit.yaml",
        "schemas: [{paths: ['**'], schema: ../rules/page.json}]\n");
    Result result = audit("s3://corpora/docs", "s3://reports/run");
    assertEquals(
        new Result(
            2,
            "docaudit: s3://corpora/docs/docaudit.yaml:1:35: schemas.schema: schema file"
                + " ../rules/page.json does not exist"),
        result);
    server.put("corpora", "rules/page.json", "{\"required\": [\"date\"]}");
    assertEquals(new Result(1, ""), audit("s3://corpora/docs/*.md", "s3://reports/run"));
    List<String> findings = rows("run/findings.jsonl");
    assertEquals(1, findings.size(), findings::toString);
    assertTrue(findings.get(0).contains("frontmatter/missing-field"), findings::toString);
    JsonNode summary = new ObjectMapper().readTree(server.get("reports", "run/summary.json"));
    assertEquals("s3://corpora/docs/docaudit.yaml", summary.at("/configuration/file").asText());
    server.fail(
        "HEAD docs/docaudit.yaml",
        S3Server.status(503),
        S3Server.status(503),
        S3Server.status(503),
        S3Server.status(503));
    assertEquals(3, audit("s3://corpora/docs/", "s3://reports/run").code());
  }

  @Test
  void commandsTakeReportsInS3() throws Exception {
    server.put("corpora", "docs/a.md", "# A\n\n[to](b.md)\n");
    server.put("corpora", "docs/b.md", "# B");
    assertEquals(new Result(0, ""), audit("s3://corpora/docs", "s3://reports/one"));
    server.remove("corpora", "docs/b.md");
    assertEquals(
        new Result(1, ""),
        audit("s3://corpora/docs", "s3://reports/two", "--baseline=s3://reports/one"));
    JsonNode summary = new ObjectMapper().readTree(server.get("reports", "two/summary.json"));
    assertEquals("s3://reports/one/", summary.at("/baseline/run").asText());
    assertEquals(1, summary.at("/baseline/findings/new/error").asInt());

    assertEquals(
        new Result(0, "s3://reports/two/findings.sarif\ns3://reports/two/summary.md"),
        run("report", "s3://reports/two/", "--format=markdown,sarif"));
    String markdown = new String(server.get("reports", "two/summary.md"), UTF_8);
    assertTrue(markdown.contains("b.md"), markdown);

    Result diff = run("diff", "s3://reports/one", "s3://reports/two");
    assertEquals(1, diff.code(), diff.err());
    assertTrue(diff.err().contains("s3://reports/one, 20"), diff.err());
    assertTrue(diff.err().contains("link/missing-file"), diff.err());
    Result explained = run("explain", "a.md:3", "--report=s3://reports/two");
    assertEquals(0, explained.code(), explained.err());
    assertTrue(explained.err().contains("link/missing-file"), explained.err());

    assertEquals(
        new Result(2, "docaudit: s3://reports/none is not a docaudit report"),
        run("report", "s3://reports/none"));
    assertEquals(
        new Result(2, "docaudit: s3://reports/none is not a docaudit report"),
        audit("s3://corpora/docs", "s3://reports/run", "--baseline=s3://reports/none"));
  }

  @Test
  void anEarlierReportSurvivesARunThatFails() throws Exception {
    server.put("corpora", "docs/a.md", "# A");
    server.put("corpora", "docs/b.md", "# B");
    server.put("reports", "run/summary.json", EARLIER);
    server.put("reports", "run/words/part-00000.parquet", "earlier");
    server.failAll("UPLOAD", new AuthorizationException("as told"));
    Result result = audit("s3://corpora/docs", "s3://reports/run");
    assertEquals(3, result.code());
    assertTrue(result.err().contains("cannot write s3://reports/.run."), result.err());
    assertTrue(result.err().contains("Status Code: 403"), result.err());
    assertEquals(
        Set.of("run/summary.json", "run/words/part-00000.parquet"), server.keys("reports"));
    assertEquals(EARLIER, new String(server.get("reports", "run/summary.json"), UTF_8));
  }

  @Test
  void aDocumentThatIsGoneOrDeniedIsAFinding() throws Exception {
    server.put("corpora", "docs/a.md", "# A");
    server.put("corpora", "docs/b.md", "# B");
    server.put("corpora", "docs/c.md", "# C");
    server.fail("GET docs/b.md", new KeyNotFoundException("corpora", "docs/b.md", "as told"));
    server.fail("GET docs/c.md", new AuthorizationException("as told"));
    Path report = folder.resolve("report");
    assertEquals(new Result(1, ""), audit("s3://corpora/docs", report.toString()));
    String findings = Files.readString(report.resolve("findings.jsonl"));
    assertEquals(2, findings.lines().count(), findings);
    assertTrue(findings.contains("the document was listed, but is gone"), findings);
    assertTrue(
        findings.contains("the document could not be read: S3 says AccessDenied (Forbidden)"),
        findings);
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    server.put("corpora", "docs/a.md", "# A");
    server.put("reports", "taken/other.txt", "of somebody else");
    assertEquals(
        new Result(
            2,
            "docaudit: s3://reports/taken holds something that is not a docaudit report; it is not"
                + " overwritten"),
        audit("s3://corpora/docs", "s3://reports/taken"));
    assertEquals(Set.of("taken/other.txt"), server.keys("reports"));
    assertEquals(
        new Result(
            2,
            "docaudit: the corpus 's3://nowhere/docs' cannot be read: the bucket nowhere does not"
                + " exist"),
        audit("s3://nowhere/docs", "s3://reports/run"));
    assertEquals(
        new Result(2, "docaudit: --keep needs a local --output"),
        audit("s3://corpora/docs", "s3://reports/run", "--keep=3"));
    Result unreachable =
        audit(
            S3Server.options("http://127.0.0.1:1"),
            "s3://corpora/docs",
            folder.resolve("none").toString());
    assertEquals(3, unreachable.code());
    assertTrue(
        unreachable.err().contains("no answer of S3 for s3://corpora/docs"), unreachable.err());
  }
}

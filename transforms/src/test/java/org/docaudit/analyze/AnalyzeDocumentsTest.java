package org.docaudit.analyze;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.analysis.Limits;
import org.docaudit.assemble.BatchFacts.Entry;
import org.docaudit.assemble.BatchFacts.LinkCheck;
import org.docaudit.assemble.DocumentRef;
import org.docaudit.assemble.ShardPacks;
import org.docaudit.beam.CollectedOutputs;
import org.docaudit.beam.Merged;
import org.docaudit.beam.TestJob;
import org.docaudit.duplicates.HashPacks;
import org.docaudit.duplicates.HashedDocument;
import org.docaudit.frontmatter.UniquePacks;
import org.docaudit.frontmatter.UniqueValue;
import org.docaudit.links.LinkPacks;
import org.docaudit.links.LinkQuestion;
import org.docaudit.links.LinkRules;
import org.docaudit.links.TargetFact;
import org.docaudit.model.DocumentFacts;
import org.docaudit.model.Finding;
import org.docaudit.model.FrontmatterFormat;
import org.docaudit.model.Heading;
import org.docaudit.model.Link;
import org.docaudit.model.LinkReason;
import org.docaudit.model.LinkSyntax;
import org.docaudit.model.LinkType;
import org.docaudit.model.Rule;
import org.docaudit.model.Suppression;
import org.docaudit.model.Verdict;
import org.docaudit.pack.BucketPacks;
import org.docaudit.read.AuditPlan;
import org.docaudit.read.BatchPlanner;
import org.docaudit.read.CorpusBatch;
import org.docaudit.read.CorpusLister;
import org.docaudit.read.CorpusSource;
import org.docaudit.read.ListingOptions;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.Flow;
import org.docaudit.words.CountWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyzeDocumentsTest {

  private static final String GUIDE =
      """
      ---
      title: Tides
      draft: yes
      ---
      # High water

      See [the gauge](../gauge.md#levels), [below](#low), [out](https://e.example/) and
      [again](../gauge.md#levels). <!-- docaudit-ignore-line link/missing-file -->

      ![](x.png)
      """;
  private static final String GAUGE = "# Levels\n\nLow water, low tide.\n";

  private static final LinkQuestion.Home DOCS = new LinkQuestion.Home("", "docs/");

  private static final AnalysisConfig CONFIG =
      new AnalysisConfig(
          Limits.DEFAULT.withMaxDocumentBytes(1000),
          "java",
          0,
          List.of(),
          List.of("title", "draft", "absent"),
          List.of("/"),
          List.of("^https://e\\."),
          false,
          List.of("md"),
          AnalysisConfig.defaultSeverities());

  @TempDir Path folder;

  private List<CorpusBatch> corpus(int documentsPerBatch) throws Exception {
    Files.createDirectories(folder.resolve("docs"));
    Files.writeString(folder.resolve("docs/guide.md"), GUIDE);
    Files.writeString(folder.resolve("docs/huge.md"), "x".repeat(1001));
    Files.writeString(folder.resolve("gauge.md"), GAUGE);
    Files.writeString(folder.resolve("logo.png"), "not read");
    return BatchPlanner.plan(
        CorpusLister.list(List.of(folder.toString()), ListingOptions.DEFAULT.withThreads(1)),
        1 << 20,
        documentsPerBatch);
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }

  private static Entry guide() throws Exception {
    Link gauge = link(7, 5, "the gauge", "../gauge.md#levels", "levels", LinkType.INTERNAL);
    return new Entry(
        new DocumentFacts(
            "docs/guide.md",
            GUIDE.getBytes(UTF_8).length,
            "java",
            sha256(GUIDE),
            10,
            21,
            9,
            "Tides",
            FrontmatterFormat.YAML,
            "{\"title\":\"Tides\",\"draft\":\"yes\"}",
            true,
            List.of(new Heading(1, "High water", 5, "high-water")),
            List.of(
                gauge,
                link(7, 38, "below", "#low", "low", LinkType.ANCHOR),
                link(7, 53, "out", "https://e.example/", null, LinkType.EXTERNAL),
                link(8, 1, "again", "../gauge.md#levels", "levels", LinkType.INTERNAL),
                new Link(
                    10,
                    1,
                    GUIDE.indexOf("!["),
                    "",
                    "x.png",
                    null,
                    LinkType.INTERNAL,
                    LinkSyntax.IMAGE)),
            List.of(new Suppression(Rule.LINK_MISSING_FILE, 8, 8, 8, 30)),
            List.of(
                new Finding(
                    Rule.FRONTMATTER_AMBIGUOUS_SCALAR,
                    3,
                    8,
                    "YAML 1.1 reads `yes` as the boolean true, YAML 1.2 as text; quote it if it is text",
                    "yes",
                    "\"yes\""))),
        List.of(
            LinkCheck.asked(List.of(0)),
            LinkCheck.decided(Verdict.of(LinkReason.MISSING_ANCHOR, "docs/guide.md")),
            LinkCheck.decided(Verdict.of(LinkReason.CONFIGURED)),
            LinkCheck.asked(List.of(0)),
            LinkCheck.asked(List.of(1))));
  }

  private static Link link(
      int line, int column, String text, String target, String fragment, LinkType type) {
    long offset = GUIDE.indexOf('[' + text + ']');
    return new Link(line, column, offset, text, target, fragment, type, LinkSyntax.INLINE);
  }

  private static Entry huge() {
    return new Entry(
        DocumentFacts.failed(
            "docs/huge.md",
            1001,
            Finding.ofDocument(
                Rule.DOCUMENT_TOO_LARGE, "the document is larger than the limit of 1000 bytes")),
        List.of());
  }

  private static Entry gauge() throws Exception {
    return new Entry(
        new DocumentFacts(
            "gauge.md",
            GAUGE.length(),
            "java",
            sha256(GAUGE),
            3,
            6,
            5,
            "Levels",
            FrontmatterFormat.NONE,
            null,
            null,
            List.of(new Heading(1, "Levels", 1, "levels")),
            List.of(),
            List.of(),
            List.of()),
        List.of());
  }

  /** In one batch and in three, in one bucket and in several. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void everythingThatIsSentOn(int buckets) throws Exception {
    List<CorpusBatch> batches = corpus(10);
    assertEquals(1, batches.size());
    AuditPlan plan = new AuditPlan(List.of(0), buckets);
    TestJob job = TestJob.create();
    PCollectionTuple analyzed =
        job.pipeline()
            .apply(Read.from(new CorpusSource(batches)))
            .apply(AnalyzeDocuments.of(CONFIG, LinkRules.of(CONFIG), plan));
    TestJob.assertElements(
        analyzed.get(AnalyzeDocuments.FACTS),
        part -> ShardPacks.facts(part.getValue()).stream().map(String::valueOf).toList(),
        List.of(guide().toString(), huge().toString(), gauge().toString()));
    TestJob.assertElements(
        analyzed.get(AnalyzeDocuments.TARGETS),
        part -> LinkPacks.targets(part.getValue()),
        List.of(
            new TargetFact.File("docs/huge.md", true).toString(),
            new TargetFact.File("logo.png", false).toString(),
            new TargetFact.Folder("").toString(),
            new TargetFact.Folder("docs").toString(),
            new TargetFact.Anchors("docs/guide.md", List.of("high-water")).toString(),
            new TargetFact.Anchors("gauge.md", List.of("levels")).toString(),
            LinkPacks.asked(
                0, 0, 2, new LinkQuestion("gauge.md", DOCS, false, "levels", false, null)),
            LinkPacks.asked(
                0, 1, 1, new LinkQuestion("docs/x.png", DOCS, false, null, false, null))));
    TestJob.assertElements(
        analyzed.get(AnalyzeDocuments.PATHS),
        part -> LinkPacks.paths(part.getValue()),
        List.of(
            "in folder `docs` [guide.md, huge.md]",
            "in folder `` [docs/, gauge.md, logo.png]",
            "by name docs/guide.md",
            "by name docs/huge.md",
            "by name gauge.md",
            "by name logo.png",
            "by name docs/"));
    TestJob.assertElements(
        analyzed.get(AnalyzeDocuments.HASHES),
        part -> HashPacks.read(part.getValue()).stream().map(String::valueOf).toList(),
        List.of(
            new HashedDocument(
                    sha256(GUIDE), GUIDE.length(), "docs/guide.md", new DocumentRef(0, 0))
                .toString(),
            new HashedDocument(sha256(GAUGE), GAUGE.length(), "gauge.md", new DocumentRef(0, 2))
                .toString()));
    TestJob.assertElements(
        analyzed.get(AnalyzeDocuments.UNIQUES),
        part -> UniquePacks.read(part.getValue()).stream().map(String::valueOf).toList(),
        List.of(
            new UniqueValue("title", "\"Tides\"", "docs/guide.md", 2, 8, new DocumentRef(0, 0))
                .toString(),
            new UniqueValue("draft", "\"yes\"", "docs/guide.md", 3, 8, new DocumentRef(0, 0))
                .toString()));
    TestJob.assertElements(
        analyzed.get(AnalyzeDocuments.WORDS),
        part ->
            CountWords.readRows(part.getValue()).stream()
                .map(row -> row.word() + " " + row.count() + " " + row.documents())
                .toList(),
        words());
    TestJob.assertElements(
        analyzed.get(AnalyzeDocuments.TOTALS).apply(new Merged()),
        AnalyzeDocumentsTest::told,
        List.of("3 read, 5 links, 2 questions, 36 words, 2 hashes"));
    job.run();
  }

  private static List<String> words() {
    return List.of(
        "title 1 1",
        "tides 1 1",
        "draft 1 1",
        "yes 1 1",
        "high 1 1",
        "water 2 2",
        "see 1 1",
        "the 1 1",
        "gauge 3 1",
        "md 2 1",
        "levels 3 2",
        "below 1 1",
        "low 3 2",
        "out 1 1",
        "https 1 1",
        "e 1 1",
        "example 1 1",
        "and 1 1",
        "again 1 1",
        "docaudit 1 1",
        "ignore 1 1",
        "line 1 1",
        "link 1 1",
        "missing 1 1",
        "file 1 1",
        "x 1 1",
        "png 1 1",
        "tide 1 1");
  }

  private static List<String> told(CorpusTotals totals) {
    return List.of(
        "%d read, %d links, %d questions, %d words, %d hashes"
            .formatted(
                totals.get(Flow.DOCUMENTS_READ),
                totals.get(Flow.LINKS_FOUND),
                totals.get(Flow.QUESTIONS_ASKED),
                totals.get(Flow.WORDS_TALLIED),
                totals.get(Flow.HASHES_SENT)));
  }

  @Test
  void batchesNumberTheirDocumentsAndQuestionsAnew() throws Exception {
    List<CorpusBatch> batches = corpus(1);
    assertEquals(3, batches.size());
    AuditPlan plan = new AuditPlan(List.of(0, 1, 2), 1);
    CollectedOutputs out = analyze(plan, Long.MAX_VALUE, batches);
    List<String> facts = new ArrayList<>();
    for (KV<Integer, byte[]> shard : out.of(AnalyzeDocuments.FACTS)) {
      ShardPacks.facts(shard.getValue()).forEach(entry -> facts.add(shard.getKey() + " " + entry));
    }
    assertEquals(List.of("0 " + guide(), "1 " + huge(), "2 " + gauge()), facts);
    assertEquals(
        List.of("docs/guide.md " + new DocumentRef(0, 0), "gauge.md " + new DocumentRef(2, 0)),
        HashPacks.read(only(out, AnalyzeDocuments.HASHES).getValue()).stream()
            .map(hash -> hash.path() + " " + hash.document())
            .toList());
    assertEquals(
        List.of(
            LinkPacks.asked(
                0, 0, 2, new LinkQuestion("gauge.md", DOCS, false, "levels", false, null)),
            LinkPacks.asked(
                0, 1, 1, new LinkQuestion("docs/x.png", DOCS, false, null, false, null))),
        LinkPacks.targets(only(out, AnalyzeDocuments.TARGETS).getValue()).stream()
            .filter(entry -> entry.startsWith("AskedQuestion"))
            .toList());
  }

  @Test
  void aBundleThatGrowsIsSentInParts() throws Exception {
    List<CorpusBatch> batches = corpus(1);
    AuditPlan plan = new AuditPlan(List.of(0), 1);
    CollectedOutputs whole = analyze(plan, Long.MAX_VALUE, batches);
    CollectedOutputs parts = analyze(plan, 0, batches);
    assertEquals(1, whole.of(AnalyzeDocuments.FACTS).size());
    assertEquals(3, parts.of(AnalyzeDocuments.FACTS).size());
    assertEquals(
        ShardPacks.facts(only(whole, AnalyzeDocuments.FACTS).getValue()).toString(),
        parts.of(AnalyzeDocuments.FACTS).stream()
            .flatMap(part -> ShardPacks.facts(part.getValue()).stream())
            .toList()
            .toString());
    assertEquals(1, whole.of(AnalyzeDocuments.TOTALS).size());
    CorpusTotals sum = new CorpusTotals();
    parts.of(AnalyzeDocuments.TOTALS).forEach(sum::merge);
    assertEquals(told(whole.of(AnalyzeDocuments.TOTALS).get(0)), told(sum));
  }

  /** What one bundle gives out. */
  private static CollectedOutputs analyze(
      AuditPlan plan, long maxHeldBytes, List<CorpusBatch> batches) throws IOException {
    AnalyzeDocuments.AnalyzeFn analyze =
        new AnalyzeDocuments.AnalyzeFn(CONFIG, LinkRules.of(CONFIG), plan, null, maxHeldBytes);
    CollectedOutputs out = new CollectedOutputs();
    analyze.setup(PipelineOptionsFactory.create());
    analyze.startBundle();
    for (CorpusBatch batch : batches) {
      analyze.processElement(batch, out);
    }
    analyze.finishBundle(out.finishing(analyze));
    return out;
  }

  @Test
  void piecesGoToTheBucketsOfTheirKeys() throws Exception {
    CollectedOutputs out = analyze(new AuditPlan(List.of(0), 16), Long.MAX_VALUE, corpus(10));
    out.of(AnalyzeDocuments.WORDS)
        .forEach(
            part ->
                CountWords.readRows(part.getValue())
                    .forEach(
                        row -> assertEquals(BucketPacks.bucketOf(row.word(), 16), part.getKey())));
    out.of(AnalyzeDocuments.HASHES)
        .forEach(
            part ->
                HashPacks.read(part.getValue())
                    .forEach(hash -> assertEquals(hash.bucket(16), part.getKey())));
    out.of(AnalyzeDocuments.UNIQUES)
        .forEach(
            part ->
                UniquePacks.read(part.getValue())
                    .forEach(
                        value ->
                            assertEquals(BucketPacks.bucketOf(value.key(), 16), part.getKey())));
  }

  private static KV<Integer, byte[]> only(CollectedOutputs out, TupleTag<KV<Integer, byte[]>> tag) {
    List<KV<Integer, byte[]>> values = out.of(tag);
    assertEquals(1, values.size());
    return values.get(0);
  }
}

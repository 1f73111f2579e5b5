package org.docaudit.duplicates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.docaudit.assemble.DocumentRef;
import org.docaudit.assemble.ShardPacks;
import org.docaudit.beam.CollectedOutputs;
import org.docaudit.beam.Merged;
import org.docaudit.beam.OnceIterable;
import org.docaudit.beam.TestJob;
import org.docaudit.model.Finding;
import org.docaudit.model.Rule;
import org.docaudit.pack.BucketPacks;
import org.docaudit.pack.PackWriter;
import org.docaudit.read.AuditPlan;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.Flow;
import org.junit.jupiter.api.Test;

class FindDuplicatesTest {

  private static final String A = "0a".repeat(32);
  private static final String B = "b0".repeat(32);
  private static final String C = "ff".repeat(32);

  private static HashedDocument document(String sha256, String path, int batch, int index) {
    return new HashedDocument(sha256, 7, path, new DocumentRef(batch, index));
  }

  private static List<KV<Integer, byte[]>> batch(int buckets, HashedDocument... documents) {
    BucketPacks packs = new BucketPacks(buckets);
    for (HashedDocument document : documents) {
      document.write(packs.of(document.bucket(buckets)));
    }
    List<KV<Integer, byte[]>> pieces = new ArrayList<>();
    packs.forEach((bucket, pack) -> pieces.add(KV.of(bucket, pack)));
    return pieces;
  }

  private static String finding(int batch, int index, String other, String more) {
    return "finding %d/%d %s"
        .formatted(
            batch,
            index,
            new Finding(
                Rule.DUPLICATE_EXACT, 0, 0, "same bytes as `" + other + "`" + more, other, null));
  }

  private static List<String> groups(KV<Integer, byte[]> rows) {
    return DuplicateGroup.readAll(rows.getValue()).stream().map(String::valueOf).toList();
  }

  private static List<String> lines(KV<Integer, byte[]> part) {
    return List.of(part.getKey() + ":" + new String(part.getValue(), UTF_8));
  }

  private static List<String> counts(CorpusTotals totals) {
    return List.of(
        "%d compared, %d groups, %d documents"
            .formatted(
                totals.get(Flow.HASHES_COMPARED),
                totals.get(Flow.DUPLICATE_GROUPS),
                totals.get(Flow.DUPLICATE_DOCUMENTS)));
  }

  @Test
  void documentsWithTheSameBytes() {
    AuditPlan plan = new AuditPlan(List.of(0, 1), 4);
    List<KV<Integer, byte[]>> pieces = new ArrayList<>();
    pieces.addAll(
        batch(
            plan.buckets(),
            document(C, "a.md", 0, 0),
            document(A, "b/x.md", 0, 1),
            document(B, "c.md", 0, 2)));
    pieces.addAll(
        batch(
            plan.buckets(),
            document(A, "d.md", 1, 0),
            document(C, "e.md", 1, 1),
            document(A, "ü.md", 1, 2)));
    TestJob job = TestJob.create();
    PCollectionTuple found = job.packs("Hashes", pieces).apply(FindDuplicates.of(plan));
    TestJob.assertElements(
        found.get(FindDuplicates.ROWS),
        FindDuplicatesTest::groups,
        List.of(
            new DuplicateGroup(A, 7, 3, List.of("b/x.md", "d.md", "ü.md")).toString(),
            new DuplicateGroup(C, 7, 2, List.of("a.md", "e.md")).toString()));
    TestJob.assertElements(
        found.get(FindDuplicates.DIGEST_LINES),
        FindDuplicatesTest::lines,
        List.of(
            "0:" + A + "  b/x.md\n" + A + "  d.md\n" + A + "  ü.md\n",
            "2:" + B + "  c.md\n",
            "3:" + C + "  a.md\n" + C + "  e.md\n"));
    TestJob.assertElements(
        found.get(FindDuplicates.ANSWERS),
        part ->
            ShardPacks.told(part.getValue()).stream()
                .map(entry -> part.getKey() + ": " + entry)
                .toList(),
        List.of(
            "0: " + finding(0, 0, "e.md", ""),
            "0: " + finding(0, 1, "d.md", " and 1 more"),
            "1: " + finding(1, 0, "b/x.md", " and 1 more"),
            "1: " + finding(1, 1, "a.md", ""),
            "1: " + finding(1, 2, "b/x.md", " and 1 more")));
    TestJob.assertElements(
        found.get(FindDuplicates.TOTALS).apply(new Merged()),
        FindDuplicatesTest::counts,
        List.of("6 compared, 2 groups, 5 documents"));
    job.run();
  }

  @Test
  void noMoreThanTenThousandPathsInARow() {
    int n = DuplicateGroup.MAX_PATHS + 5;
    List<byte[]> packs = new ArrayList<>();
    for (int i = n - 1; i >= 0; i--) {
      PackWriter out = new PackWriter();
      document(A, "%05d.md".formatted(i), 0, i).write(out);
      packs.add(out.toByteArray());
    }
    CollectedOutputs out = compare(new AuditPlan(List.of(0), 1), packs);
    DuplicateGroup group =
        DuplicateGroup.readAll(out.of(FindDuplicates.ROWS).get(0).getValue()).get(0);
    assertEquals(n, group.count());
    assertEquals(DuplicateGroup.MAX_PATHS, group.paths().size());
    assertEquals("00000.md", group.paths().get(0));
    assertEquals("09999.md", group.paths().get(DuplicateGroup.MAX_PATHS - 1));
    assertEquals(n, ShardPacks.told(out.of(FindDuplicates.ANSWERS).get(0).getValue()).size());
  }

  @Provide
  Arbitrary<List<String>> hashes() {
    return Arbitraries.of("0", "7", "8", "f", "3")
        .list()
        .ofSize(9)
        .map(digits -> String.join("", digits) + "0".repeat(55))
        .list()
        .ofMaxSize(30);
  }

  /** Whatever the buckets: their lines, one after the other, are sorted as a shell sorts them. */
  @Property(tries = 200)
  void digestLinesAreSortedAcrossBuckets(
      @ForAll("hashes") List<String> hashes,
      @ForAll @IntRange(min = 1, max = 20) int buckets,
      @ForAll long seed) {
    List<String> names = List.of("a.md", "a/b.md", "a b.md", "Z.md", "é.md", "\uffee", "👩.md");
    List<HashedDocument> documents = new ArrayList<>();
    for (int i = 0; i < hashes.size(); i++) {
      documents.add(document(hashes.get(i), i + names.get(i % names.size()), 0, i));
    }
    List<String> expected = new ArrayList<>();
    documents.forEach(each -> expected.add(each.sha256() + "  " + each.path() + "\n"));
    expected.sort(Comparator.comparing(line -> line.getBytes(UTF_8), Arrays::compareUnsigned));

    Collections.shuffle(documents, new Random(seed));
    StringBuilder lines = new StringBuilder();
    batch(buckets, documents.toArray(HashedDocument[]::new))
        .forEach(
            piece -> {
              CollectedOutputs out =
                  compare(new AuditPlan(List.of(0), buckets), List.of(piece.getValue()));
              lines.append(
                  new String(out.of(FindDuplicates.DIGEST_LINES).get(0).getValue(), UTF_8));
            });
    assertEquals(String.join("", expected), lines.toString());
  }

  @Property(tries = 200)
  void everyGroupOnceAndEachOfItsDocumentsOnce(@ForAll("hashes") List<String> hashes) {
    Map<String, List<String>> expected = new HashMap<>();
    PackWriter pack = new PackWriter();
    for (int i = 0; i < hashes.size(); i++) {
      String sha256 = hashes.get(i).substring(0, 1).repeat(64);
      String path = "%03d.md".formatted(i);
      document(sha256, path, 0, i).write(pack);
      expected.computeIfAbsent(sha256, key -> new ArrayList<>()).add(path);
    }
    expected.values().removeIf(paths -> paths.size() < 2);
    CollectedOutputs out = compare(new AuditPlan(List.of(0), 1), List.of(pack.toByteArray()));
    Map<String, List<String>> found = new HashMap<>();
    out.of(FindDuplicates.ROWS)
        .forEach(
            rows ->
                DuplicateGroup.readAll(rows.getValue())
                    .forEach(group -> found.put(group.sha256(), group.paths())));
    assertEquals(expected, found);
    int documents = expected.values().stream().mapToInt(List::size).sum();
    int findings =
        out.of(FindDuplicates.ANSWERS).stream()
            .mapToInt(part -> ShardPacks.told(part.getValue()).size())
            .sum();
    assertEquals(documents, findings);
  }

  private static CollectedOutputs compare(AuditPlan plan, List<byte[]> packs) {
    CollectedOutputs out = new CollectedOutputs();
    new FindDuplicates.CompareFn(plan).processElement(KV.of(0, OnceIterable.of(packs)), out);
    return out;
  }
}

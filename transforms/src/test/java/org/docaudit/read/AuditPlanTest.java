package org.docaudit.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditPlanTest {

  private static final long MIB = 1L << 20;

  private static final List<CorpusRoot> ROOTS =
      List.of(new CorpusRoot("a", "", "file:///a/", true));

  private static ListedFile document(int number, long bytes) {
    return ListedFile.document("pages/%06d.md".formatted(number), null, 0, bytes, 1);
  }

  private static List<CorpusBatch> batches(List<ListedFile> files) {
    return BatchPlanner.plan(CorpusListing.of(ROOTS, files, List.of()));
  }

  private static AuditPlan plan(List<ListedFile> files) {
    return AuditPlan.of(
        batches(files), files.stream().mapToLong(ListedFile::bytes).sum(), files.size());
  }

  @ParameterizedTest
  @CsvSource({
    // documents, MiB each, buckets, fewest shards, most shards
    "1, 0, 1, 1, 1",
    "3, 1, 1, 1, 1",
    "1, 4, 4, 1, 1",
    "2, 4, 4, 2, 2",
    "10, 2, 4, 5, 10",
    "100, 3, 5, 20, 34",
    "1500, 1, 24, 94, 188",
    "9000, 30, 1024, 250, 1024",
  })
  void grows(int documents, long mib, int buckets, int fewest, int most) {
    List<ListedFile> files =
        IntStream.range(0, documents).mapToObj(i -> document(i, mib * MIB)).toList();
    AuditPlan plan = plan(files);
    assertEquals(buckets, plan.buckets());
    assertTrue(fewest <= plan.shards() && plan.shards() <= most, plan.shards() + " shards");
  }

  @Property(tries = 100)
  void shardsAreRangesOfBatchesAndNoneIsEmpty(
      @ForAll @IntRange(min = 1, max = 5000) int documents,
      @ForAll @LongRange(min = 0, max = 1L << 28) long bytes) {
    List<ListedFile> files =
        IntStream.range(0, documents).mapToObj(i -> document(i, bytes >>> (i % 8))).toList();
    AuditPlan plan = plan(files);
    assertTrue(plan.shards() <= 1024 && plan.buckets() <= 1024, plan.toString());
    int previous = -1;
    int batches = batches(files).size();
    for (int batch = 0; batch < batches; batch++) {
      int shard = plan.shardOf(batch);
      assertTrue(shard == previous || shard == previous + 1, "shard " + shard);
      previous = shard;
    }
    assertEquals(plan.shards() - 1, previous);
    assertEquals(plan.shards() - 1, plan.shardOf(batches), "what could not be listed");
  }

  /** The paths of each shard. */
  private static Set<List<String>> shards(List<ListedFile> files) {
    AuditPlan plan = plan(files);
    List<List<String>> shards = new ArrayList<>();
    IntStream.range(0, plan.shards()).forEach(shard -> shards.add(new ArrayList<>()));
    for (CorpusBatch batch : batches(files)) {
      batch.forEach(file -> shards.get(plan.shardOf(batch.id())).add(file.path()));
    }
    return new HashSet<>(shards);
  }

  @Test
  void fewShardsAreOthersWhereAFileWasAdded() {
    List<ListedFile> files =
        new ArrayList<>(IntStream.range(0, 60_000).mapToObj(i -> document(i, 5000)).toList());
    Set<List<String>> before = shards(files);
    files.add(1000, ListedFile.document("pages/000999-more.md", null, 0, 9000, 1));
    files.remove(30_000);
    Set<List<String>> after = shards(files);
    int all = after.size();
    after.removeAll(before);
    assertTrue(all >= 18 && after.size() <= 4, after.size() + " of " + all);
  }

  @Test
  void nothingIsNotAPlan() {
    assertThrows(IllegalArgumentException.class, () -> new AuditPlan(List.of(), 1));
    assertThrows(IllegalArgumentException.class, () -> new AuditPlan(List.of(1), 1));
    assertThrows(IllegalArgumentException.class, () -> new AuditPlan(List.of(0), -1));
  }
}

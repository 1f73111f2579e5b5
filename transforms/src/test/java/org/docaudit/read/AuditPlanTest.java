package org.docaudit.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditPlanTest {

  private static final long MIB = 1L << 20;

  @ParameterizedTest
  @CsvSource({
    // batches, MiB, files, shards, buckets
    "1, 0, 1, 1, 1",
    "1, 3, 1000, 1, 1",
    "1, 4, 1, 1, 4",
    "2, 4, 1, 2, 4",
    "6, 20, 2000, 4, 4",
    "60, 300, 2000, 5, 5",
    "200, 700, 500000, 13, 13",
    "10, 0, 20000, 4, 4",
    "9000, 100000, 5000000, 1024, 1024",
  })
  void grows(int batches, long mib, long files, int shards, int buckets) {
    assertEquals(new AuditPlan(batches, shards, buckets), AuditPlan.of(batches, mib * MIB, files));
  }

  @Property
  void shardsAreRangesOfBatchesAndNoneIsEmpty(
      @ForAll @IntRange(min = 1, max = 5000) int batches,
      @ForAll @LongRange(min = 0, max = 1L << 45) long bytes,
      @ForAll @LongRange(min = 1, max = 50_000_000) long files) {
    AuditPlan plan = AuditPlan.of(batches, bytes, files);
    assertTrue(plan.shards() <= batches && plan.shards() <= 1024 && plan.buckets() <= 1024);
    int previous = -1;
    for (int batch = 0; batch < batches; batch++) {
      int shard = plan.shardOf(batch);
      assertTrue(shard == previous || shard == previous + 1, "shard " + shard);
      previous = shard;
    }
    assertEquals(plan.shards() - 1, previous);
  }

  @Test
  void shardsOfManyBatchesDoNotOverflow() {
    AuditPlan plan = new AuditPlan(Integer.MAX_VALUE, 1024, 1024);
    assertEquals(0, plan.shardOf(0));
    assertEquals(511, plan.shardOf(Integer.MAX_VALUE / 2));
    assertEquals(1023, plan.shardOf(Integer.MAX_VALUE - 1));
  }

  @Test
  void nothingIsNotAPlan() {
    assertThrows(IllegalArgumentException.class, () -> new AuditPlan(0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new AuditPlan(1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new AuditPlan(1, 1, -1));
  }
}

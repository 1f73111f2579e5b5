package org.docaudit.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BucketPacksTest {

  @Property
  void everyKeyHasOneBucket(@ForAll String key, @ForAll @IntRange(min = 1, max = 1024) int n) {
    int bucket = BucketPacks.bucketOf(key, n);
    assertTrue(bucket >= 0 && bucket < n);
    assertEquals(bucket, BucketPacks.bucketOf(new String(key.toCharArray()), n));
  }

  @Property(tries = 200)
  void eachValueIsInThePackOfItsKeyAlone(
      @ForAll List<String> keys, @ForAll @IntRange(min = 1, max = 40) int buckets) {
    BucketPacks packs = new BucketPacks(buckets);
    Map<Integer, List<Integer>> expected = new TreeMap<>();
    for (int i = 0; i < keys.size(); i++) {
      packs.ofKey(keys.get(i)).writeInt(i);
      expected
          .computeIfAbsent(BucketPacks.bucketOf(keys.get(i), buckets), b -> new ArrayList<>())
          .add(i);
    }
    List<Integer> order = new ArrayList<>();
    Map<Integer, List<Integer>> found = new TreeMap<>();
    packs.forEach(
        (bucket, pack) -> {
          order.add(bucket);
          PackReader in = new PackReader(pack);
          List<Integer> values = new ArrayList<>();
          while (in.hasMore()) {
            values.add(in.readInt());
          }
          found.put(bucket, values);
        });
    assertEquals(expected, found);
    assertEquals(new ArrayList<>(expected.keySet()), order);
  }

  @Test
  void neighbouringNamesSpread() {
    int[] sizes = new int[16];
    for (int i = 0; i < 16_000; i++) {
      sizes[BucketPacks.bucketOf("docs/page-" + i + ".md", sizes.length)]++;
    }
    for (int size : sizes) {
      assertTrue(size > 800 && size < 1200, () -> java.util.Arrays.toString(sizes));
    }
  }

  /** Buckets meet across machines and Java versions: the function must never change. */
  @Test
  void knownBuckets() {
    assertEquals(
        List.of(0, 5, 0, 3),
        List.of(
            BucketPacks.bucketOf("", 10),
            BucketPacks.bucketOf("a", 10),
            BucketPacks.bucketOf("docs/guide.md", 10),
            BucketPacks.bucketOf("潮汐表", 10)));
  }

  /** No element outgrows what a sorter can hold, and no entry is torn. */
  @Test
  void largePacksAreClosed() {
    BucketPacks packs = new BucketPacks(2);
    byte[] entry = new byte[300_000];
    for (int i = 0; i < 10; i++) {
      packs.of(i == 4 ? 1 : 0).writeInt(i);
      packs.of(0).writeBytes(entry);
    }
    List<String> visited = new ArrayList<>();
    long[] bytes = {0};
    packs.forEach(
        (bucket, pack) -> {
          visited.add(bucket + ": " + pack.length / 100_000);
          bytes[0] += pack.length;
        });
    assertEquals(List.of("0: 12", "0: 12", "0: 6", "1: 0"), visited);
    assertEquals(packs.bytes(), bytes[0]);
  }

  @Test
  void nothingIsSentWhereNothingWasWritten() {
    new BucketPacks(1000)
        .forEach(
            (bucket, pack) -> {
              throw new AssertionError("pack " + bucket);
            });
  }
}

package org.docaudit.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.docaudit.beam.CollectedOutputs;
import org.docaudit.beam.Merged;
import org.docaudit.beam.OnceIterable;
import org.docaudit.beam.TestJob;
import org.docaudit.pack.BucketPacks;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.Flow;
import org.docaudit.summary.WordCount;
import org.junit.jupiter.api.Test;

class CountWordsTest {

  private static final int BUCKETS = 3;

  /** The packs of a batch with these words; each row is {@code word count documents}. */
  private static List<KV<Integer, byte[]>> batch(int buckets, String... rows) {
    BucketPacks packs = new BucketPacks(buckets);
    for (String row : rows) {
      String[] parts = row.split(" ", -1);
      CountWords.writeWord(packs, parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }
    List<KV<Integer, byte[]>> pieces = new ArrayList<>();
    packs.forEach((bucket, pack) -> pieces.add(KV.of(bucket, pack)));
    return pieces;
  }

  private static List<String> told(KV<Integer, byte[]> rows) {
    return CountWords.readRows(rows.getValue()).stream().map(CountWordsTest::told).toList();
  }

  private static String told(WordCount row) {
    return row.word() + " " + row.count() + " " + row.documents();
  }

  private static List<String> told(CorpusTotals totals) {
    return List.of(
        totals.get(Flow.WORDS_DISTINCT) + " distinct, " + totals.get(Flow.WORDS_COUNTED));
  }

  @Test
  void wordsOfAllBatchesMeet() {
    List<KV<Integer, byte[]>> pieces = new ArrayList<>();
    pieces.addAll(batch(BUCKETS, "tide 3 2", "harbour 1 1", "潮 9 4"));
    pieces.addAll(batch(BUCKETS, "tide 4 1", "don't 2 2"));
    pieces.addAll(batch(BUCKETS, "harbour 5000000000 1", "ebb 1 1"));
    pieces.addAll(batch(BUCKETS));
    TestJob job = TestJob.create();
    PCollectionTuple counted = job.packs("Words", pieces).apply(CountWords.create());
    TestJob.assertElements(
        counted.get(CountWords.ROWS),
        CountWordsTest::told,
        List.of("tide 7 3", "harbour 5000000001 2", "潮 9 4", "don't 2 2", "ebb 1 1"));
    long expected = 7 + 5_000_000_001L + 9 + 2 + 1;
    TestJob.assertElements(
        counted.get(CountWords.TOTALS).apply(new Merged()),
        CountWordsTest::told,
        List.of("5 distinct, " + expected));
    job.run();
  }

  @Test
  void nothingToCount() {
    TestJob job = TestJob.create();
    PCollectionTuple counted = job.packs("Words", List.of()).apply(CountWords.create());
    TestJob.assertElements(counted.get(CountWords.ROWS), CountWordsTest::told, List.of());
    TestJob.assertElements(counted.get(CountWords.TOTALS), CountWordsTest::told, List.of());
    job.run();
  }

  @Test
  void theMostFrequentComeFirstThenByWord() {
    CollectedOutputs out = addUp(batch(1, "b 2 1", "a 2 1", "z 9 1", "B 2 1", "é 2 1"));
    assertEquals(
        List.of("z 9 1", "B 2 1", "a 2 1", "b 2 1", "é 2 1"), told(out.of(CountWords.ROWS).get(0)));
  }

  /** More words than the table begins with, long and short ones, in no order. */
  @Test
  void manyWordsAreToldApart() {
    String[] rows = new String[20_000];
    for (int i = 0; i < rows.length; i++) {
      int word = i % 10_000;
      rows[i] = "w" + word + "é".repeat(word % 100) + " " + (word + 1) + " 1";
    }
    Map<String, String> expected = new TreeMap<>();
    for (int word = 0; word < 10_000; word++) {
      String text = "w" + word + "é".repeat(word % 100);
      expected.put(text, text + " " + 2 * (word + 1) + " 2");
    }
    Map<String, String> found = new TreeMap<>();
    CountWords.readRows(addUp(batch(1, rows)).of(CountWords.ROWS).get(0).getValue())
        .forEach(row -> found.put(row.word(), told(row)));
    assertEquals(expected, found);
  }

  @Provide
  Arbitrary<List<List<String>>> batches() {
    Arbitrary<String> words = Arbitraries.of("a", "b", "c", "tide", "潮", "é", "don't");
    Arbitrary<String> row =
        words.flatMap(word -> Arbitraries.integers().between(1, 9).map(n -> word + " " + n + " 1"));
    return row.list().ofMaxSize(8).list().ofMinSize(1).ofMaxSize(5);
  }

  @Property(tries = 200)
  void everyOccurrenceIsCountedOnceInOnePass(@ForAll("batches") List<List<String>> batches) {
    Map<String, Long> expected = new TreeMap<>();
    List<KV<Integer, byte[]>> pieces = new ArrayList<>();
    for (List<String> rows : batches) {
      rows.forEach(
          row ->
              expected.merge(
                  row.split(" ", -1)[0], Long.parseLong(row.split(" ", -1)[1]), Long::sum));
      pieces.addAll(batch(1, rows.toArray(String[]::new)));
    }
    CollectedOutputs out = addUp(pieces);
    Map<String, Long> counted =
        CountWords.readRows(out.of(CountWords.ROWS).get(0).getValue()).stream()
            .collect(Collectors.toMap(WordCount::word, WordCount::count, (a, b) -> -1L));
    assertEquals(expected, new TreeMap<>(counted));
  }

  private static CollectedOutputs addUp(List<KV<Integer, byte[]>> pieces) {
    CollectedOutputs out = new CollectedOutputs();
    OnceIterable<byte[]> group =
        OnceIterable.of(pieces.stream().map(KV::getValue).collect(Collectors.toList()));
    new CountWords.AddUpFn().processElement(KV.of(0, group), out);
    return out;
  }
}

package org.docaudit.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.util.SerializableUtils;
import org.docaudit.model.PathOrder;
import org.docaudit.pack.BucketPacks;
import org.junit.jupiter.api.Test;

class BatchPlannerTest {
  private static final List<CorpusRoot> ROOTS =
      List.of(
          new CorpusRoot("a", "a/", "file:///a/", true),
          new CorpusRoot("b", "b/", "s3://bucket/b/", false));

  private static CorpusListing listing(List<ListedFile> files) {
    return CorpusListing.of(ROOTS, files, List.of());
  }

  private static ListedFile document(int number, long bytes) {
    return ListedFile.document("a/%05d.md".formatted(number), null, 0, bytes, 1_700_000_000_000L);
  }

  private static List<List<Long>> sizes(List<Long> documents, long maxBytes, int maxDocuments) {
    List<ListedFile> files =
        IntStream.range(0, documents.size()).mapToObj(i -> document(i, documents.get(i))).toList();
    List<List<Long>> sizes = new ArrayList<>();
    for (CorpusBatch batch : BatchPlanner.plan(listing(files), maxBytes, maxDocuments)) {
      List<Long> own = new ArrayList<>();
      batch.forEach(file -> own.add(file.bytes()));
      sizes.add(own);
    }
    return sizes;
  }

  @Test
  void cutsByBytesAndByNumber() {
    assertEquals(List.of(List.of(4L, 6L), List.of(1L)), sizes(List.of(4L, 6L, 1L), 10, 1000));
    assertEquals(
        List.of(List.of(0L, 0L), List.of(0L, 0L), List.of(0L)),
        sizes(List.of(0L, 0L, 0L, 0L, 0L), 10, 2));
  }

  @Test
  void aHugeDocumentIsAlone() {
    assertEquals(
        List.of(List.of(1L), List.of(99L), List.of(2L, 3L)),
        sizes(List.of(1L, 99L, 2L, 3L), 10, 1000));
    assertEquals(
        List.of(List.of(Long.MAX_VALUE), List.of(Long.MAX_VALUE)),
        sizes(List.of(Long.MAX_VALUE, Long.MAX_VALUE), 10, 1000).stream().toList());
  }

  @Test
  void otherFilesBoundABatchToo() {
    List<ListedFile> files = IntStream.range(0, 40_000).mapToObj(BatchPlannerTest::other).toList();
    List<CorpusBatch> batches = BatchPlanner.plan(listing(files));
    assertEquals(
        List.of(16_384, 16_384, 7_232), batches.stream().map(CorpusBatch::fileCount).toList());
    assertEquals(0, batches.get(0).documentCount());
  }

  @Test
  void boundsMustBePositive() {
    assertThrows(IllegalArgumentException.class, () -> BatchPlanner.plan(listing(List.of()), 0, 1));
    assertThrows(IllegalArgumentException.class, () -> BatchPlanner.plan(listing(List.of()), 1, 0));
    assertEquals(List.of(), BatchPlanner.plan(listing(List.of())));
  }

  @Property(tries = 300)
  void batchesTogetherAreTheListing(
      @ForAll("files") List<ListedFile> files,
      @ForAll @LongRange(min = 1, max = 500) long maxBytes,
      @ForAll @IntRange(min = 1, max = 5) int maxDocuments)
      throws Exception {
    List<CorpusBatch> batches = BatchPlanner.plan(listing(files), maxBytes, maxDocuments);
    List<ListedFile> unpacked = new ArrayList<>();
    for (int i = 0; i < batches.size(); i++) {
      CorpusBatch batch = batches.get(i);
      List<ListedFile> own = new ArrayList<>();
      batch.forEach(own::add);
      unpacked.addAll(own);
      ListingCounts counts = ListingCounts.of(own);
      assertEquals(i, batch.id());
      assertEquals(own.size(), batch.fileCount());
      assertEquals(counts.documents(), batch.documentCount());
      assertEquals(counts.documentBytes(), batch.documentBytes());
      assertTrue(batch.documentCount() <= maxDocuments);
      assertTrue(batch.documentBytes() <= maxBytes || batch.documentCount() == 1);
      assertEquals(batch, CoderUtils.clone(CorpusBatchCoder.of(), batch));
      assertEquals(batch, javaCopy(batch));
    }
    assertEquals(files, unpacked);
  }

  /** What the planner does without looking at anything twice, said the simple way. */
  @Property(tries = 300)
  void aFullBatchEndsBeforeTheLeastPathOfItsSecondHalf(
      @ForAll @Size(max = 60) List<@LongRange(max = 300) Long> sizes,
      @ForAll @LongRange(min = 1, max = 2000) long maxBytes,
      @ForAll @IntRange(min = 1, max = 12) int maxDocuments) {
    List<ListedFile> files =
        IntStream.range(0, sizes.size())
            .mapToObj(i -> i % 5 == 4 ? other(i) : document(i, sizes.get(i)))
            .toList();
    List<List<ListedFile>> expected = new ArrayList<>();
    for (int start = 0; start < files.size(); ) {
      int end = start;
      int documents = 0;
      long bytes = 0;
      List<Integer> candidates = new ArrayList<>();
      for (; end < files.size(); end++) {
        ListedFile file = files.get(end);
        if (file.isDocument() && (documents > maxDocuments / 2 || bytes > maxBytes / 2)) {
          candidates.add(end);
        }
        boolean fits = documents < maxDocuments && file.bytes() <= maxBytes - bytes;
        if (file.isDocument() && documents > 0 && !fits) {
          break;
        }
        documents += file.isDocument() ? 1 : 0;
        bytes += file.bytes();
      }
      if (end < files.size() && !candidates.isEmpty()) {
        end = Collections.min(candidates, Comparator.comparingInt(i -> order(files.get(i))));
      }
      expected.add(files.subList(start, end));
      start = end;
    }
    List<List<ListedFile>> planned = new ArrayList<>();
    for (CorpusBatch batch : BatchPlanner.plan(listing(files), maxBytes, maxDocuments)) {
      planned.add(batch.files().unpacked());
    }
    assertEquals(expected, planned);
  }

  private static ListedFile other(int number) {
    return ListedFile.other("a/%05d.png".formatted(number), null, 0);
  }

  private static int order(ListedFile file) {
    return BucketPacks.bucketOf(file.path(), Integer.MAX_VALUE);
  }

  private static Object javaCopy(Object value) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
      objects.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      return in.readObject();
    }
  }

  @Provide
  Arbitrary<List<ListedFile>> files() {
    Arbitrary<String> names =
        Arbitraries.strings().withChars('a', 'b', '/', '\u00e9', '\uffee').ofMaxLength(8);
    Arbitrary<String> wide =
        Arbitraries.strings().withChars('x').ofMinLength(200).ofMaxLength(700).map(s -> "b/" + s);
    return Combinators.combine(
            Arbitraries.oneOf(names, wide).set().ofMaxSize(30), Arbitraries.longs())
        .as(
            (paths, seed) -> {
              List<String> sorted = new ArrayList<>(new TreeSet<>(paths));
              Collections.sort(sorted, PathOrder.INSTANCE);
              List<ListedFile> files = new ArrayList<>();
              for (int i = 0; i < sorted.size(); i++) {
                files.add(file(sorted.get(i), (seed >>> i) & 7));
              }
              return files;
            });
  }

  private static ListedFile file(String path, long choice) {
    String escaped = choice % 2 == 0 ? null : "x%FF";
    if (choice < 3) {
      return ListedFile.document(path, escaped, (int) (choice % 2), choice * 200, -choice);
    }
    return choice < 5
        ? ListedFile.other(path, escaped, 1)
        : ListedFile.skipped(
            path, escaped, 0, new Skip(SkipReason.GITIGNORE, choice == 5 ? null : "r:" + choice));
  }

  @Test
  void batchesAreEqualByContent() throws Exception {
    CorpusBatch batch = CorpusBatch.of(3, ROOTS, List.of(document(1, 2)));
    assertEquals(batch, CorpusBatch.of(3, ROOTS, List.of(document(1, 2))));
    assertEquals(batch.hashCode(), CorpusBatch.of(3, ROOTS, List.of(document(1, 2))).hashCode());
    assertNotEquals(batch, CorpusBatch.of(4, ROOTS, List.of(document(1, 2))));
    assertNotEquals(batch, CorpusBatch.of(3, ROOTS, List.of(document(1, 3))));
    assertNotEquals(batch, CorpusBatch.of(3, ROOTS.subList(0, 1), List.of(document(1, 2))));
    CorpusBatchCoder.of().verifyDeterministic();
    SerializableUtils.ensureSerializable(CorpusBatchCoder.of());
    byte[] bytes = CoderUtils.encodeToByteArray(CorpusBatchCoder.of(), batch);
    CorpusBatch equal = CorpusBatch.of(3, ROOTS, List.of(document(1, 2)));
    assertArrayEquals(bytes, CoderUtils.encodeToByteArray(CorpusBatchCoder.of(), equal));
    assertEquals(ROOTS, CoderUtils.decodeFromByteArray(CorpusBatchCoder.of(), bytes).roots());
  }

  @Test
  void iteratesAnewEachTimeAndEnds() {
    CorpusBatch batch = CorpusBatch.of(0, ROOTS, List.of(document(1, 2)));
    Iterator<ListedFile> first = batch.iterator();
    assertEquals(document(1, 2), first.next());
    assertEquals(document(1, 2), batch.iterator().next());
    assertThrows(NoSuchElementException.class, first::next);
  }
}

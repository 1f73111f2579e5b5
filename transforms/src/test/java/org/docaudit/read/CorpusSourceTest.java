package org.docaudit.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.beam.sdk.io.BoundedSource;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.testing.SourceTestUtils;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusSourceTest {

  private static final PipelineOptions OPTIONS = PipelineOptionsFactory.create();

  private static CorpusSource source(int batches) {
    return new CorpusSource(batches(batches));
  }

  private static List<CorpusBatch> batches(int count) {
    List<CorpusRoot> roots = List.of(new CorpusRoot("docs", "", "file:///docs/", true));
    List<CorpusBatch> batches = new ArrayList<>();
    for (int id = 0; id < count; id++) {
      String folder = "%04d".formatted(id);
      batches.add(
          CorpusBatch.of(
              id,
              roots,
              List.of(
                  ListedFile.document(folder + "/a.md", null, 0, id, 5),
                  ListedFile.other(folder + "/b.png", null, 0),
                  ListedFile.skipped(folder + "/c.md", null, 0, Skip.HIDDEN))));
    }
    return batches;
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 3", "12, 12", "24, 12", "480, 12"})
  void splitsHoldEachBatchOnceAndInOrder(int count, int expected) throws Exception {
    CorpusSource whole = source(count);
    List<CorpusSource> parts = whole.split(whole.getEstimatedSizeBytes(OPTIONS) / 3, OPTIONS);
    assertEquals(expected, parts.size());
    List<CorpusBatch> read = new ArrayList<>();
    for (CorpusSource part : parts) {
      read.addAll(SourceTestUtils.readFromSource(part, OPTIONS));
    }
    assertEquals(batches(count), read);
    SourceTestUtils.assertSourcesEqualReferenceSource(whole, parts, OPTIONS);
  }

  @Test
  void largeDocumentsAreHandedOutFirst() throws Exception {
    List<CorpusRoot> roots = List.of(new CorpusRoot("docs", "", "file:///docs/", true));
    long[] sizes = {3 << 20, 60 << 20, 4 << 20, 1, 64 << 20, 5 << 20};
    List<CorpusBatch> batches = new ArrayList<>();
    for (int id = 0; id < sizes.length; id++) {
      ListedFile file = ListedFile.document(id + ".md", null, 0, sizes[id], 5);
      batches.add(CorpusBatch.of(id, roots, List.of(file)));
    }
    List<Integer> order = new ArrayList<>();
    for (CorpusSource part : new CorpusSource(batches).split(1, OPTIONS)) {
      order.add(SourceTestUtils.readFromSource(part, OPTIONS).get(0).id());
    }
    assertEquals(List.of(4, 1, 5, 0, 2, 3), order);
  }

  @Test
  void asTheRunnerDealsOut() {
    PipelineOptions options = PipelineOptionsFactory.create();
    options.as(CorpusSplitOptions.class).setPartsPerWorker(8);
    options.as(CorpusSplitOptions.class).setLastPartFirst(true);
    CorpusSource whole = source(48);
    List<CorpusSource> parts = whole.split(whole.getEstimatedSizeBytes(options) / 3, options);
    assertEquals(24, parts.size());
    assertEquals(List.of(46, 47), ids(parts.get(0)));
    assertEquals(List.of(0, 1), ids(parts.get(23)));
  }

  private static List<Integer> ids(CorpusSource part) {
    try {
      return SourceTestUtils.readFromSource(part, OPTIONS).stream().map(CorpusBatch::id).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whateverSizeIsWished() {
    assertEquals(7, source(7).split(1, OPTIONS).size());
    assertEquals(7, source(7).split(4 * 770, OPTIONS).size());
    assertEquals(4, source(7).split(4 * 2 * 770, OPTIONS).size());
    assertEquals(1, source(7).split(Long.MAX_VALUE, OPTIONS).size());
  }

  @Test
  void aPartCanBeSplitAgain() {
    CorpusSource part = source(3).split(1, OPTIONS).get(1);
    assertEquals(1, part.split(1, OPTIONS).size());
  }

  @Test
  void readersBehave() throws Exception {
    for (int count : new int[] {1, 20}) {
      SourceTestUtils.assertUnstartedReaderReadsSameAsItsSource(
          source(count).createReader(OPTIONS), OPTIONS);
      assertEquals(batches(count), SourceTestUtils.readFromSource(source(count), OPTIONS));
    }
  }

  @Test
  void thereIsNothingBeforeTheStartAndAfterTheEnd() throws IOException {
    try (BoundedSource.BoundedReader<CorpusBatch> reader = source(1).createReader(OPTIONS)) {
      assertThrows(NoSuchElementException.class, reader::getCurrent);
      assertTrue(reader.start());
      assertEquals(0, reader.getCurrent().id());
      assertFalse(reader.advance());
      assertFalse(reader.advance());
    }
  }

  @Test
  void theSizeIsThatOfTheDocumentsAndABitForEachFile() {
    assertEquals(0 + 1 + 2 + 3 + 4 * 3 * 256, source(4).getEstimatedSizeBytes(OPTIONS));
  }

  @Test
  void travelsWithItsBatches() throws Exception {
    CorpusSource copy = SerializableUtils.ensureSerializable(source(5));
    assertEquals(batches(5), SourceTestUtils.readFromSource(copy, OPTIONS));
    CorpusBatchCoder coder = CorpusBatchCoder.of();
    assertEquals(coder, source(1).getOutputCoder());
    for (CorpusBatch batch : batches(3)) {
      CoderProperties.coderDecodeEncodeEqual(coder, batch);
      CoderProperties.coderDeterministic(coder, batch, batches(3).get(batch.id()));
    }
    CoderProperties.coderSerializable(coder);
  }
}
